import type { Contract, ErrorFact } from "../../src/contract/index.ts";
import { CLIENT_CODES } from "../../src/explain/client-codes.ts";
import type { ErrorRow, ErrorTable } from "../../src/explain/index.ts";
import { origin } from "../render/banner.ts";
import type { EmitInput, OutputFile } from "../render/output.ts";

/** The error table for programs in any language: every fact about the errors, in the order of the document. */
export function emitErrorsJson({ contract }: EmitInput): OutputFile[] {
  return [{ path: "errors.json", content: `${JSON.stringify(errorTable(contract), null, 2)}\n` }];
}

export function errorTable(contract: Contract): ErrorTable {
  const { version, types, fields, statuses, tips, keys, retired, errors } = contract;
  return {
    $comment: origin,
    version,
    types: Object.fromEntries(types.map(({ type, description }) => [type, description])),
    typeTitles: Object.fromEntries(types.map(({ type, title }) => [type, title])),
    typeFixes: Object.fromEntries(types.map(({ type, fix }) => [type, fix])),
    fields: Object.fromEntries(fields.map(({ name, description }) => [name, description])),
    statuses: Object.fromEntries(statuses.map(({ status, meaning }) => [String(status), meaning])),
    tips,
    keys,
    retired,
    errors: errors.map(errorRow),
    clientErrors: CLIENT_CODES,
  };
}

function errorRow(error: ErrorFact): ErrorRow {
  const { code, type, status, title, description, param, retry, actor, causes, fixes } = error;
  const { appliesTo, docUrl, more, since, operations, example } = error;
  return {
    ...{ code, type, status, title, description, param, retry, actor, causes, fixes },
    ...{ appliesTo, docUrl, ...(more && { more }), since, operations, example },
  };
}
