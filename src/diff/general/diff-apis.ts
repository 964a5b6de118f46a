import type { Contract } from "../../contract/index.ts";
import { stableText } from "../canonical/merge.ts";
import type { Change } from "../change.ts";
import { operationName } from "../pairing.ts";
import { apiChanges } from "./api-changes.ts";
import { canonicalDocuments } from "./canonical-document.ts";
import { REDOCLY_CONFIG, type RedoclyFiles, runRedocly } from "./redocly.ts";

/** Writes texts into files of a temporary folder, for as long as they are used. */
export type WithFiles = <T>(
  texts: Record<keyof RedoclyFiles, string>,
  use: (paths: RedoclyFiles) => Promise<T>,
) => Promise<T>;

/** What the comparison needs of the machine that it runs on. */
export interface ApiHost {
  withFiles: WithFiles;
  /** Path of Redocly's program; undefined when it is not installed. */
  redocly: string | undefined;
}

export interface ApiDiff {
  changes: Change[];
  /** Why nothing was compared; absent when it was. */
  skipped?: string;
}

/**
 * What changed about everything but errors: parameters, request bodies, successful responses, servers, security. Redocly
 * finds the differences. Where both versions are the same in canonical form, there is nothing to ask it for.
 * @throws DiffInputError when Redocly is installed and fails.
 */
export async function diffApis(
  base: Contract,
  head: Contract,
  { withFiles, redocly }: ApiHost,
): Promise<ApiDiff> {
  const documents = canonicalDocuments(base, head);
  const texts = { base: stableText(documents.base), head: stableText(documents.head) };
  if (texts.base === texts.head) return { changes: [] };
  if (redocly === undefined) {
    const skipped =
      "Something other than errors changed as well, and was not compared: that takes @redocly/cli. Run: npm install --save-dev @redocly/cli";
    return { changes: [], skipped };
  }
  const names = new Map(
    head.operations.map((operation) => [`${operation.method} ${operation.path}`, operationName(operation)]),
  );
  const files = {
    "base.json": print(documents.base),
    "head.json": print(documents.head),
    "redocly.yaml": REDOCLY_CONFIG,
  };
  const found = await withFiles(files, (paths) => runRedocly(redocly, paths));
  return { changes: apiChanges(found, documents, names) };
}

function print(document: unknown): string {
  return JSON.stringify(document, null, 1);
}
