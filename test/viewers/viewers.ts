import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { mediaTypeOf } from "../../scripts/dev/site-server.ts";
import { root } from "../contract/project.ts";
import { succeed } from "../package/run.ts";

/** Somebody else's viewer of OpenAPI documents, as one file that runs in a page. */
export interface Viewer {
  name: string;
  /** The package, by version and by what the registry's own hash of it must be. */
  package: string;
  integrity: string;
  /** The part of a page that shows the document at an address; the viewer's files are below `/viewer/`. */
  page(address: string): string;
  /** Where in the page an operation is, for a viewer that shows one at a time; the others show all. */
  hash?(operationId: string): string;
}

const script = (path: string) => `<script src="/viewer/${path}"></script>`;
const style = (path: string) => `<link rel="stylesheet" href="/viewer/${path}">`;

export const viewers: readonly Viewer[] = [
  {
    name: "Swagger UI",
    package: "swagger-ui-dist@5.35.0",
    integrity:
      "sha512-U06rpMtW9V3XPGOBeamTUSr0Z09jMX4IJuANpE/EZbAhw0G8CgwrzU4YmXkn/h0wCDNsXdGarTNNHC3sU8yVUQ==",
    page: (address) => `${style("swagger-ui.css")}<div id="ui"></div>${script("swagger-ui-bundle.js")}
<script>SwaggerUIBundle({ url: "${address}", dom_id: "#ui", validatorUrl: null })</script>`,
  },
  {
    name: "Scalar",
    package: "@scalar/api-reference@1.72.1",
    integrity:
      "sha512-XpEJ0rfc/cXbCrR+iC4kK0o/WwX2dTtGQbT049OlPKAHD6IMIFdTeGz2r+M27P2EDWKyUITRm/NzlP8z2pw/Ow==",
    page: (address) => `<div id="ui"></div>${script("dist/browser/standalone.js")}
<script>Scalar.createApiReference("#ui", { url: "${address}", telemetry: false, withDefaultFonts: false })</script>`,
    hash: () => "", // it writes an operation when one comes near it; at first that is the first
  },
  {
    name: "Stoplight Elements",
    package: "@stoplight/elements@9.0.25",
    integrity:
      "sha512-rDbNsgSCNo74lyV57cBzym+8F68/R2j7UPq4r3w5qK608vX8APNJhTq+2MkbTjsM3bUhFIoRdI225tlI85KpCA==",
    page: (address) => `${style("styles.min.css")}${script("web-components.min.js")}
<elements-api apiDescriptionUrl="${address}" router="hash"></elements-api>`,
    hash: (operationId) => `#/operations/${operationId}`,
  },
  {
    name: "RapiDoc",
    package: "rapidoc@9.3.8",
    integrity:
      "sha512-eCYEbr1Xr8OJZvVCw8SXl9zBCRoLJbhNGuG5IZTHq/RWAOq/O4MafUCuFEyZHsrhLrlUcGZMa64pyhpib8fQKQ==",
    page: (address) => `${script("dist/rapidoc-min.js")}
<rapi-doc spec-url="${address}" render-style="read" load-fonts="false"></rapi-doc>`,
  },
];

/**
 * Downloads the package of a viewer and nothing that it depends on: what runs in a page is one file, and the rest of it
 * would be hundreds of packages.
 * @returns the folder with its files.
 * @throws when it is not the package that is meant.
 */
export async function fetchViewer(viewer: Viewer, temporary: string): Promise<string> {
  const folder = join(temporary, viewer.name.toLowerCase().replaceAll(" ", "-"));
  mkdirSync(folder);
  const { stdout } = await succeed(folder, "npm", "pack", viewer.package, "--json", "--loglevel=error");
  const [{ filename, integrity }] = JSON.parse(stdout);
  if (integrity !== viewer.integrity) throw new Error(`${viewer.package} is another one: ${integrity}`);
  await succeed(folder, "tar", "-xzf", filename);
  return join(folder, "package");
}

/** Serves a page per published file, with a viewer below `/viewer/`; `/openapi.json` is shown at `/show/openapi.json`. */
export async function serveViewer(viewer: Viewer, folder: string) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const send = (type: string, body: string | Buffer) =>
      response.writeHead(200, { "content-type": type }).end(body);
    const [, area = "", ...rest] = pathname.split("/");
    try {
      if (area === "show") {
        send(
          "text/html",
          `<!doctype html><meta charset="utf-8"><title>t</title>${viewer.page(`/${rest.join("/")}`)}`,
        );
      } else {
        const file = area === "viewer" ? join(folder, ...rest) : join(root, "generated", area);
        send(mediaTypeOf(file), readFileSync(file));
      }
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
