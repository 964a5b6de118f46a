import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { UsageError } from "./command.ts";
import { decodeExactly } from "./decode.ts";
import { reasonOf } from "./system-error.ts";

/** The largest file that is read of a document whose author is not trusted, in bytes. */
const MAX_BYTES = 200_000_000;

/**
 * The text of a document that the user named, which may be a pipe or a device: it is read once, and no further than any
 * document goes.
 * @throws UsageError saying why it cannot be read.
 */
export function readDocument(file: string): string {
  try {
    const descriptor = openSync(file, "r");
    try {
      return readAll(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${reasonOf(error)}.`);
  }
}

function readAll(descriptor: number): string {
  if (fstatSync(descriptor).isDirectory()) throw Object.assign(new Error("EISDIR"), { code: "EISDIR" });
  const chunks: Buffer[] = [];
  for (let total = 0; total <= MAX_BYTES; ) {
    const chunk = Buffer.alloc(1 << 20);
    const length = readSync(descriptor, chunk, 0, chunk.length, null);
    if (length === 0) return decodeExactly(Buffer.concat(chunks));
    chunks.push(chunk.subarray(0, length));
    total += length;
  }
  throw new Error(`it is larger than ${MAX_BYTES / 1e6} MB`);
}

/**
 * Reads the files that a document refers to, when its author is not trusted: regular files inside of `root` and nothing
 * else, wherever symbolic links lead.
 * @returns a function that throws an Error with the reason, which never holds what is in the file.
 */
export function readInside(root: string): (file: string) => string {
  const top = realpathSync(root);
  return (file) => {
    let real: string;
    try {
      real = realpathSync(file);
    } catch (error) {
      throw new Error(reasonOf(error), { cause: error });
    }
    if (real !== top && !real.startsWith(top.endsWith(sep) ? top : `${top}${sep}`)) {
      throw new Error("it is outside of the project, whose folder --root names");
    }
    const { size } = regularFile(real);
    if (size > MAX_BYTES) throw new Error(`it is larger than ${MAX_BYTES / 1e6} MB`);
    try {
      return decodeExactly(readFileSync(real));
    } catch (error) {
      throw new Error(reasonOf(error));
    }
  };
}

function regularFile(file: string): { size: number } {
  const stats = statSync(file);
  if (stats.isDirectory()) throw new Error("it is a folder");
  if (!stats.isFile()) throw new Error("it is no regular file");
  return stats;
}

/** The project that a file belongs to: the nearest folder above it with `.git` or `package.json`, else its own folder. */
export function projectRoot(file: string): string {
  const own = dirname(resolve(file));
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git")) || existsSync(join(folder, "package.json"))) return folder;
    if (folder === dirname(folder)) return own;
  }
}

/** The folder that the paths of a report are relative to, so that they are the same in every clone: the nearest with `.git`, else the project. */
export function checkoutRoot(file: string): string {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (folder === dirname(folder)) return projectRoot(file);
  }
}

/** A folder as a prefix of paths below it, from where the user stands: empty, or ending in a slash. */
export function folderPrefix(folder: string): string {
  const path = relative(process.cwd(), folder).split(sep).join("/");
  return path === "" ? "" : `${path}/`;
}
