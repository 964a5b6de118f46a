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
  const { success, data, meta, pagination } = envelope;
  const { requestId } = fieldsOf(meta);
  const answer: Answer = { status, headers, text };
  const whole: Answer = { ...answer, json: envelope };
  const isPage = Array.isArray(data) && typeof fieldsOf(pagination).hasMore === "boolean";
  const isData = route.list ? isPage : isObject(data);
  // Before anything else, because most answers are: what follows costs time.
  if (ok && success === true && isData && typeof requestId === "string") return { answer: whole, requestId };

  const error = fieldsOf(envelope.error);
  const word = (value: unknown, strict = true) =>
    typeof value === "string" && value ? mask(value, strict) : undefined;
  const { code, message, param, type } = error;
  const entry = entryOf(catalog, code);
  // The body's request id comes before the one of a header, as it is the one that support knows.
  const base = { rawCode: word(code), requestId: word(error.request_id) ?? word(requestId) };
  const isError = status >= 400 && status < 600 && success === false && typeof code === "string";
  if (isError && typeof message === "string" && (entry?.param !== "required" || typeof param === "string")) {
    const failure = { ...base, rawMessage: mask(message), param: word(param, false) };
    if (entry && route.codes.includes(code)) {
      return { answer: whole, failure: { ...failure, code: code as AnyErrorCode, rawCode: undefined } };
    }
    const known = entry ?? Object.values(catalog).find((one) => one.type === type);
    const docUrl = entry?.docUrl ?? word(error.doc_url, false);
    return { answer: whole, failure: { ...failure, code: "unrecognized_code", type: known?.type, docUrl } };
  }
  const sentAs = word(contentType.slice(0, 256));
  const failure: Failure = {
    ...base,
    code: "unexpected_response",
    rawMessage: `HTTP ${status} with ${text && sentAs ? sentAs.slice(0, 100) : "an empty or unknown body"}, not an answer of the API`,
    contentType: sentAs,
    excerpt: word(text)
      ?.replace(/\p{Cc}+/gu, " ")
      .slice(0, 256),
  };
  if (cause) failure.cause = cause;
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
