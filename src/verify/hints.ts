import { type ConformanceFacts, createMatcher } from "../conformance/index.ts";

/** Finds out what may be wrong with the call when nothing of an input belongs to the API. */
export interface Hints {
  add(hint: string): void;
  /** Told of each record that is no call of the API. */
  foreign(method: string, url: string): void;
  list(checked: number): string[];
}

/** How many foreign records are looked at. */
const MAX_TRIED = 1000;

export function createHints(
  facts: ConformanceFacts,
  { base, host }: { base?: string | undefined; host?: string | undefined },
): Hints {
  const hints: string[] = [];
  const match = createMatcher(facts, "");
  const bases = new Map<string, number>();
  let tried = 0;
  /** The base path with which this would be an operation; undefined when there is none. */
  const baseOf = (method: string, path: string): string | undefined => {
    for (let at = 0; at >= 0; at = path.indexOf("/", at + 1)) {
      if (match(method, path.slice(at)).kind === "operation") return path.slice(0, at) || "/";
    }
    return undefined;
  };
  return {
    add: (hint) => hints.push(hint),
    foreign(method, url) {
      if (tried++ >= MAX_TRIED) return;
      const found = baseOf(method, pathOf(url));
      if (found !== undefined) bases.set(found, (bases.get(found) ?? 0) + 1);
    },
    list(checked) {
      const [best] = [...bases].sort(([, a], [, b]) => b - a);
      if (checked > 0 || tried === 0) return [...hints];
      const searched = (base ?? facts.basePath).replace(/\/+$/, "") || "/";
      const isHost = host !== undefined && best?.[0] === searched;
      const hint = isHost
        ? `no record is from the host ${host}; leave \`--host\` out to take any`
        : `no record has a path below ${searched}${best ? `; did you mean \`--base ${best[0]}\`?` : ""}`;
      return [...hints, `0 of ${tried} matched: ${hint}`];
    },
  };
}

/** The path of a URL, without query. */
export function pathOf(url: string): string {
  return url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "").replace(/[?#].*$/s, "");
}
