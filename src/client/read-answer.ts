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
  /** Of a success. */
  requestId?: string;
}

/** Why something failed: what the error of the call is made of. */
export interface Failure extends CStarErrorInit {
  code: AnyErrorCode;
}

export type Json = Readonly<Record<string, unknown>>;

/** What an answer is judged by. */
interface Judging {
  config: { catalog: Catalog };
  call: { route: Pick<Route, "codes" | "list"> };
  mask: Mask;
}

/** Tells what an answer is. Without a failure it is a well-formed success. */
export function readAnswer(
  { status, headers, ok }: Response,
  body: Body,
  { config: { catalog }, call: { route }, mask }: Judging,
): { answer: Answer; failure?: Failure } {
  const contentType = headers.get("content-type") ?? "";
  const { text, json, cause } = parse(body, contentType);
  const envelope = fieldsOf(json);
  const { success, data, error } = envelope;
  const { requestId } = fieldsOf(envelope.meta);
  const answer: Answer = { status, headers, text };
  const isList = Array.isArray(data) && typeof fieldsOf(envelope.pagination).hasMore === "boolean";
  // Before anything else, because most answers are: what follows costs time.
  if (ok && success === true && (route.list ? isList : isObject(data)) && typeof requestId === "string") {
    return { answer: { ...answer, json: envelope, requestId } };
  }
  const word = (value: unknown, strict = true) =>
    typeof value === "string" && value ? mask(value, strict) : undefined;
  const { code, message, param, type, doc_url, request_id } = fieldsOf(error);
  const entry = entryOf(catalog, code);
  const failure: Failure = {
    code: "unexpected_response",
    // A code of the contract is no secret, even if it was sent.
    rawCode: entry ? (code as string) : word(code),
    // The body's before the one of a header, as it is the one that support knows.
    requestId: word(request_id) ?? word(requestId),
  };
  const isError = !ok && success === false && typeof code === "string" && typeof message === "string";
  if (isError && (entry?.param !== "required" || typeof param === "string")) {
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
    const what = word(contentType)?.slice(0, 256);
    failure.contentType = what;
    failure.excerpt = word(text)
      ?.replace(/\p{Cc}+/gu, " ")
      .slice(0, 256);
    failure.rawMessage = `HTTP ${status} with ${(text && what) || "an empty or unknown body"}, not an answer of the API`;
    if (cause) failure.cause = cause;
  }
  return { answer, failure };
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
        : new SyntaxError(`The body is ${whole ? "not JSON" : "longer than this client reads"}`);
    return { text: text ?? new TextDecoder().decode(bytes), cause };
  }
}

/** Apart from arrays. */
function isObject(value: unknown): boolean {
  return Object(value) === value && !Array.isArray(value);
}

/** The fields of anything: what is no object has none of those that are asked for. */
function fieldsOf(value: unknown): Json {
  return Object(value);
}
