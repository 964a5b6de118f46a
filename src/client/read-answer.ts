import { type AnyErrorCode, type Catalog, type CStarErrorInit, entryOf } from "../errors/index.ts";
import type { Mask } from "./mask.ts";
import type { Body } from "./read-body.ts";
import type { Route } from "./route.ts";

/** An answer with its body read. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The body as JSON, when it is a well-formed success or a well-formed error. */
  json?: Json;
}

/** Why something failed: what the error of the call is made of. */
export interface Failure extends CStarErrorInit {
  code: AnyErrorCode;
}

export type Json = Readonly<Record<string, unknown>>;

interface Reading {
  catalog: Catalog;
  route: Pick<Route, "codes" | "list">;
  mask: Mask;
}

/** Tells what an answer is. Without a failure it is a well-formed success. */
export function readAnswer(
  { status, headers, ok }: Response,
  body: Body,
  { catalog, route, mask }: Reading,
): { answer: Answer; requestId?: string; failure?: Failure } {
  const contentType = headers.get("content-type") ?? "";
  const { text, json, cause } = parse(body, contentType);
  const envelope = fieldsOf(json);
  const { requestId } = fieldsOf(envelope.meta);
  const answer: Answer = { status, headers, text };
  // Before anything else, because most answers are: what follows costs time.
  if (ok && isSuccess(envelope, route.list) && typeof requestId === "string") {
    answer.json = envelope;
    return { answer, requestId };
  }
  const word = (value: unknown, strict = true) =>
    typeof value === "string" && value ? mask(value, strict) : undefined;
  const { code, message, param, type, doc_url, request_id } = fieldsOf(envelope.error);
  const entry = entryOf(catalog, code);
  const failure: Failure = {
    code: "unexpected_response",
    // A code of the contract is no secret, even if it was sent.
    rawCode: entry ? (code as string) : word(code),
    // The body's before the one of a header, as it is the one that support knows.
    requestId: word(request_id) ?? word(requestId),
  };
  const isError = /^[45]\d\d$/.test(`${status}`) && envelope.success === false && typeof code === "string";
  if (isError && typeof message === "string" && (entry?.param !== "required" || typeof param === "string")) {
    answer.json = envelope;
    failure.rawMessage = mask(message);
    failure.param = word(param, false);
    if (entry && route.codes.includes(code)) {
      failure.code = code as AnyErrorCode;
      failure.rawCode = undefined;
    } else {
      failure.code = "unrecognized_code";
      failure.type = (entry ?? Object.values(catalog).find((known) => known.type === type))?.type;
      failure.docUrl = entry?.docUrl ?? word(doc_url, false);
    }
  } else {
    failure.contentType = word(contentType.slice(0, 256));
    failure.excerpt = word(text)
      ?.replace(/\p{Cc}+/gu, " ")
      .slice(0, 256);
    const what = (text && failure.contentType?.slice(0, 100)) || "an empty or unknown body";
    failure.rawMessage = `HTTP ${status} with ${what}, not an answer of the API`;
    if (cause) failure.cause = cause;
  }
  return { answer, failure };
}

/** Apart from its request id. */
function isSuccess({ success, data, pagination }: Json, list: boolean | undefined): boolean {
  if (!list) return success === true && isObject(data);
  return success === true && Array.isArray(data) && typeof fieldsOf(pagination).hasMore === "boolean";
}

function parse({ bytes, whole }: Body, contentType: string): { text: string; json?: unknown; cause?: Error } {
  const charset = /;\s*charset="?([^\s";]+)/i.exec(contentType)?.[1];
  let text: string | undefined;
  try {
    // The decoder takes a byte order mark away.
    text = new TextDecoder(charset, { fatal: whole }).decode(bytes);
    return { text, json: JSON.parse(whole ? text : "") };
  } catch {
    // What is thrown there may quote the body.
    const cause =
      text === undefined
        ? new TypeError("The body is not text in the charset of its Content-Type")
        : new SyntaxError(whole ? "The body is not JSON" : "The body is longer than this client reads");
    return { text: text ?? new TextDecoder().decode(bytes), cause };
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fieldsOf(value: unknown): Json {
  return isObject(value) ? value : {};
}
