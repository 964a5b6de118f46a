import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installFolder } from "../install.ts";

const folder = fileURLToPath(new URL("./", import.meta.url));

/** Installs the other runtimes and compilers. */
export function installRuntimes(): void {
  installFolder(folder, "test/runtimes (other versions of Node, Bun, Deno, workerd, older compilers)");
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
