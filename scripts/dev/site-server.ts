import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { OutputFile } from "../render/output.ts";

/** Serves a site out of memory and reloads it in every browser that shows it. */
export interface SiteServer {
  /** Shows these files from now on. */
  update(files: readonly OutputFile[]): void;
  listen(port: number, host: string): Promise<void>;
  close(): Promise<void>;
}

const EVENTS = "/_dev/events";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  json: "application/json",
  md: "text/markdown; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  yaml: "application/yaml",
};

// Before the document can be read for the first time this is the whole site, and it reloads like any page.
const NOTHING_HERE = withReload(
  "404.html",
  "<!doctype html>\n<title>Not found</title>\n<p>Nothing is published here.\n",
);

export function createSiteServer(): SiteServer {
  let contents = new Map<string, string>();
  const browsers = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === EVENTS) {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(": connected\n\n");
      browsers.add(response);
      response.once("close", () => browsers.delete(response));
      return;
    }
    const index = `${pathname.replace(/\/$/, "")}/index.html`;
    if (!pathname.endsWith("/") && contents.has(index)) {
      response.writeHead(301, { location: `${pathname}/` }).end(); // relative links on the page need the slash
      return;
    }
    const path = contents.has(pathname) ? pathname : index;
    const content = contents.get(path);
    response.writeHead(content === undefined ? 404 : 200, {
      "content-type": mediaTypeOf(path),
      "cache-control": "no-store",
    });
    response.end(content ?? NOTHING_HERE);
  });
  return {
    update(files) {
      contents = new Map(files.map(({ path, content }) => [`/${path}`, withReload(path, content)]));
      for (const browser of browsers) browser.write("data: reload\n\n");
    },
    async listen(port, host) {
      server.listen(port, host);
      await once(server, "listening");
    },
    async close() {
      for (const browser of browsers) browser.end();
      server.close();
      server.closeIdleConnections();
      await once(server, "close");
    },
  };
}

/** The `Content-Type` that a web server gives to a file of the site. */
export function mediaTypeOf(path: string): string {
  return TYPES[path.split(".").at(-1) ?? ""] ?? "application/octet-stream";
}

/** A page that reloads itself. Its content security policy goes: it forbids connections, and what is published keeps it. */
function withReload(path: string, content: string): string {
  if (!path.endsWith(".html")) return content;
  const script = `<script>new EventSource("${EVENTS}").onmessage=()=>location.reload()</script>\n`;
  return content.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n?/, "") + script;
}
