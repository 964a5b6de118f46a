import { type AnyErrorCode, type Catalog, type CStarErrorInit, entryOf } from "../errors/index.ts";
import type { Body } from "./body.ts";
import type { Route } from "./call.ts";
import { isObject } from "./options.ts";
import type { Redact } from "./redact.ts";

type Json = Readonly<Record<string, unknown>>;

/** A response whose body has been read. */
export interface BufferedResponse {
  status: number;
  headers: Headers;
  text: string;
  /** The body as JSON, when it is a well-formed success or a well-formed error. */
  json?: Json;
  /** Of a success. */
  requestId?: string;
}

/** Why something failed: what the error of the call is made of. */
export interface FailureDetails extends CStarErrorInit {
  code: AnyErrorCode;
}

/** What a response is judged against. */
export interface ResponseContext {
  catalog: Catalog;
  route: Pick<Route, "codes" | "list">;
  redact: Redact;
}

/** A response that is no success. */
interface Unsuccessful {
  status: number;
  ok: boolean;
  contentType: string;
  text: string;
  /** The body as JSON, as far as it is. */
  envelope: Json;
  /** Why it is not. */
  cause?: Error | undefined;
}

/** Judges a response. Without a failure it is a well-formed success. */
export function parseResponse(
  { status, headers, ok }: Response,
  body: Body,
  context: ResponseContext,
): { buffered: BufferedResponse; failure?: FailureDetails } {
  const contentType = headers.get("content-type") ?? "";
  const { text, json, cause } = parseBody(body, contentType);
  const envelope = fieldsOf(json);
  const { success, data, meta, pagination } = envelope;
  const { requestId } = fieldsOf(meta);
  const buffered: BufferedResponse = { status, headers, text };
  const isPage = Array.isArray(data) && typeof fieldsOf(pagination).hasMore === "boolean";
  const hasData = context.route.list ? isPage : isObject(data);
  if (ok && success === true && hasData && typeof requestId === "string") {
    buffered.json = envelope;
    buffered.requestId = requestId;
    return { buffered };
  }
  const failure = parseFailure({ status, ok, contentType, text, envelope, cause }, context);
  if (failure.code !== "unexpected_response") buffered.json = envelope;
  return { buffered, failure };
}

/** The response as a `Response` whose body is there already. It has no URL, so that printing it shows no query. */
export function toResponse({ status, headers, text }: BufferedResponse): Response {
  const kept = new Headers(headers);
  // They describe the body as it came over the wire.
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) kept.delete(name);
  return new Response(text, { status, headers: kept });
}

function parseBody(
  { bytes, complete }: Body,
  contentType: string,
): { text: string; json?: unknown; cause?: Error | undefined } {
  const charset = /;\s*charset="?([^\s";]+)/i.exec(contentType)?.[1];
  let text: string | undefined;
  try {
    // The decoder removes a byte order mark.
    text = new TextDecoder(charset, { fatal: complete }).decode(bytes);
    return { text, json: JSON.parse(complete ? text : "") };
  } catch {
    // What is thrown here may quote the body.
    const cause =
      text === undefined
        ? new TypeError("The body is not text in the charset of its Content-Type")
        : new SyntaxError(`The body is ${complete ? "not JSON" : "longer than this client reads"}`);
    return { text: text ?? new TextDecoder().decode(bytes), cause };
  }
}

/** Reads a response that is no success: an error of the operation, another well-formed error, or neither. */
function parseFailure(response: Unsuccessful, { catalog, route, redact }: ResponseContext): FailureDetails {
  const { ok, envelope } = response;
  const { code, message, param, type, doc_url, request_id } = fieldsOf(envelope.error);
  const word = (value: unknown, strict = true) =>
    typeof value === "string" && value ? redact(value, strict) : undefined;
  const entry = entryOf(catalog, code);
  // A code of the contract is no secret, even if it was sent.
  const rawCode = entry ? (code as AnyErrorCode) : word(code);
  // The body's takes precedence over a header's, as it is the one that support knows.
  const requestId = word(request_id) ?? word(fieldsOf(envelope.meta).requestId);
  const isError =
    !ok && envelope.success === false && typeof code === "string" && typeof message === "string";
  if (!isError || (entry?.param === "required" && typeof param !== "string")) {
    return { ...unexpected(response, word), rawCode, requestId };
  }
  const failure = { requestId, rawMessage: redact(message), param: word(param, false) };
  if (entry && route.codes.includes(code)) return { code: code as AnyErrorCode, ...failure };
  const known = entry ?? Object.values(catalog).find((other) => other.type === type);
  const docUrl = entry?.docUrl ?? word(doc_url, false);
  return { code: "unrecognized_code", rawCode, type: known?.type, docUrl, ...failure };
}

function unexpected(
  { status, contentType, text, cause }: Unsuccessful,
  word: (text: string) => string | undefined,
): FailureDetails {
  const what = word(contentType)?.slice(0, 256);
  return {
    code: "unexpected_response",
    rawMessage: `HTTP ${status} with ${(text && what) || "an empty or unknown body"}, not a response of the API`,
    contentType: what,
    excerpt: word(text)
      ?.replace(/\p{Cc}+/gu, " ")
      .slice(0, 256),
    ...(cause && { cause }),
  };
}

/** The fields of any value: what is no object has none of those that are asked for. */
function fieldsOf(value: unknown): Json {
  return Object(value);
}
