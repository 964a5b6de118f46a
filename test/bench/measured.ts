import { spawnSync } from "node:child_process";

/** What a program came to, and what it took. */
export interface Measured {
  /** Null when it was ended by a signal, such as at the end of its time. */
  status: number | null;
  out: string;
  err: string;
  cpuSeconds: number;
  wallSeconds: number;
  /** Most memory that it held at once, in bytes; 0 when it could not say. */
  memory: number;
}

/** Written to a fourth stream at the end, because a parent does not learn what one child among many has used. */
const REPORT =
  "import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,JSON.stringify(process.resourceUsage())))";

/** Runs a program of Node in a process of its own. */
export function runMeasured(
  args: readonly string[],
  { cwd, input = "", seconds = 600 }: { cwd: string; input?: string; seconds?: number },
): Measured {
  const start = performance.now();
  const preload = `data:text/javascript,${encodeURIComponent(REPORT)}`;
  const { status, output } = spawnSync(process.execPath, ["--import", preload, ...args], {
    ...{ cwd, input, encoding: "utf8", maxBuffer: 1 << 30, timeout: seconds * 1000 },
    stdio: ["pipe", "pipe", "pipe", "pipe"],
  });
  const usage = output[3] ? JSON.parse(output[3]) : { userCPUTime: 0, systemCPUTime: 0, maxRSS: 0 };
  return {
    ...{ status, out: output[1] ?? "", err: output[2] ?? "", memory: usage.maxRSS * 1024 },
    cpuSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    wallSeconds: (performance.now() - start) / 1000,
  };
}
