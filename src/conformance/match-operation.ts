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
    for (const template of segmentsOf(operation.path)) node = child(node, template);
    node.operations.set(operation.method, operation);
  }
  return (method, path) => {
    const clean = pathOnly(path);
    if (!(clean === base || clean.startsWith(`${base}/`))) return { kind: "foreign" };
    const found = find(root, segmentsOf(clean.slice(base.length)), 0);
    const name = method.toUpperCase();
    const operation = found?.get(name) ?? (name === "HEAD" ? found?.get("GET") : undefined);
    return operation ? { kind: "operation", operation } : { kind: "unknown" };
  };
}

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

function find(node: Segment, path: readonly string[], index: number): Segment["operations"] | undefined {
  const name = path[index];
  if (name === undefined) return node.operations.size > 0 ? node.operations : undefined;
  const literal = node.literals.get(name);
  const found = literal && find(literal, path, index + 1);
  if (found || name === "") return found;
  for (const { text, pattern, segment } of node.templates) {
    const below = text === "{}" || pattern.test(name) ? find(segment, path, index + 1) : undefined;
    if (below) return below;
  }
  return undefined;
}

/** `/teams/a/tickets/` becomes `teams`, `a`, `tickets`; an empty segment between two slashes stays. */
function segmentsOf(path: string): string[] {
  return path.replace(/^\//, "").replace(/\/$/, "").split("/");
}

function pathOnly(url: string): string {
  const path = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "").replace(/[?#].*$/s, "");
  return path.replace(/;[^/]*/g, "");
}
