import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { root } from "../contract/project.ts";

/** A mock of the API that runs until it is stopped. */
export interface Mock {
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts Prism on the published document.
 * @throws when Prism ends before it listens, with what it said.
 */
export async function startPrism(document = "generated/openapi.yaml"): Promise<Mock> {
  const port = await freePort();
  const cli = join(root, "node_modules/@stoplight/prism-cli/dist/index.js");
  const args = ["mock", "--host", "127.0.0.1", "--port", String(port), join(root, document)];
  const child = spawn(process.execPath, [cli, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<void>((done) => child.on("close", () => done()));
  await new Promise<void>((listening, fail) => {
    let said = "";
    const hear = (text: string) => {
      said += text;
      if (said.includes("Prism is listening")) listening();
    };
    // Read to the end, or Prism would block on a full pipe.
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", hear);
    child.on("error", fail);
    child.on("close", (status) => fail(new Error(`Prism ended with ${status}: ${said}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** A port that nothing uses: the system picks one, and it is given back at once. */
function freePort(): Promise<number> {
  return new Promise((found, fail) => {
    const server = createServer().on("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? found(address.port) : fail(new Error("No port.")),
      );
    });
  });
}
