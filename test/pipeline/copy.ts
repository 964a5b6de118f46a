import { onTestFinished } from "vitest";
import { type Copy, copyFolders } from "../copy.ts";

/** Folders of the project, in a copy that is gone after the test. */
export function copyForTest(...names: string[]): Copy {
  const copy = copyFolders(...names);
  onTestFinished(copy.dispose);
  return copy;
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
