import type { ConformanceFacts, OperationFacts } from "./facts.ts";

/** What a path belongs to. */
export type Match =
  | { kind: "operation"; operation: OperationFacts }
  /** Below the base path, but no path and method of the contract. */
  | { kind: "unknown" }
  /** Another API's path. */
  | { kind: "foreign" };

export type MatchOperation = (method: string, path: string) => Match;

/**
 * Finds operations by method and path. The path may have a query, a fragment and parameters (`;v=1`), which do not
 * matter, and a slash at its end. A literal segment wins over a parameter. HEAD belongs to the GET of its path.
 * @param basePath what paths begin with; by default that of the contract's server.
 */
export function createMatcher(
  { operations, basePath: standard }: Pick<ConformanceFacts, "operations" | "basePath">,
  basePath: string = standard,
): MatchOperation {
  const base = basePath.replace(/\/+$/, "");
  const root = emptySegment();
  for (const operation of operations) {
    let node = root;
    for (const template of plainPath(operation.path).slice(1).split("/")) node = child(node, template);
    node.operations.set(operation.method, operation);
  }
  return (method, url) => {
    const start = pathStart(url);
    const end = pathEnd(url, start);
    if (!url.startsWith(base, start)) return FOREIGN; // a base path holds no `?` or `#`, so it ends before they begin
    const rest = plainPath(url.slice(start + base.length, end));
    if (rest !== "" && !rest.startsWith("/")) return FOREIGN;
    const found = find(root, rest, 1);
    const name = method.toUpperCase();
    const operation = found?.get(name) ?? (name === "HEAD" ? found?.get("GET") : undefined);
    return operation ? { kind: "operation", operation } : UNKNOWN;
  };
}

const FOREIGN: Match = { kind: "foreign" };
const UNKNOWN: Match = { kind: "unknown" };

/** The segments of a path that leads to operations. */
interface Segment {
  literals: Map<string, Segment>;
  /** Segments with a parameter in them, such as `{id}` or `{id}.json`; those with more text first. */
  templates: { text: string; pattern: RegExp; segment: Segment }[];
  operations: Map<string, OperationFacts>;
}

function emptySegment(): Segment {
  return { literals: new Map(), templates: [], operations: new Map() };
}

function child({ literals, templates }: Segment, template: string): Segment {
  const text = template.replace(/\{[^}]*\}/g, "{}");
  const known = text.includes("{}")
    ? templates.find((one) => one.text === text)?.segment
    : literals.get(template);
  if (known) return known;
  const segment = emptySegment();
  if (!text.includes("{}")) literals.set(template, segment);
  else {
    const literal = text.replace(/[^\w{}]/g, "\\$&").replaceAll("{}", ".+");
    templates.push({ text, pattern: new RegExp(`^${literal}$`, "s"), segment });
    templates.sort((a, b) => b.text.length - a.text.length);
  }
  return segment;
}

/** The operations of a path, whose segment begins at an index. */
function find(node: Segment, path: string, at: number): Segment["operations"] | undefined {
  if (at > path.length) return node.operations.size > 0 ? node.operations : undefined;
  const slash = path.indexOf("/", at);
  const end = slash < 0 ? path.length : slash;
  const literal = node.literals.size === 0 ? undefined : node.literals.get(path.slice(at, end));
  const found = literal && find(literal, path, end + 1);
  if (found || at === end) return found;
  for (const { text, pattern, segment } of node.templates) {
    const fits = text === "{}" || pattern.test(path.slice(at, end));
    const below = fits ? find(segment, path, end + 1) : undefined;
    if (below) return below;
  }
  return undefined;
}

/** Without parameters of segments (`;v=1`) and without a slash at its end. */
function plainPath(path: string): string {
  const plain = path.includes(";") ? path.replace(/;[^/]*/g, "") : path;
  return plain.length > 1 && plain.endsWith("/") ? plain.slice(0, -1) : plain;
}

/** Where the path of a URL begins (RFC 3986 3); 0 for what is a path already. */
function pathStart(url: string): number {
  if (url.startsWith("/")) return 0;
  const scheme = url.indexOf("://");
  if (scheme < 0) return 0;
  const slash = url.indexOf("/", scheme + 3);
  const end = pathEnd(url, scheme + 3);
  return slash < 0 || slash > end ? end : slash;
}

/** Where the query or the fragment begins. */
function pathEnd(url: string, from: number): number {
  const query = url.indexOf("?", from);
  const fragment = url.indexOf("#", from);
  return Math.min(query < 0 ? url.length : query, fragment < 0 ? url.length : fragment);
}
