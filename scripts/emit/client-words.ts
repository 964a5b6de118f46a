import type { Contract } from "../../src/contract/index.ts";
import { fromFragment, refOf, valueAt } from "../../src/document/index.ts";

/** The client hides names that were sent from so many characters on, and values in logs: no shorter word need be listed. */
const SHORTEST_NAME = 6;
const SHORTEST_VALUE = 8;

/**
 * The words that a document itself uses: names of properties and parameters, and values of enums; first those of requests.
 * Codes and types of errors are not among them, since the client has those already. Whoever sends one has told no secret,
 * and a message that names one must stay legible.
 */
export function contractWords({ errors, operations }: Contract, bundle: unknown): string[] {
  const { paths } = Object(bundle);
  const requests = operations.map(({ path, method }) => {
    const item = Object(Object(paths)[path]);
    return [item.parameters, Object(item[method]).parameters, Object(item[method]).requestBody];
  });
  const { names } = wordsIn(requests, bundle);
  const all = wordsIn(paths, bundle);
  const long = [...all.names, ...all.values].filter(({ length }) => length >= SHORTEST_VALUE);
  const words = new Set([...names.filter(({ length }) => length >= SHORTEST_NAME), ...long]);
  for (const known of errors.flatMap(({ code, type }) => [code, type])) words.delete(known);
  return [...words];
}

/** The words in a part of the document and in all that it refers to. */
function wordsIn(part: unknown, bundle: unknown): { names: string[]; values: string[] } {
  const names: unknown[] = [];
  const values: unknown[] = [];
  const seen = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    const { properties, name, enum: choices } = value as Record<string, unknown>;
    names.push(name, ...Object.keys(Object(properties)));
    if (Array.isArray(choices)) values.push(...choices);
    for (const [key, inner] of Object.entries(value)) if (!/^x-|^examples?$/.test(key)) visit(inner);
    const ref = refOf(value);
    if (ref?.startsWith("#")) visit(valueAt(bundle, fromFragment(ref.slice(1)) ?? []));
  };
  visit(part);
  return { names: names.filter(isWord), values: values.filter(isWord) };
}

function isWord(value: unknown): value is string {
  return typeof value === "string" && /^\w+$/.test(value);
}
