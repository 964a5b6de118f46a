import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import type { OutputFile } from "./render/output.ts";

/** The one place of the pipeline that touches the disk. */

/**
 * The text of a file.
 * @throws when it cannot be read, or is not UTF-8.
 */
export function readText(file: string): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
}

/** All files below a folder, sorted, relative to it and with `/`; none if it does not exist. */
export function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length).split(sep).join("/"))
    .sort((a, b) => (a < b ? -1 : 1));
}

/** How a folder differs from what it should hold. */
export interface Differences {
  /** Present, with other bytes. */
  stale: string[];
  missing: string[];
  /** Present, though nothing makes them any more. */
  orphaned: string[];
}

/** Compares a folder with what should be in it; looks at every file before it answers. */
export function compareFiles(folder: string, files: readonly OutputFile[]): Differences {
  const present = new Set(listFiles(folder));
  const wanted = new Set(files.map(({ path }) => path));
  const differs = ({ path, content }: OutputFile) =>
    !readFileSync(join(folder, path)).equals(Buffer.from(content));
  return {
    stale: files.filter((file) => present.has(file.path) && differs(file)).map(({ path }) => path),
    missing: files.filter(({ path }) => !present.has(path)).map(({ path }) => path),
    orphaned: [...present].filter((path) => !wanted.has(path)),
  };
}

/** Makes a folder hold exactly `files`; what has the right bytes already is not written again. */
export function writeFiles(folder: string, files: readonly OutputFile[]): Differences {
  const differences = compareFiles(folder, files);
  const changed = new Set([...differences.stale, ...differences.missing]);
  for (const { path, content } of files) {
    if (!changed.has(path)) continue;
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  removeFiles(folder, differences.orphaned);
  return differences;
}

/** Removes a folder with all that is in it; none there is fine. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export function removeFiles(folder: string, paths: readonly string[]): void {
  for (const path of paths) rmSync(join(folder, path));
}
