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
  input?: string | Uint8Array;
  /** Runs it as another user, which the administrator may do. */
  uid?: number;
  gid?: number;
  /** A program that is to run it, such as a shell that sets limits. */
  through?: readonly string[];
  /** A file that its output goes to. */
  stdout?: number;
}

/** Starts a TypeScript program of this project. */
export function start(
  script: string,
  args: readonly string[],
  { cwd = root, env = {}, through = [], stdout, ...user }: SpawnOptions = {},
): ChildProcess {
  const loader = new URL("../../node_modules/tsx/dist/loader.mjs", import.meta.url).href;
  const [command = "", ...rest] = [
    ...through,
    process.execPath,
    "--import",
    loader,
    `${root}${script}`,
    ...args,
  ];
  return spawn(command, rest, {
    ...user,
    cwd,
    env: { ...process.env, ...NEUTRAL, ...env },
    stdio: ["pipe", stdout ?? "pipe", "pipe"],
  });
}

/** Runs a TypeScript program of this project to its end. */
export function run(script: string, args: readonly string[], options: SpawnOptions = {}): Promise<Ended> {
  const { input = "", ...rest } = options;
  const child = start(script, args, rest);
  child.stdin?.end(input);
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
