import { headerLookup } from "../conformance/headers.ts";
import { decodeBody } from "../verify/body.ts";
import { type Exchange, harEntries, readExchange } from "../verify/exchange.ts";
import { parseLiteral } from "./literal.ts";

/** A response as somebody pasted it. */
export interface RawHttpResponse {
  /** Of the request, where it was pasted too. */
  method?: string;
  url?: string;
  /** From the status line or the record, when there is one. */
  status?: number;
  /** Names in lower case; undefined when no headers were pasted. */
  headers?: Map<string, string>;
  /** The text of the body; undefined when there is none in what was pasted. */
  text?: string;
  /** The body, when it is JSON. */
  body?: unknown;
}

/** Most that are looked at in one paste. */
const MAX_RESPONSES = 100;

/**
 * Finds the responses in what somebody pasted: what `curl -i` and `-v` print, a body, records and HAR files, either of
 * them somewhere in a line of a log, and values as `console.log` and Python print them. Empty when there is none.
 */
export function readResponses(pasted: string): RawHttpResponse[] {
  // Colours of a terminal are copied along with its text.
  const text = pasted.replace(/^\ufeff/, "").replace(/\p{Cc}\[[\d;]*m/gu, "");
  const found = readHeads(text.split(/\r\n|\r|\n/));
  return (found.length > 0 ? found : fromText(text)).slice(0, MAX_RESPONSES);
}

/** Whether a text is what decoding gzip as UTF-8 makes of it. */
export function isGzip(text: string): boolean {
  return text.startsWith("\u001f\u008b") || text.startsWith("\u001f\ufffd");
}

/** Whether a text is a page for a browser. */
export function isPage(text: string): boolean {
  return /^\s*<(?:!doctype|html|head|body|center|h1|\?xml)/i.test(text);
}

const STATUS_LINE = /^HTTP\/\d(?:\.\d)?\s+(\d{3})\b/i;
const REQUEST_LINE = /^> ([A-Z]+) (\S+) HTTP\//;
const HEADER_LINE = /^([A-Za-z0-9!#$%&'*+.^_`|~-]+):(?:\s+(.*)|)$/;

/** Responses that begin with a status line. */
function readHeads(lines: readonly string[]): RawHttpResponse[] {
  const request = lines.map((line) => REQUEST_LINE.exec(line));
  const clean = withoutNoise(lines);
  const starts = clean.flatMap((line, index) => (STATUS_LINE.test(line) ? [index] : []));
  const found = starts.map((start, index) => readHead(clean.slice(start, starts[index + 1])));
  // What comes before the response proper: 100 Continue, a proxy's CONNECT, a redirect that curl followed.
  const final = found.filter((one, index) => {
    const { status = 0, text = "" } = one;
    const isTunnel = status === 200 && text === "" && (one.headers?.size ?? 0) === 0;
    return index === found.length - 1 || !(status < 200 || isTunnel || (status >= 300 && status < 400));
  });
  const [, method, url] = request.findLast((match) => match !== null) ?? [];
  if (final.length !== 1 || method === undefined || url === undefined) return final;
  return final.map((one) => ({ ...one, method, url }));
}

function readHead(lines: readonly string[]): RawHttpResponse {
  const status = Number(STATUS_LINE.exec(lines[0] ?? "")?.[1]);
  const headers = new Map<string, string>();
  let end = 1;
  for (; end < lines.length; end++) {
    const [, name, value = ""] = HEADER_LINE.exec(lines[end] ?? "") ?? [];
    if (name === undefined) break;
    const known = headers.get(name.toLowerCase());
    headers.set(name.toLowerCase(), known === undefined ? value.trim() : `${known}, ${value.trim()}`);
  }
  const text = lines.slice(end).join("\n").trim();
  const body = parseLoosely(text);
  return { status, headers, text, ...(body && { body: body.value }) };
}

/** Takes off what curl -v adds: `<` before what arrived, and lines about the connection and the request. */
function withoutNoise(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => /^< HTTP\//i.test(line))) return lines;
  return lines
    .filter(
      (line) =>
        !/^(?:[>*](?: |$)|[{}] \[\d+ bytes data\]|\s*% Total|\s*Dload|\s*\d+ +\d+[kM]? +\d)/.test(line),
    )
    .map((line) => line.replace(/^< ?/, ""));
}

/** Responses in text without a status line. */
function fromText(text: string): RawHttpResponse[] {
  const whole = parse(text);
  if (whole) return fromValue(whole.value);
  if (isPage(text) || isGzip(text)) return [{ text }];
  const lines = text.split(/\r\n|\r|\n/).flatMap((line) => withinLine(line) ?? []);
  if (lines.length > 1) return lines.flatMap(({ value }) => fromValue(value));
  const part = parseLoosely(text);
  return part ? fromValue(part.value) : [];
}

function withinLine(line: string): { value: unknown } | undefined {
  return line.includes("{") ? parseLoosely(line) : undefined;
}

/** Responses in a value; a value that holds none is a body itself. */
function fromValue(value: unknown): RawHttpResponse[] {
  if (typeof value === "string") {
    const inner = readResponses(value);
    return inner.length > 0 ? inner : [{ text: value, body: value }];
  }
  // Several bodies in a list are several; one in a list is a body that should not be one.
  const isListOfOne = Array.isArray(value) && value.length === 1 && readExchange(value[0]) === undefined;
  const found = isListOfOne ? [] : search(value, 0);
  return found.length > 0 ? found : [{ text: JSON.stringify(value), body: value }];
}

const MAX_DEPTH = 8;

/** Records, envelopes, and what else is a response, wherever they stand in a value. */
function search(value: unknown, depth: number): RawHttpResponse[] {
  if (depth > MAX_DEPTH) return [];
  if (typeof value === "string") return depth > 0 && /[{<]|^HTTP\//.test(value) ? searchText(value) : [];
  const entries = harEntries(value);
  if (entries) return entries.flatMap((entry) => search(entry, depth + 1));
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => search(item, depth + 1));
  const exchange = readExchange(withAxiosBody(value));
  if (exchange && exchange.status > 0) return [fromExchange(exchange, value, depth)];
  if (isEnvelope(value)) return [{ text: JSON.stringify(value), body: value }];
  return Object.values(value).flatMap((member) => search(member, depth + 1));
}

function searchText(text: string): RawHttpResponse[] {
  const heads = readHeads(text.split(/\r\n|\r|\n/));
  if (heads.length > 0) return heads;
  const part = parseLoosely(text);
  return part && typeof part.value !== "string" ? search(part.value, 1) : [];
}

function fromExchange(
  { method, url, status, headers, body }: Exchange,
  value: object,
  depth: number,
): RawHttpResponse {
  const decoded = decodeBody(body, {});
  const common = {
    ...(method !== undefined && { method }),
    ...(url !== undefined && { url }),
    status,
    ...(headers !== undefined && { headers: toMap(headers) }),
  };
  if ("json" in decoded) return { ...common, text: JSON.stringify(decoded.json), body: decoded.json };
  if ("text" in decoded) return { ...common, text: decoded.text };
  // A logger may keep the body elsewhere in the same line.
  const [elsewhere] = Object.values(value).flatMap((member) => search(member, depth + 1));
  return { ...common, ...(elsewhere && { text: elsewhere.text ?? "", body: elsewhere.body }) };
}

function toMap(headers: NonNullable<Exchange["headers"]>): Map<string, string> {
  const lookup = headerLookup(headers);
  const names = Array.isArray(headers)
    ? headers.map((header) => String(Array.isArray(header) ? header[0] : header.name))
    : Object.keys(headers);
  return new Map(names.map((name) => [name.toLowerCase(), lookup(name.toLowerCase()) ?? ""]));
}

/** axios calls the body `data`. */
function withAxiosBody(value: object): object {
  if ("response" in value && typeof value.response === "object" && value.response !== null)
    return { ...value, response: withAxiosBody(value.response) };
  return "status" in value && "data" in value && !("body" in value) && !("success" in value)
    ? { ...value, body: value.data }
    : value;
}

/** Whether a value claims to be a body of the API, or the error object alone. */
function isEnvelope(value: object): boolean {
  if ("success" in value && typeof value.success === "boolean") return true;
  if ("error" in value && typeof value.error === "object" && value.error !== null) return true;
  return "code" in value && typeof value.code === "string" && "message" in value;
}

/** JSON or a literal as it stands, JSON inside a JSON string, or the outermost object within other text. */
function parseLoosely(text: string): { value: unknown } | undefined {
  const whole = parse(text);
  if (typeof whole?.value === "string") return parse(whole.value) ?? whole;
  if (whole) return whole;
  const first = text.search(/[{[]/);
  const last = Math.max(text.lastIndexOf("}"), text.lastIndexOf("]"));
  // In a line of a log, brackets may stand around the time before it or the attempt after it.
  const widest = literal(text.slice(first, last + 1));
  return widest ?? literal(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
}

function literal(text: string): { value: unknown } | undefined {
  const value = parseLiteral(text);
  return typeof value === "object" && value !== null ? { value } : undefined;
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined; // not JSON, which is what the caller asked
  }
}
