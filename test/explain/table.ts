import { readFileSync } from "node:fs";
import { conformanceFacts } from "../../generated/conformance.ts";
import { errorTable } from "../../scripts/emit/errors-json.ts";
import { readContract } from "../../src/contract/index.ts";
import { loadTree } from "../../src/document/index.ts";
import type { ErrorTable, Knowledge } from "../../src/explain/index.ts";

/** The table of the real document, as `errors.json` has it. */
export const table: ErrorTable = errorTable(
  readContract(loadTree("openapi/openapi.yaml", (file) => readFileSync(file, "utf8"))),
);

export const knowledge: Knowledge = { table, facts: conformanceFacts };

export function exampleOf(code: string): {
  success: boolean;
  error: Record<string, unknown>;
  meta: Record<string, unknown>;
} {
  const row = table.errors.find((error) => error.code === code);
  if (row === undefined) throw new Error(`There is no ${code}.`);
  return structuredClone(row.example);
}
