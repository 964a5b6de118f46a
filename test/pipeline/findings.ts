import { filesOf } from "../../scripts/disk.ts";
import { lintSource as lint, readSource as read } from "../../scripts/source.ts";
import { ContractError } from "../../src/document/index.ts";
import { compareFindings, type Finding } from "../../src/report/index.ts";
import type { Copy } from "../copy.ts";

/** All findings about a copy of the document. */
export const lintSource = async ({ folder }: Copy) => (await lint({ files: filesOf(folder) })).findings;

/** A copy of the document, read as the build reads it. */
export const readSource = ({ folder }: Copy) => read(filesOf(folder));

/** Findings in short: `rule file:line message`. */
export function brief(findings: readonly Finding[]): string[] {
  const sorted = [...findings].sort(compareFindings);
  return sorted.map(({ rule, file, line, message }) => `${rule} ${file}:${line} ${message}`);
}

/** Why the build stops at a copy of the document. */
export async function stopOf(copy: Copy): Promise<string[]> {
  const error = await readSource(copy).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ContractError)) throw new Error("The document was read.", { cause: error });
  return brief(error.findings);
}
