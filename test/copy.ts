import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { root } from "./contract/project.ts";
import { type Ended, runNode } from "./contract/run.ts";

/** A copy of the project, or of some of its folders, which a test may break. */
export interface Copy {
  folder: string;
  read(file: string): string;
  write(file: string, content: string | Uint8Array): void;
  /** Replaces one text in a file; an absent text is a mistake of the test. */
  edit(file: string, find: string, replacement: string): void;
  remove(file: string): void;
  /** All files below a folder, with their content. */
  files(folder: string): Record<string, string>;
  /** Runs a script of the project there. */
  run(script: string, env?: NodeJS.ProcessEnv): Promise<Ended>;
  dispose(): void;
}

// What is installed or made from the rest is left out.
const left = new Set([
  ".dist.tmp",
  ".git",
  ".stryker-tmp",
  "coverage",
  "dist",
  "node_modules",
  "screenshots",
]);

/** The project once more, for changes of the document. It has no tests unless they are asked for: the pipeline needs none. */
export function copyProject({ tests = false } = {}): Copy {
  const copy = copyFolders(
    ...readdirSync(root).filter((name) => !left.has(name) && (tests || name !== "test")),
  );
  symlinkSync(join(root, "node_modules"), join(copy.folder, "node_modules"), "junction");
  return copy;
}

/** Copies some folders of the project into a new one. */
export function copyFolders(...names: string[]): Copy {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "contract-copy-"));
  for (const name of names) {
    cpSync(join(root, name), join(folder, name), {
      recursive: true,
      preserveTimestamps: true,
      filter: (path) => !left.has(basename(path)),
    });
  }
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const write = (file: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  };
  return {
    folder,
    read,
    write,
    edit: (file, find, replacement) => write(file, replaced(read(file), find, replacement)),
    remove: (file) => rmSync(join(folder, file), { recursive: true }),
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
 * @throws when the piece is not there, since the change would then not be what it is meant to be.
 */
export function replaced(text: string, find: string, replacement: string): string {
  if (!text.includes(find)) throw new Error(`There is no ${JSON.stringify(find)}.`);
  return text.replace(find, () => replacement);
}
