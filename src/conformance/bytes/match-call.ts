import type { ConformanceFacts } from "../facts.ts";
import { keyOf, QUOTE, type Source, standsAt, type Word, wordOf } from "./json.ts";

/**
 * Finds the operation of a call, given where the strings of its method and its URL begin.
 * @returns its id; undefined when there is none, or when the URL is written in a way that only `createMatcher` understands.
 */
export type MatchBytes = (json: Source, method: number, url: number) => string | undefined;

/** The segments of a path that leads to operations. */
interface Segment {
  literals: { text: string; name: Word; below: Segment }[];
  parameter?: Segment;
  operations: { method: Word; id: string }[];
}

const [SLASH, QUERY, FRAGMENT, SEMICOLON, COLON] = [47, 63, 35, 59, 58];

/**
 * Matches as `createMatcher` does, on the bytes of a record: the URL of nearly every record is plain, and to make text of it
 * and of its parts takes as long as to judge the response.
 */
export function createByteMatcher(
  { operations, basePath }: Pick<ConformanceFacts, "operations" | "basePath">,
  { base = basePath, host }: { base?: string | undefined; host?: string | undefined } = {},
): MatchBytes {
  const root: Segment = { literals: [], operations: [] };
  for (const { id, method, path } of operations) {
    // The response to a HEAD has no body, and OPTIONS is asked by browsers on their own.
    if (method === "HEAD" || method === "OPTIONS") continue;
    const segments = path.split("/").slice(1);
    // Parameters beside text, and empty segments, are left to the other matcher, and all that might be one of them.
    if (segments.some((segment) => !/^(?:\{[^}]*\}|[\w.~-]+)$/.test(segment))) return () => undefined;
    segments.reduce(child, root).operations.push({ method: keyOf(method), id });
  }
  const start = wordOf(base.replace(/\/+$/, ""));
  const authority = host === undefined ? undefined : wordOf(host.toLowerCase());
  return (json, method, url) => {
    const path = pathStart(json, url + 1, authority);
    if (path < 0 || !standsAt(json, path, start)) return undefined;
    const segment = find(root, json, path + start.length);
    if (segment === undefined) return undefined;
    for (const operation of segment.operations) {
      if (standsAt(json, method, operation.method)) return operation.id;
    }
    return undefined;
  };
}

function child(segment: Segment, name: string): Segment {
  const isParameter = name.startsWith("{");
  const known = isParameter ? segment.parameter : segment.literals.find(({ text }) => text === name)?.below;
  if (known) return known;
  const below: Segment = { literals: [], operations: [] };
  if (isParameter) segment.parameter = below;
  else segment.literals.push({ text: name, name: wordOf(name), below });
  return below;
}

/** The segment at which the path ends that goes on at a place. */
function find(segment: Segment, json: Source, at: number): Segment | undefined {
  const byte = json.bytes[at];
  if (byte === QUOTE || byte === QUERY || byte === FRAGMENT)
    return segment.operations.length > 0 ? segment : undefined;
  if (byte !== SLASH) return undefined;
  for (const { name, below } of segment.literals) {
    const end = at + 1 + name.length;
    if (!standsAt(json, at + 1, name) || !isEnd(json.bytes[end])) continue;
    const found = find(below, json, end);
    if (found) return found;
  }
  if (segment.parameter === undefined) return undefined;
  let end = at + 1;
  while (!isEnd(json.bytes[end])) end++;
  return end === at + 1 ? undefined : find(segment.parameter, json, end);
}

/** Whether a segment ends here; parameters of segments (`;v=1`) are not looked into. */
function isEnd(byte: number | undefined): boolean {
  return (
    byte === SLASH ||
    byte === QUOTE ||
    byte === QUERY ||
    byte === FRAGMENT ||
    byte === SEMICOLON ||
    byte === undefined
  );
}

/** Where the path of a URL begins; -1 for the URL of another host, and for what is not plain. */
function pathStart(json: Source, url: number, host: Word | undefined): number {
  if (json.bytes[url] === SLASH) return url;
  let at = url;
  while (isLetter(json.bytes[at])) at++;
  if (at === url || json.bytes[at] !== COLON || json.bytes[at + 1] !== SLASH || json.bytes[at + 2] !== SLASH)
    return -1;
  at += 3;
  if (host && !(standsAt(json, at, host) && [SLASH, COLON].includes(json.bytes[at + host.length] ?? 0)))
    return -1;
  while (!isEnd(json.bytes[at])) at++;
  return json.bytes[at] === SLASH ? at : -1;
}

function isLetter(byte: number | undefined): boolean {
  const lower = (byte ?? 0) | 32;
  return lower >= 97 && lower <= 122;
}
