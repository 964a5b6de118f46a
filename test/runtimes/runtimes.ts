import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("./", import.meta.url));

/** Installs the other runtimes exactly as the lockfile says, unless that has been done already. */
export function installRuntimes(): void {
  const wanted = createHash("sha256")
    .update(readFileSync(join(folder, "package-lock.json")))
    .digest("hex");
  const stamp = join(folder, "node_modules/.installed-from");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  process.stderr.write(
    "Installing test/runtimes (other versions of Node, Bun, Deno, workerd, older compilers) …\n",
  );
  execFileSync("npm", ["ci", "--prefix", folder, "--no-fund", "--no-audit"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  writeFileSync(stamp, wanted);
}

/**
 * The program of a major version of Node.
 * @throws when there is none for this platform.
 */
export function nodeProgram(major: 22 | 24): string {
  const name = `node${major}-${process.platform}-${process.arch}`;
  const program = join(folder, "node_modules", name, "bin/node");
  if (!existsSync(program)) throw new Error(`test/runtimes has no ${name}: add it to its package.json.`);
  return program;
}

/** The program of another runtime, or the script of an older compiler. */
export function programIn(path: string): string {
  return join(folder, "node_modules", path);
}
