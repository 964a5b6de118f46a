import type { Node, Reader } from "../../document/node.ts";
import type { Tree } from "../../document/tree.ts";
import type { Finding } from "../../report/finding.ts";

/**
 * One pass over a document: reads typed values out of nodes and notes what is missing or of the wrong kind, so that
 * all mistakes are reported together and not one per run.
 */
export interface FactReader extends Reader {
  readonly tree: Tree;
  readonly findings: Finding[];
  /** A text that must be there; notes a finding and gives the empty string if it is not. */
  text(node: Node, key: string): string;
  /** A text that may be there; the empty string if not. */
  optionalText(node: Node | undefined, ...keys: string[]): string;
  /** A whole number that must be there; notes a finding and gives 0 if it is not. */
  integer(node: Node, key: string): number;
  /** A list of texts that must be there and not be empty. */
  texts(node: Node, key: string): string[];
  /** One of a closed set of words. */
  oneOf<const T extends string>(node: Node, key: string, words: readonly T[]): T;
  /** Notes a finding; once, however many operations lead to the node. */
  problem(rule: string, node: Node, message: string): void;
}

/** Makes a reader of the facts of `tree`, with no findings yet. */
export function createFactReader(tree: Tree): FactReader {
  const findings: Finding[] = [];
  const noted = new Set<string>();
  const { get } = tree.reader;

  const problem: FactReader["problem"] = (rule, { location }, message) => {
    const key = JSON.stringify([rule, location.file, location.pointer, message]);
    if (noted.has(key)) return;
    noted.add(key);
    const { line, column } = tree.locate(location);
    findings.push({
      rule,
      severity: "error",
      file: location.file,
      line,
      column,
      pointer: location.pointer,
      message,
    });
  };
  const expected = (node: Node, key: string, what: string): void => {
    const found = get(node, key);
    const state = found === undefined ? "is missing" : `is ${describe(found.value)}`;
    const label = Array.isArray(node.value) && /^\d+$/.test(key) ? `Item ${Number(key) + 1}` : `\`${key}\``;
    problem("contract-fact", found ?? node, `${label} ${state}: write ${what}.`);
  };

  return {
    ...tree.reader,
    tree,
    findings,
    problem,
    text(node, key) {
      const value = get(node, key)?.value;
      if (isText(value)) return value.trim();
      expected(node, key, "a text");
      return "";
    },
    optionalText(node, ...keys) {
      const value = get(node, ...keys)?.value;
      return typeof value === "string" ? value.trim() : "";
    },
    integer(node, key) {
      const value = get(node, key)?.value;
      if (Number.isInteger(value)) return value as number;
      expected(node, key, "a whole number");
      return 0;
    },
    texts(node, key) {
      const list = get(node, key);
      if (list === undefined || !Array.isArray(list.value) || list.value.length === 0) {
        expected(node, key, "a list of one or more texts");
        return [];
      }
      return list.value.map((_, index) => this.text(list, String(index)));
    },
    oneOf(node, key, words) {
      const value = get(node, key)?.value;
      const word = words.find((candidate) => candidate === value);
      if (word !== undefined) return word;
      expected(node, key, `one of ${words.join(", ")}`);
      return words[0] as (typeof words)[number];
    },
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

// A list or an object can be large: that it is one says enough.
function describe(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  return typeof value === "object" && value !== null ? "an object" : JSON.stringify(value);
}
