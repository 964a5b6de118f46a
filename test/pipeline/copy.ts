import { onTestFinished } from "vitest";
import { shortCopy } from "../contract/short-copy.ts";
import { type Copy, copyFolders } from "../copy.ts";

/** Folders of the project, in a copy that is gone after the test. */
export function copyForTest(...names: string[]): Copy {
  const copy = copyFolders(...names);
  onTestFinished(copy.dispose);
  return copy;
}

let short: Readonly<Record<string, string>> | undefined;

/** A copy of the document with few of its operations and all of its codes, which is read and linted in a third of the time. */
export function shortCopyForTest(): Copy {
  short ??= filesOfShort();
  const copy = copyForTest();
  for (const [file, text] of Object.entries(short)) copy.write(file, text);
  return copy;
}

function filesOfShort(): Readonly<Record<string, string>> {
  const copy = shortCopy();
  const files = copy.files("openapi");
  copy.dispose();
  return files;
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
