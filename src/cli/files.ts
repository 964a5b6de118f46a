import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "./command.ts";
import { decodeExactly } from "./decode.ts";
import { reasonOf, withPath } from "./system-error.ts";

/** What the commands read of the disk; everything else in src/ is handed text, or a function that reads it. */

/**
 * The text of a file.
 * @throws the error of the file system, which `runCommand` puts into a sentence, or one of a file that is no text.
 */
export function readText(file: string): string {
  try {
    return decodeExactly(readFileSync(file));
  } catch (error) {
    throw withPath(error, file);
  }
}

/**
 * The text of a file of a document.
 * @throws the error of the file system, with the reason as a part of a sentence: the reader of documents says the rest.
 */
export function readOrSayWhy(file: string): string {
  try {
    return readText(file);
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, { message: reasonOf(error) }) : error;
  }
}

/**
 * The text of a file that the user named.
 * @throws UsageError saying why it cannot be read.
 */
export function readInput(file: string): string {
  try {
    return readText(file);
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${reasonOf(error)}.`);
  }
}

/**
 * The bytes of a file that the user named, piece by piece; of standard input for `-`.
 * @throws UsageError saying why it cannot be read.
 */
export async function* openInput(file: string): AsyncGenerator<Uint8Array> {
  const stream = file === "-" ? process.stdin : createReadStream(file, { highWaterMark: 1024 * 1024 });
  try {
    yield* stream;
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${reasonOf(error)}.`);
  }
}

/** The names of the files in a folder, sorted; none if there is no such folder. */
export function listNames(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

/**
 * Writes texts into files of a temporary folder, for programs that read files only, and removes them after their use.
 * @param texts the content of each file, by its name.
 * @param use is handed the path of each file, by its name.
 */
export async function withTemporaryFiles<K extends string, T>(
  texts: Readonly<Record<K, string>>,
  use: (paths: Record<K, string>) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "cstar-contract-"));
  try {
    const paths = Object.entries<string>(texts).map(([name, text]) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return [name, path] as const;
    });
    return await use(Object.fromEntries(paths) as Record<K, string>);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
