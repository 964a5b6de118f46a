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
export interface Failure {
  code: AnyErrorCode;
  init: CStarErrorInit;
}

export type Json = Readonly<Record<string, unknown>>;

interface Reading {
  catalog: Catalog;
  route: Pick<Route, "codes" | "list">;
  mask: Mask;
}

/** Tells what an answer is. Without a failure it is a well-formed success. */
export function readAnswer(
  response: Response,
  body: Body,
  reading: Reading,
): { answer: Answer; failure?: Failure } {
  const { status, headers } = response;
  const contentType = headers.get("content-type");
  const { text, json, cause } = parse(body, contentType);
  const answer: Answer = { status, headers, text };
  const envelope = isObject(json) ? json : {};
  // Before anything else, because most answers are: what follows costs time.
  if (status >= 200 && status < 300 && isSuccess(envelope, reading.route)) {
    return { answer: { ...answer, json: envelope } };
  }
  const error = isObject(envelope.error) ? envelope.error : {};
  const init: CStarErrorInit = {
    ...base(headers, envelope, error, reading.mask),
    status: status || undefined,
  };
  if (status >= 400 && status < 600 && isError(envelope, error, reading.catalog)) {
    return { answer: { ...answer, json: envelope }, failure: declared(error, init, reading) };
  }
  const { mask } = reading;
  const what =
    text === "" ? "an empty body" : contentType ? mask(contentType.slice(0, 100), true) : "an unknown body";
  Object.assign(init, {
    rawMessage: `HTTP ${status} with ${what} where the API's envelope was expected`,
    rawCode: typeof error.code === "string" ? mask(error.code, true) : undefined,
    contentType: contentType === null ? undefined : mask(contentType.slice(0, 256), true),
    excerpt:
      mask(text, true)
        .replace(/\p{Cc}+/gu, " ")
        .slice(0, 256) || undefined,
  });
  if (cause) init.cause = cause;
  return { answer, failure: { code: "unexpected_response", init } };
}

/** `response.type` is opaque where a browser hides a redirect. Nothing is followed, so no key travels on. */
export function isRedirect({ status, type }: Response): boolean {
  return (status >= 300 && status < 400) || type === "opaqueredirect";
}

function isSuccess(envelope: Json, route: Pick<Route, "list">): boolean {
  const { success, data, meta, pagination } = envelope;
  if (success !== true || !isObject(meta) || typeof meta.requestId !== "string") return false;
  if (!route.list) return isObject(data);
  return Array.isArray(data) && isObject(pagination) && typeof pagination.hasMore === "boolean";
}

function isError({ success }: Json, { code, message, param }: Json, catalog: Catalog): boolean {
  if (success !== false || typeof code !== "string" || typeof message !== "string") return false;
  return entryOf(catalog, code)?.param !== "required" || typeof param === "string";
}

function declared(error: Json, init: CStarErrorInit, { catalog, route, mask }: Reading): Failure {
  const { code, message, param, type, doc_url: docUrl } = error as { code: string; message: string } & Json;
  const entry = entryOf(catalog, code);
  init.rawMessage = mask(message);
  if (typeof param === "string") init.param = mask(param);
  if (entry && route.codes.includes(code)) return { code: code as AnyErrorCode, init };
  init.rawCode = mask(code);
  init.docUrl = entry?.docUrl ?? (typeof docUrl === "string" ? mask(docUrl) : undefined);
  const types = Object.values(catalog).map((known) => known.type);
  init.type = entry?.type ?? types.find((known) => known === type);
  return { code: "unrecognized_code", init };
}

/** What holds for every failed answer. The body's request id comes first, as it is the one that support knows. */
function base(headers: Headers, { meta }: Json, error: Json, mask: Mask): CStarErrorInit {
  const inMeta = isObject(meta) ? meta.requestId : undefined;
  const requestId = [error.request_id, inMeta].find((id) => typeof id === "string" && id !== "") as
    | string
    | undefined;
  return { requestId: requestId === undefined ? headerRequestId(headers, mask) : mask(requestId, true) };
}

/** The request id from the headers, where a body has none or never came. */
export function headerRequestId(headers: Headers, mask: Mask): string | undefined {
  const id = headers.get("x-cstar-request-id") || headers.get("x-request-id");
  return id ? mask(id, true) : undefined;
}

function parse(
  { bytes, whole }: Body,
  contentType: string | null,
): { text: string; json?: unknown; cause?: Error } {
  const charset = /;\s*charset="?([^\s";]+)/i.exec(contentType ?? "")?.[1] ?? "utf-8";
  let text: string;
  try {
    // The decoder takes a byte order mark away.
    text = new TextDecoder(charset, { fatal: whole }).decode(bytes);
  } catch {
    const cause = new TypeError(`The body is not text in the charset that its Content-Type names`);
    return { text: new TextDecoder().decode(bytes), cause };
  }
  if (!whole) return { text, cause: new RangeError("The body is longer than this client reads") };
  try {
    return { text, json: JSON.parse(text) };
  } catch (error) {
    // The message of JSON.parse quotes the body; its position does not.
    const at = /position \d+/.exec((error as Error).message)?.[0];
    return { text, cause: new SyntaxError(`The body is not JSON${at ? ` (at ${at})` : ""}`) };
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
