import { createReadStream, readFileSync } from "node:fs";
import { UsageError } from "./command.ts";
import { reasonOf, withPath } from "./system-error.ts";

/** What the commands read of the disk; everything else in src/ is handed text, or a function that reads it. */

/**
 * The text of a file.
 * @throws the error of the file system, which `runCommand` puts into a sentence.
 */
export function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw withPath(error, file);
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
