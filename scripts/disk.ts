import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { decodeExactly, reasonOf, withPath } from "../src/cli/index.ts";
import type { OutputFile } from "./render/output.ts";

/** The one place of the pipeline that touches the disk. */

/**
 * The text of a file.
 * @throws Error with the reason as a part of a sentence, when it cannot be read or is no text.
 */
export function readText(file: string): string {
  try {
    return decodeExactly(readFileSync(file));
  } catch (error) {
    throw new Error(reasonOf(error), { cause: error });
  }
}

export function exists(path: string): boolean {
  return existsSync(path);
}

/** All files below a folder, sorted, relative to it and with `/`; none if it does not exist. */
export function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length).split(sep).join("/"))
    .sort((a, b) => (a < b ? -1 : 1));
}

/** The files of a project, by their paths relative to its folder. */
export interface ProjectFiles {
  readText: typeof readText;
  /**
   * All files below a folder, as `listFiles` gives them.
   * @throws the error of the file system when one of them may not be read.
   */
  listFiles: typeof listFiles;
}

/** The files of the project in a folder, or in the current one. */
export function filesOf(project = ""): ProjectFiles {
  return {
    readText: (file) => readText(join(project, file)),
    listFiles(folder) {
      const paths = listFiles(join(project, folder));
      for (const path of paths) accessSync(join(project, folder, path), constants.R_OK);
      return paths;
    },
  };
}

/** How a folder differs from what it should hold. */
export interface Differences {
  /** Present, with other bytes. */
  stale: string[];
  missing: string[];
  /** Present, though nothing makes them any more. */
  orphaned: string[];
}

/** Compares a folder with what should be in it, every file of it. */
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
    writeWhole(join(folder, path), content);
  }
  removeFiles(folder, differences.orphaned);
  return differences;
}

/**
 * Writes a file whole or not at all: whoever reads it while this runs, or after this was killed, finds the old content or
 * the new one. A temporary file that was left behind is removed by the next run, as an orphan.
 */
function writeWhole(target: string, content: string): void {
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  mkdirSync(dirname(target), { recursive: true });
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, target);
  } catch (error) {
    if (exists(temporary)) rmSync(temporary);
    throw withPath(error, target); // of a full disk the system does not say which file found it full
  }
}

/** Removes a folder with all that is in it; none there is fine. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Moves every folder in `from` into `to`, in place of the one of its name there, and removes `from`. Each is there as a whole,
 * old or new, but for the moment between two renames; a system has no call for both.
 */
export function replaceFolders(to: string, from: string): void {
  mkdirSync(to, { recursive: true });
  const near = statSync(to).dev === statSync(from).dev ? from : copyInto(to, from);
  for (const name of readdirSync(near)) {
    const [target, next, old] = [join(to, name), join(near, name), join(near, `${name}.old`)];
    try {
      if (exists(target)) renameSync(target, old);
      renameSync(next, target);
    } catch (error) {
      if (exists(old)) renameSync(old, target);
      throw withPath(error, target);
    }
  }
  removeFolder(near);
}

/** Moves a folder onto the disk of `to`, which may be a volume of its own: nothing can be renamed from one to the other. */
function copyInto(to: string, from: string): string {
  const near = join(to, basename(from));
  removeFolder(near);
  try {
    cpSync(from, near, { recursive: true });
  } catch (error) {
    removeFolder(near);
    throw withPath(error, near);
  }
  removeFolder(from);
  return near;
}

export function removeFiles(folder: string, paths: readonly string[]): void {
  for (const path of paths) rmSync(join(folder, path));
}
