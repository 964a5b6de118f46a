import { parse, stringify } from "yaml";
import { filesOf } from "../../scripts/disk.ts";
import { lintSource } from "../../scripts/source.ts";
import { openTree } from "../../src/document/index.ts";
import type { Finding } from "../../src/report/index.ts";
import { type Copy, copyFolders } from "../copy.ts";

const entry = "openapi/openapi.yaml";

/**
 * A copy of the document that tests put wrong again and again: it has the operations on articles alone, which return all
 * codes, so that a lint takes a third of the time.
 */
export function shortCopy(): Copy {
  const copy = copyFolders("openapi", "redocly.yaml", ".spectral.yaml", "package.json");
  const document = parse(copy.read(entry));
  const paths = Object.entries(document.paths).filter(([path]) => path.includes("/articles"));
  document.paths = Object.fromEntries(paths);
  copy.write(entry, stringify(document, { lineWidth: 0 }));
  const { tree } = openTree(entry, copy.read);
  const unused = sourceFiles(copy).filter((file) => !tree.sources.has(file));
  for (const file of unused) copy.remove(file);
  return copy;
}

/** All files of the document. */
export function sourceFiles({ folder }: Copy): string[] {
  return filesOf(folder)
    .listFiles("openapi")
    .map((path) => `openapi/${path}`);
}

/** Works with another text in one of the files. */
export async function changed<T>(
  copy: Copy,
  file: string,
  text: string,
  work: (copy: Copy) => Promise<T>,
): Promise<T> {
  const original = copy.read(file);
  copy.write(file, text);
  try {
    return await work(copy);
  } finally {
    copy.write(file, original);
  }
}

/** What lint says of a copy. */
export async function lint({ folder }: Copy): Promise<Finding[]> {
  return (await lintSource({ files: filesOf(folder) })).findings;
}
