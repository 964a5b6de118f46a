/** Why a body was not judged. It may be fine: a recording holds what it holds. */
export type NotJudged =
  | "body-absent"
  | "body-compressed"
  | "body-in-another-file"
  | "body-redacted"
  | "body-truncated"
  | "headers-absent"
  | "retried";

/** A body as a recording has it. */
export interface RecordedBody {
  /** JSON, text, base64 or the bytes of a `Buffer` as JSON; undefined when it was not recorded. */
  value: unknown;
  /** `base64` as HAR has it. */
  encoding?: string | undefined;
  /** Length of the whole body in bytes, where the recording tells it. */
  size?: number | undefined;
  /** Whether the recording says that it is not all there. */
  isCut?: boolean | undefined;
}

/** A body ready to be judged, or why it is not. */
export type DecodedBody = { json: unknown } | { text: string } | { reason: NotJudged };

/** Undoes gzip, deflate and what else the runtime knows; undefined when it cannot. */
export type Inflate = (bytes: Uint8Array) => Uint8Array | undefined;

export interface DecodeOptions {
  inflate?: Inflate | undefined;
  /** What stands in place of what was taken out. */
  redacted?: string | undefined;
}

/** Finds the body that was sent behind the ways in which recordings keep it. */
export function decodeBody(body: RecordedBody, options: DecodeOptions): DecodedBody {
  const { value, encoding } = body;
  if (value === undefined) return { reason: "body-absent" };
  if (typeof value === "string") {
    if (encoding === "base64") return decodeBytes(fromBase64(value) ?? value, body, options);
    // A gzip stream in base64, whether or not the recording says so.
    if (value.startsWith("H4sI")) return decodeBytes(fromBase64(value) ?? value, body, options);
    return decodeText(value, body, options);
  }
  const bytes = bufferBytes(value);
  return bytes ? decodeBytes(bytes, body, options) : { json: value };
}

function decodeBytes(bytes: Uint8Array | string, body: RecordedBody, options: DecodeOptions): DecodedBody {
  if (typeof bytes === "string") return decodeText(bytes, body, options);
  const text = new TextDecoder().decode(bytes);
  // Recordings often keep `Content-Encoding` beside a text that is decoded already, so the bytes alone tell: what is
  // compressed is not UTF-8.
  if (!text.includes("\ufffd")) return decodeText(text, body, options);
  const plain = options.inflate?.(bytes);
  return plain ? decodeText(new TextDecoder().decode(plain), {}, options) : { reason: "body-compressed" };
}

function decodeText(
  text: string,
  body: Omit<RecordedBody, "value">,
  { redacted }: DecodeOptions,
): DecodedBody {
  const json = parse(text);
  if (json) {
    // Loggers put JSON into a string, and sometimes that into another.
    const inner = typeof json.value === "string" ? parse(json.value) : undefined;
    return { json: inner && typeof inner.value === "object" ? inner.value : json.value };
  }
  if (isRedacted(text, redacted)) return { reason: "body-redacted" };
  if (NOT_RECORDED.test(text)) return { reason: "body-absent" };
  return isTruncated(text, body) ? { reason: "body-truncated" } : { text };
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined; // not JSON, which is what the caller asked
  }
}

/** What programs print in place of a body that they could not print. */
const NOT_RECORDED = /^\s*(?:\[object \w+\]|<Buffer .*>|undefined|\(?binary\)?)\s*$/i;

const REDACTED =
  /^[[<({*\s]*(?:redacted|filtered|masked|hidden|removed|omitted|scrubbed|secret|\*{3,}|x{3,})[\])>}*\s]*$/i;

function isRedacted(text: string, mark: string | undefined): boolean {
  return text === mark || (text.length < 64 && REDACTED.test(text));
}

/** Whether a text that is not JSON is the beginning of a longer one. */
function isTruncated(text: string, { size = 0, isCut = false }: Omit<RecordedBody, "value">): boolean {
  if (isCut || /(?:…|\.\.\.|\[?truncated\]?)\s*$/i.test(text)) return true;
  return text !== "" && (size > new TextEncoder().encode(text).length || isOpenJson(text));
}

/** Whether a text begins as JSON does, and ends before its last bracket or quote is closed. */
function isOpenJson(text: string): boolean {
  if (!/^\s*[[{]\s*["[{\]}]/.test(text)) return false;
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (token === "{" || token === "[") depth++;
    else if (token === "}" || token === "]") depth--;
    if (depth === 0) return false;
  }
  return true;
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined; // not base64 after all
  }
}

/** The bytes of what `JSON.stringify` makes of a `Buffer`. */
function bufferBytes(value: unknown): Uint8Array | undefined {
  if (typeof value !== "object" || value === null || !("type" in value) || value.type !== "Buffer")
    return undefined;
  return "data" in value && Array.isArray(value.data) ? Uint8Array.from(value.data) : undefined;
}
