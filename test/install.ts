import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Installs what a folder with a `package.json` of its own asks for, exactly as its lockfile says, unless that has been done
 * already. Test files run side by side and may want the same folder: one installs, the others wait.
 * @param what it is, for the one line that says what takes so long.
 */
export function installFolder(folder: string, what: string): void {
  const lockfile = readFileSync(join(folder, "package-lock.json"));
  const wanted = createHash("sha256").update(lockfile).digest("hex");
  const stamp = join(folder, "node_modules/.installed-from");
  const isInstalled = () => existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  if (isInstalled()) return;
  alone(join(folder, ".installing"), () => {
    if (isInstalled()) return;
    process.stderr.write(`Installing ${what} …\n`);
    const args = ["ci", "--prefix", folder, "--no-fund", "--no-audit", "--loglevel=error"];
    execFileSync("npm", args, { stdio: ["ignore", "ignore", "inherit"] });
    writeFileSync(stamp, wanted);
  });
}

/** Does some work while no other process does work under the same file, which names the process that is at it. */
function alone(file: string, work: () => void): void {
  while (!take(file)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  try {
    work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    if (!isRunning(readOwner(file))) rmSync(file, { force: true });
    return false;
  }
}

/** The process in the file; 0 while it is being written, or when it has just gone. */
function readOwner(file: string): number {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return 0;
  }
}

function isRunning(pid: number): boolean {
  if (pid === 0) return true; // ask again
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
