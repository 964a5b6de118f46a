import { fieldsOf, isObject, type Json } from "./json.ts";
import type { Body } from "./read-body.ts";
import { type Failure, type Judging, readFailure } from "./read-failure.ts";

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

/** Tells what an answer is. Without a failure it is a well-formed success. */
export function readAnswer(
  { status, headers, ok }: Response,
  body: Body,
  judging: Judging,
): { answer: Answer; failure?: Failure } {
  const contentType = headers.get("content-type") ?? "";
  const { text, json, cause } = parse(body, contentType);
  const envelope = fieldsOf(json);
  const { success, data, meta, pagination } = envelope;
  const { requestId } = fieldsOf(meta);
  const answer: Answer = { status, headers, text };
  const isPage = Array.isArray(data) && typeof fieldsOf(pagination).hasMore === "boolean";
  const hasData = judging.call.route.list ? isPage : isObject(data);
  if (ok && success === true && hasData && typeof requestId === "string") {
    answer.json = envelope;
    answer.requestId = requestId;
    return { answer };
  }
  const failure = readFailure({ status, ok, contentType, text, envelope, cause }, judging);
  if (failure.code !== "unexpected_response") answer.json = envelope;
  return { answer, failure };
}

function parse(
  { bytes, whole }: Body,
  contentType: string,
): { text: string; json?: unknown; cause?: Error | undefined } {
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
