import type { OutputFile } from "../../render/output.ts";
import type { SitePaths } from "./paths.ts";

/** The files that other programs fetch, of those that are generated: documents, error table and schemas. */
export function publishedNames(generated: readonly OutputFile[]): string[] {
  return generated.map(({ path }) => path).filter((path) => /\.(yaml|json)$/.test(path));
}

/**
 * A generated file that the site needs.
 * @throws Error when nothing generates it.
 */
export function generatedFile(generated: readonly OutputFile[], path: string): OutputFile {
  const file = generated.find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`Nothing generates ${path}, which the site needs.`);
  return file;
}

/** The files that other programs fetch: each at an address that stays and at one per version, the error table at the root too. */
export function publishedFiles(generated: readonly OutputFile[], { versions }: SitePaths): OutputFile[] {
  const files = publishedNames(generated).map((name) => generatedFile(generated, name));
  return [
    ...versions.flatMap((folder) => files.map((file) => ({ ...file, path: `${folder}/${file.path}` }))),
    generatedFile(generated, "errors.json"),
  ];
}
