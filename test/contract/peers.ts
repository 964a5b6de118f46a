import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.ts";

/** Where other compilers and other people's generators are installed, apart from the project's own dependencies. */
export const peers = join(root, "test/peers");

/** Installs them exactly as their lockfile says, unless that has been done already; it takes most of a minute. */
export function installPeers(): void {
  const lockfile = readFileSync(join(peers, "package-lock.json"));
  const wanted = createHash("sha256").update(lockfile).digest("hex");
  const stamp = join(peers, "node_modules/.installed-from");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  process.stderr.write("Installing test/peers (other compilers and generators) …\n");
  execFileSync("npm", ["ci", "--prefix", peers, "--no-fund", "--no-audit"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  writeFileSync(stamp, wanted);
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
