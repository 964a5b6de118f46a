import { spawn } from "node:child_process";

/** What a command came to. */
export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a command in a folder to its end. */
export function run(cwd: string, command: string, ...args: string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    // What npm tells its scripts about this project must not reach an npm that works on another one.
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^npm_(?!config_(registry|cache))/i.test(name)),
    );
    const child = spawn(command, args, {
      cwd,
      env: { ...env, NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const outcome = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (text: string) => {
        outcome[name] += text;
      });
    }
    child.once("error", reject);
    child.once("close", (status) => resolve({ status, ...outcome }));
  });
}

/** The same for a command that has to succeed. @throws Error with all that it printed when it does not. */
export async function succeed(cwd: string, command: string, ...args: string[]): Promise<Outcome> {
  const outcome = await run(cwd, command, ...args);
  if (outcome.status === 0) return outcome;
  throw new Error(
    `${command} ${args.join(" ")} ended with ${outcome.status}:\n${outcome.stdout}${outcome.stderr}`,
  );
}
