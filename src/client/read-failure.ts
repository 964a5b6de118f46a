import { type AnyErrorCode, type Catalog, type CStarErrorInit, entryOf } from "../errors/index.ts";
import { fieldsOf, type Json } from "./json.ts";
import type { Mask } from "./mask.ts";
import type { Route } from "./route.ts";

/** Why something failed: what the error of the call is made of. */
export interface Failure extends CStarErrorInit {
  code: AnyErrorCode;
}

/** What an answer is judged by. */
export interface Judging {
  config: { catalog: Catalog };
  call: { route: Pick<Route, "codes" | "list"> };
  mask: Mask;
}

/** An answer that is no success. */
interface Read {
  status: number;
  ok: boolean;
  contentType: string;
  text: string;
  /** The body as JSON, as far as it is. */
  envelope: Json;
  /** Why it is not. */
  cause?: Error | undefined;
}

/** Tells what an answer that is no success says: an error of the operation, another well-formed error, or neither. */
export function readFailure(read: Read, { config: { catalog }, call: { route }, mask }: Judging): Failure {
  const { ok, envelope } = read;
  const { code, message, param, type, doc_url, request_id } = fieldsOf(envelope.error);
  const word = (value: unknown, strict = true) =>
    typeof value === "string" && value ? mask(value, strict) : undefined;
  const entry = entryOf(catalog, code);
  // A code of the contract is no secret, even if it was sent.
  const rawCode = entry ? (code as AnyErrorCode) : word(code);
  // The body's before the one of a header, as it is the one that support knows.
  const requestId = word(request_id) ?? word(fieldsOf(envelope.meta).requestId);
  const isError =
    !ok && envelope.success === false && typeof code === "string" && typeof message === "string";
  if (!isError || (entry?.param === "required" && typeof param !== "string")) {
    return { ...unexpected(read, word), rawCode, requestId };
  }
  const failure = { requestId, rawMessage: mask(message), param: word(param, false) };
  if (entry && route.codes.includes(code)) return { code: code as AnyErrorCode, ...failure };
  const known = entry ?? Object.values(catalog).find((other) => other.type === type);
  const docUrl = entry?.docUrl ?? word(doc_url, false);
  return { code: "unrecognized_code", rawCode, type: known?.type, docUrl, ...failure };
}

function unexpected(
  { status, contentType, text, cause }: Read,
  word: (text: string) => string | undefined,
): Failure {
  const what = word(contentType)?.slice(0, 256);
  return {
    code: "unexpected_response",
    rawMessage: `HTTP ${status} with ${(text && what) || "an empty or unknown body"}, not an answer of the API`,
    contentType: what,
    excerpt: word(text)
      ?.replace(/\p{Cc}+/gu, " ")
      .slice(0, 256),
    ...(cause && { cause }),
  };
}
