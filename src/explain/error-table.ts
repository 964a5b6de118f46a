import type { Actor, AppliesTo, ErrorExample, ParamRule, RetryRule } from "../contract/index.ts";

/** What `errors.json` holds: every fact about the errors. */
export interface ErrorTable {
  version: string;
  types: Record<string, string>;
  typeTitles: Record<string, string>;
  typeFixes: Record<string, string>;
  fields: Record<string, string>;
  statuses: Record<string, string>;
  tips: string[];
  retired: { code: string; retired: string; reason: string }[];
  errors: ErrorRow[];
}

export interface ErrorRow {
  code: string;
  type: string;
  status: number;
  title: string;
  description: string;
  param: ParamRule;
  retry: RetryRule;
  actor: Actor;
  causes: string[];
  fixes: string[];
  appliesTo: AppliesTo[];
  docUrl: string;
  more?: { url: string; description: string };
  since: string;
  operations: string[];
  example: ErrorExample;
}

export function findRow(table: ErrorTable, code: string): ErrorRow | undefined {
  return table.errors.find((row) => row.code === code);
}
