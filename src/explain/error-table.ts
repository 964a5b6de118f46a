import type { Contract, ErrorFact } from "../contract/index.ts";
import type { ClientCodeRow } from "./client-codes.ts";

/** What `errors.json` holds: every fact about the errors. */
export interface ErrorTable extends Pick<Contract, "version" | "tips" | "keys" | "retired"> {
  /** How the file was made. */
  $comment: string;
  /** Meaning by type, and likewise the heading and the common fix of its group. */
  types: Record<string, string>;
  typeTitles: Record<string, string>;
  typeFixes: Record<string, string>;
  /** Meaning by name of the key field, and by status. */
  fields: Record<string, string>;
  statuses: Record<string, string>;
  errors: ErrorRow[];
  /** The codes of the TypeScript client, which the API never returns. */
  clientErrors: readonly ClientCodeRow[];
}

/** All about one code. */
export type ErrorRow = Omit<ErrorFact, "location" | "messages">;

export function findRow(table: ErrorTable, code: string): ErrorRow | undefined {
  return table.errors.find((row) => row.code === code);
}
