import type { HeadersLike } from "../conformance/index.ts";
import type { RecordedBody } from "./body.ts";

/** One request and its response, as far as a recording has them. */
export interface Exchange {
  method?: string | undefined;
  /** A whole URL or a path. */
  url?: string | undefined;
  /** 0 when there was no response. */
  status: number;
  /** Absent when they were not recorded. */
  headers?: HeadersLike | undefined;
  body: RecordedBody;
  /** Name of the file that holds the body, as Playwright writes it. */
  file?: string | undefined;
  /** From a HAR file: an empty body may be that of a request that was sent again. */
  isHar: boolean;
  /** A WebSocket or a stream of events, which is no exchange of messages. */
  isStream: boolean;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a record in any of its forms: flat (`{ method, url, status, headers, body }`), nested (`{ request, response }`,
 * `{ req, res }`) or a HAR entry (http://www.softwareishard.com/blog/har-12-spec/#entries).
 * @returns undefined when it is none.
 */
export function readExchange(value: unknown): Exchange | undefined {
  if (!isObject(value)) return undefined;
  const response = value.response ?? value.res;
  return isObject(response)
    ? readNested(value, response)
    : isFlat(value)
      ? readParts({ request: value, response: value, entry: value })
      : undefined;
}

/** The entries of a HAR; undefined for anything else. */
export function harEntries(value: unknown): readonly unknown[] | undefined {
  const log = isObject(value) ? value.log : undefined;
  return isObject(log) && Array.isArray(log.entries) ? log.entries : undefined;
}

function isFlat(value: Json): boolean {
  // A body may well have a `status` of its own; a record has something else beside it.
  return "status" in value || "statusCode" in value
    ? ["method", "url", "path", "headers", "body"].some((name) => name in value)
    : "method" in value && ("url" in value || "path" in value);
}

function readNested(entry: Json, response: Json): Exchange {
  const request = entry.request ?? entry.req;
  return readParts({ request: isObject(request) ? request : entry, response, entry });
}

function readParts({ request, response, entry }: { request: Json; response: Json; entry: Json }): Exchange {
  const { content } = response;
  const isHar = isObject(content);
  const headers = readHeaders(response.headers ?? response.rawHeaders);
  const kind = String(entry._resourceType ?? "");
  return {
    method: text(request.method),
    url: text(request.url) ?? text(request.path) ?? text(request.originalUrl),
    status: Number(response.status ?? response.statusCode ?? 0) || 0,
    headers,
    body: isHar
      ? readContent(content)
      : { value: response.body, encoding: text(response.encoding), isCut: response.truncated === true },
    file: isHar ? text(content._file) : undefined,
    isHar,
    isStream: kind === "websocket" || kind === "eventsource" || "_webSocketMessages" in entry,
  };
}

function readContent({ text: value, encoding, size, comment }: Json): RecordedBody {
  const length = typeof size === "number" && size > 0 ? size : undefined;
  return {
    value: typeof value === "string" ? value : size === 0 ? "" : undefined,
    encoding: text(encoding),
    size: length,
    isCut: typeof comment === "string" && comment !== "",
  };
}

/** Headers as an object, as pairs, as HAR has them, or as names and values in turn (`rawHeaders` of Node). */
function readHeaders(value: unknown): HeadersLike | undefined {
  if (!Array.isArray(value)) return isObject(value) ? (value as HeadersLike) : undefined;
  // No response is without headers; an empty list means that nobody recorded them.
  if (value.length === 0) return undefined;
  if (value.every((item) => typeof item === "string")) {
    return value.flatMap((name, index): [string, string][] =>
      index % 2 === 0 ? [[name, value[index + 1] ?? ""]] : [],
    );
  }
  return value.filter((item) => Array.isArray(item) || isObject(item)) as unknown as HeadersLike;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
