import { readFileSync } from "node:fs";
import { UsageError } from "./command.ts";

/**
 * The text of a file that the user named.
 * @throws UsageError saying why it cannot be read.
 */
export function readInput(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${reasonOf(error)}.`);
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "it is a folder";
  if (code === "EACCES") return "you are not allowed to read it";
  return error instanceof Error ? error.message : String(error);
}
