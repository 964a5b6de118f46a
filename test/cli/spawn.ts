import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Variables that steer colours, so that the machine's own do not decide a test. */
const NEUTRAL = {
  NO_COLOR: undefined,
  FORCE_COLOR: undefined,
  NODE_DISABLE_COLORS: undefined,
  TERM: "xterm",
};

export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface SpawnOptions {
  cwd?: string;
  env?: Readonly<Record<string, string | undefined>>;
  input?: string;
}

/** Starts a TypeScript program of this project. */
export function start(
  script: string,
  args: readonly string[],
  { cwd = root, env = {} }: SpawnOptions = {},
): ChildProcess {
  const loader = new URL("../../node_modules/tsx/dist/loader.mjs", import.meta.url).href;
  return spawn(process.execPath, ["--import", loader, `${root}${script}`, ...args], {
    cwd,
    env: { ...process.env, ...NEUTRAL, ...env },
  });
}

/** Runs a TypeScript program of this project to its end. */
export function run(script: string, args: readonly string[], options: SpawnOptions = {}): Promise<Ended> {
  const child = start(script, args, options);
  child.stdin?.end(options.input ?? "");
  return ended(child);
}

export function ended(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve, reject) => {
    let stdout = "";
    let stderr = "";
    child.stdout?.setEncoding("utf8").on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr?.setEncoding("utf8").on("data", (chunk) => {
      stderr += chunk;
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stdout, stderr }));
  });
}
