import { type AnyErrorCode, type CStarErrorInit, entryOf } from "../errors/index.ts";
import type { Body } from "./body.ts";
import { type Api, isObject } from "./options.ts";
import { type Redactor, showControls } from "./redact.ts";
import type { Route } from "./request.ts";

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
  /** Whether nothing can have been sent. */
  notSent?: boolean;
}

/** What a response is judged against. */
export interface ResponseContext {
  api: Pick<Api, "catalog" | "envelope" | "pagination">;
  route: Pick<Route, "codes" | "list">;
  redactor: Redactor;
}

/** Judges a response. Without a failure it is a well-formed success. */
export function parseResponse(
  { status, headers, ok }: Pick<Response, "status" | "headers" | "ok">,
  body: Body,
  context: ResponseContext,
): { buffered: BufferedResponse; failure?: FailureDetails } {
  const contentType = headers.get("content-type") ?? "";
  const { text, json, flaw: unreadable } = parseBody(body, contentType);
  const { meta, metaFields } = context.api.envelope;
  const buffered: BufferedResponse = { status, headers, text };
  const flaw = unreadable ?? findFlaw(json, ok, context);
  if (!flaw) buffered.json = json as Json;
  if (!flaw && ok) {
    buffered.requestId = read(json, meta, metaFields.requestId) as string;
    return { buffered };
  }
  const failure = readError(json, flaw, context);
  if (!flaw) return { buffered, failure };
  const excerpt = (part: string) => {
    return showControls(context.redactor.strict(part).replace(/\s+/g, " ")).slice(0, 256) || undefined;
  };
  failure.rawMessage = `HTTP ${status}: ${flaw}`;
  failure.contentType = excerpt(contentType);
  failure.excerpt = excerpt(text);
  if (unreadable) failure.cause = new SyntaxError(unreadable);
  return { buffered, failure };
}

/** The response as a `Response` whose body is there already. It has no URL, so that printing it shows no query. */
export function toResponse({ status, headers, text }: BufferedResponse): Response {
  const kept = new Headers(headers);
  // They describe the body as it came over the wire.
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) kept.delete(name);
  return new Response(text, { status, headers: kept });
}

/** JSON is UTF-8 (RFC 8259 §8.1), whatever its label says; the label counts only for what is no JSON in UTF-8. */
function parseBody(
  { bytes, complete }: Body,
  contentType: string,
): { text: string; json?: unknown; flaw?: string } {
  for (const label of complete ? [/^/, /;\s*charset="?([^\s";,]+)/i] : []) {
    try {
      // The decoder removes a byte order mark.
      const text = new TextDecoder(label.exec(contentType)?.[1], { fatal: true }).decode(bytes);
      return { text, json: JSON.parse(text) };
    } catch {
      // What is thrown here may quote the body.
    }
  }
  const text = new TextDecoder().decode(bytes);
  return { text, flaw: complete ? describeText(text.trim()) : "the body is longer than this client reads" };
}

/** What a text is that should be JSON. */
function describeText(text: string): string {
  if (!text) return "the body is empty";
  if (text.startsWith("<")) return "HTML or XML, as from a proxy, instead of JSON";
  if (/^[{[](.*[^}\]])?$/s.test(text)) return "the JSON is cut off";
  return "the body is not JSON in UTF-8";
}

/** What keeps a body from being the success or the error of an operation, as its status says it should be. */
function findFlaw(json: unknown, ok: boolean, { api, route }: ResponseContext): string | undefined {
  const { success, data, error, meta, pagination, fields, metaFields } = api.envelope;
  if (!isObject(json)) return "the body is not an object";
  if (read(json, success) !== ok) return `\`${success}\` is not ${ok}`;
  const entry = entryOf(api.catalog, read(json, error, fields.code));
  const required: (false | undefined | [type: string, ...path: string[]])[] = ok
    ? [
        [route.list ? "array" : "object", data],
        ["string", meta, metaFields.requestId],
        route.list && ["boolean", pagination, api.pagination.more],
      ]
    : [
        ["string", error, fields.code],
        ["string", error, fields.message],
        entry?.param === "required" && ["string", error, fields.param],
      ];
  for (const [type, ...path] of required.filter((one) => !!one)) {
    // The outermost part that is missing is the one to name.
    const missing = path.findIndex((_, index) => read(json, ...path.slice(0, index + 1)) === undefined);
    if (missing >= 0) return `\`${path.slice(0, missing + 1).join(".")}\` is missing`;
    const value = read(json, ...path);
    if (type !== (Array.isArray(value) ? "array" : value === null ? "null" : typeof value)) {
      return `\`${path.join(".")}\` is not of type ${type}`;
    }
  }
  return undefined;
}

/** Reads an error: one of the operation, another well-formed one, or, with a flaw, what there is of one. */
function readError(
  json: unknown,
  flaw: string | undefined,
  { api: { catalog, envelope }, route, redactor }: ResponseContext,
): FailureDetails {
  const { error, meta, fields, metaFields } = envelope;
  const field = (name: keyof typeof fields) => read(json, error, fields[name]);
  const { keys, log, strict } = redactor;
  const text = (value: unknown, redact = keys) => {
    return typeof value === "string" && value ? showControls(redact(value)) : undefined;
  };
  const code = field("code") as AnyErrorCode;
  const entry = entryOf(catalog, code);
  const id = (value: unknown) => text(value, (shown) => redactId(shown, redactor));
  const failure: FailureDetails = {
    code: "unexpected_response",
    // The error's own takes precedence, as it is the one that support knows.
    requestId: id(field("requestId")) ?? id(read(json, meta, metaFields.requestId)),
    // A code of the contract is no secret, even if it was sent.
    rawCode: entry ? code : text(code, flaw ? strict : log),
  };
  if (flaw) return failure;
  failure.rawMessage = text(field("message")) ?? "";
  failure.logMessage = text(field("message"), log) ?? "";
  failure.param = text(field("param"));
  if (entry && route.codes.includes(code)) return { ...failure, code, rawCode: undefined };
  const docUrl = text(field("docUrl"));
  return {
    ...failure,
    code: "unrecognized_code",
    type: (entry ?? Object.values(catalog).find(({ type }) => type === field("type")))?.type,
    docUrl: entry?.docUrl ?? (/^https:\/\/[!-~]+$/.test(`${docUrl}`) ? docUrl : undefined),
  };
}

/** A request id is never redacted, even if it was sent; what does not look like one may be anything. */
export function redactId(id: string, { keys, strict }: Redactor): string {
  return showControls(/^[\w.:~+/=@-]{1,200}$/.test(id) ? keys(id) : strict(id));
}

/** The value at a path of JSON; what is no object has no fields. */
function read(json: unknown, ...path: string[]): unknown {
  return path.reduce((value, name) => (isObject(value) ? (value as Json)[name] : undefined), json);
}
