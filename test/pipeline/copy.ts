import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A copy of folders of the project, which a test may break. */
export interface Copy {
  folder: string;
  read(file: string): string;
  write(file: string, content: string | Uint8Array): void;
  /** Replaces one text in a file; an absent text is a mistake of the test. */
  edit(file: string, find: string, replacement: string): void;
  remove(file: string): void;
}

/** Copies `folders` of the project into a new folder that is gone after the test. */
export function copyProject(...folders: string[]): Copy {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "cstar-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of folders)
    cpSync(join(root, name), join(folder, name), { recursive: true, preserveTimestamps: true });
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const write = (file: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  };
  return {
    folder,
    read,
    write,
    edit(file, find, replacement) {
      const text = read(file);
      if (!text.includes(find)) throw new Error(`${file} has no ${JSON.stringify(find)}`);
      write(
        file,
        text.replace(find, () => replacement),
      );
    },
    remove: (file) => rmSync(join(folder, file), { recursive: true }),
  };
}

/** Works in a copy while `work` runs: the scripts read and write below the current folder. */
export async function within<T>({ folder }: Copy, work: () => Promise<T>): Promise<T> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await work();
  } finally {
    process.chdir(before);
  }
}
