import { type SpawnOptions, spawn } from "node:child_process";

/** What a process came to. */
export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a Node script to its end, with this Node unless `program` is another. */
export function runNode(
  args: readonly string[],
  { program = process.execPath, ...options }: SpawnOptions & { program?: string } = {},
): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    const ended = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name]?.setEncoding("utf8").on("data", (text: string) => {
        ended[name] += text;
      });
    }
    child.on("error", fail);
    child.on("close", (status) => done({ status, ...ended }));
  });
}
