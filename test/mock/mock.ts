import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A mock that runs, and what it has printed. */
export interface Mock {
  child: ChildProcessByStdio<null, Readable, Readable>;
  port: number;
  printed: { stdout: string; stderr: string };
  /** Resolves when `text` has come; rejects with what was printed when the process ends before. */
  prints(text: string, stream?: "stdout" | "stderr"): Promise<void>;
  /** Resolves when the process has ended and its output is complete. */
  ended: Promise<{ status: number | null; signal: NodeJS.Signals | null }>;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("The port is not known.");
  return address.port;
}

/** Starts the command line from the sources: `cstar-contract mock <args>`. */
export function startMock(port: number, args = ["--port", String(port)]): Mock {
  return watch(port, process.execPath, ["--import", "tsx", "src/cli/main.ts", "mock", ...args]);
}

/** Starts `npm run mock`, as people do. */
export function npmRunMock(port: number): Mock {
  return watch(port, "npm", ["run", "--silent", "mock", "--", "--port", String(port)]);
}

function watch(port: number, command: string, args: readonly string[]): Mock {
  // NO_COLOR, because Prism's log would else carry colours wherever the tests are run with FORCE_COLOR.
  const env = { ...process.env, NO_COLOR: "1" };
  const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  const printed = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      printed[name] += text;
    });
  }
  const ended = once(child, "close").then(([status, signal]) => ({ status, signal }));
  const prints = (text: string, stream: "stdout" | "stderr" = "stdout") =>
    new Promise<void>((resolve, reject) => {
      const look = () => printed[stream].includes(text) && resolve();
      look();
      child[stream].on("data", look);
      ended.then(
        () =>
          reject(new Error(`It ended without ${JSON.stringify(text)}:\n${printed.stdout}${printed.stderr}`)),
        reject,
      );
    });
  return { child, port, printed, prints, ended };
}

/** Whether a server accepts connections there. */
export async function isOpen(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );
}
