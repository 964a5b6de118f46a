import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.ts";

/** Where other compilers and other people's generators are installed, apart from the project's own dependencies. */
export const peers = join(root, "test/peers");

/** Installs them exactly as their lockfile says, unless that has been done already; it takes most of a minute. */
export function installPeers(): void {
  const lockfile = readFileSync(join(peers, "package-lock.json"));
  const wanted = createHash("sha256").update(lockfile).digest("hex");
  const stamp = join(peers, "node_modules/.installed-from");
  const isInstalled = () => existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  if (isInstalled()) return;
  alone(() => {
    if (!isInstalled()) install(stamp, wanted);
  });
}

function install(stamp: string, wanted: string): void {
  process.stderr.write("Installing test/peers (other compilers and generators) …\n");
  execFileSync("npm", ["ci", "--prefix", peers, "--no-fund", "--no-audit"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  writeFileSync(stamp, wanted);
}

/** Does some work while no other file of tests, which run at once, is at it: two installations of one folder break it. */
function alone(work: () => void): void {
  const lock = join(peers, ".installing");
  while (!tryMake(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  try {
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

const LONGEST_MS = 600_000;

function tryMake(lock: string): boolean {
  try {
    // Whoever has held it for so long was killed.
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > LONGEST_MS)
      rmSync(lock, { recursive: true });
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

/** The script behind a package's command: of the only one, or of the one with that name. */
export function binOf(name: string, command?: string): string {
  const folder = join(peers, "node_modules", name);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    bin: string | Record<string, string>;
  };
  const path = typeof bin === "string" ? bin : command === undefined ? Object.values(bin)[0] : bin[command];
  if (path === undefined) throw new Error(`${name} has no command ${command ?? ""}.`);
  return join(folder, path);
}
