import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./project.ts";
import { type Ended, runNode } from "./run.ts";

/** The project once more, in a folder of its own, for changes of the document. */
export interface Copy {
  folder: string;
  read(path: string): string;
  write(path: string, text: string): void;
  remove(path: string): void;
  /** All files below a folder, with their content. */
  files(path: string): Record<string, string>;
  /** Runs a script of the project there. */
  run(script: string, env?: NodeJS.ProcessEnv): Promise<Ended>;
  dispose(): void;
}

// What is installed or made from the rest is left out, and so are the tests, which the pipeline must not need.
const left = new Set([".git", "coverage", "dist", "node_modules", "test"]);

export function copyProject(): Copy {
  const folder = mkdtempSync(join(tmpdir(), "contract-copy-"));
  for (const name of readdirSync(root)) {
    if (!left.has(name)) cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  return {
    folder,
    read,
    write: (path, text) => writeFileSync(join(folder, path), text),
    remove: (path) => rmSync(join(folder, path)),
    files: (path) =>
      Object.fromEntries(
        readdirSync(join(folder, path), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
          .sort()
          .map((file) => [file, read(file)]),
      ),
    run: (script, env = {}) =>
      runNode(["--import", "tsx", `scripts/${script}.ts`], { cwd: folder, env: { ...process.env, ...env } }),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * Changes one piece of a text.
 * @throws when the piece is not there exactly once, since the change would then not be what it is meant to be.
 */
export function replaceOnce(text: string, piece: string, by: string): string {
  const parts = text.split(piece);
  if (parts.length !== 2)
    throw new Error(`${JSON.stringify(piece)} is there ${parts.length - 1} times, not once.`);
  return parts.join(by);
}

/** Drops every line that ends in `end`. */
export function dropLines(text: string, end: string): string {
  return text
    .split("\n")
    .filter((line) => !line.endsWith(end))
    .join("\n");
}
