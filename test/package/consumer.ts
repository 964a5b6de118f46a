import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { root } from "../contract/project.ts";
import { type Packed, packProject } from "./pack.ts";
import { succeed } from "./run.ts";

/** A project of somebody else, with the package installed from its tarball. */
export interface Consumer {
  packed: Packed;
  folder: string;
  /** Writes a file into it and returns its path. */
  write(name: string, text: string): string;
}

/** Makes an empty project below `temporary` and installs the packed package into it. */
export async function installInto(temporary: string): Promise<Consumer> {
  const packed = await packProject(temporary);
  const folder = join(temporary, "consumer");
  mkdirSync(folder);
  const write = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  write("package.json", JSON.stringify({ name: "consumer", private: true, type: "module" }));
  await succeed(folder, "npm", "install", "--no-audit", "--no-fund", packed.tarball);
  return { packed, folder, write };
}

/** Makes a package of this project's node_modules one of the consumer's, as if it had been installed there. */
export function linkPeer({ folder }: Consumer, name: string): void {
  const link = join(folder, "node_modules", name);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(root, "node_modules", name), link, "dir");
}

/** The script of a program of this project's node_modules. */
export function programOf(name: string, script: string): string {
  return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), script);
}
