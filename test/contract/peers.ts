import { readFileSync } from "node:fs";
import { join } from "node:path";
import { installFolder } from "../install.ts";
import { root } from "./project.ts";

/** Where other compilers and other people's generators are installed, apart from the project's own dependencies. */
export const peers = join(root, "test/peers");

/** Installs them, which takes most of a minute. */
export function installPeers(): void {
  installFolder(peers, "test/peers (other compilers and generators)");
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
