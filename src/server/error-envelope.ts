import type { ErrorCode } from "../../generated/catalog.ts";
import { type CatalogEntry, type ErrorEnvelope, entryOf } from "../errors/index.ts";
import type { AnyDetails, CodeArgument, EnvelopeDetails } from "./details.ts";
import { defaultMessage } from "./message.ts";
import { createRequestId, isRequestId } from "./request-id.ts";
import type { ServerTable } from "./table.ts";

export type ErrorEnvelopeFunction = <const C extends string>(
  code: CodeArgument<C>,
  ...details: EnvelopeDetails<C>
) => ErrorEnvelope<C & ErrorCode>;

/**
 * The JSON body of an error. Type, `doc_url` and message come from the contract; both request ids are the same.
 * @throws TypeError for an unknown code, a `param` that is missing or out of place, and an id that cannot be one.
 */
export function bindErrorEnvelope(table: ServerTable): ErrorEnvelopeFunction {
  return (code, ...[details]) => buildEnvelope(table, code as string, details as AnyDetails) as never;
}

/** The same for a code and details that only run time knows. */
export function buildEnvelope(table: ServerTable, code: string, details: AnyDetails = {}): object {
  const { envelope } = table;
  const { fields, metaFields } = envelope;
  const { type, docUrl, param: rule } = knownEntry(table, code);
  const { param, message, timestamp = new Date(), requestId = createRequestId() } = details;
  checkParam(code, rule, param);
  if (!isRequestId(requestId)) {
    throw new TypeError("requestId must be `req_` followed by letters and digits.");
  }
  return {
    [envelope.success]: false,
    [envelope.error]: {
      [fields.type]: type,
      [fields.code]: code,
      [fields.message]: message || defaultMessage(table, code as ErrorCode, param),
      ...(param !== undefined && { [fields.param]: param }),
      [fields.docUrl]: docUrl,
      [fields.requestId]: requestId,
    },
    [envelope.meta]: {
      [metaFields.requestId]: requestId,
      [metaFields.timestamp]: timestamp.toISOString(),
    },
  };
}

/** @throws TypeError when the contract has no such code. */
export function knownEntry({ catalog }: ServerTable, code: string): CatalogEntry {
  const entry = entryOf(catalog, code);
  if (entry) return entry;
  throw new TypeError(
    `${JSON.stringify(code)} is not an error code: use one of ${Object.keys(catalog).join(", ")}.`,
  );
}

function checkParam(code: string, rule: CatalogEntry["param"], param: unknown): void {
  if (rule === "never" && param !== undefined)
    throw new TypeError(`${code} never carries a param: leave it out.`);
  const isName = typeof param === "string" && param !== "";
  if (!isName && (rule === "required" || param !== undefined)) {
    throw new TypeError(`${code} needs the name of the parameter as \`param\`.`);
  }
}
