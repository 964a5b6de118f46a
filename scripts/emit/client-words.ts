import type { Contract } from "../../src/contract/index.ts";

/** What the client takes for too short to be a secret: such words need not be named. */
const SHORTEST = 6;

/**
 * The words that a document itself uses: names of properties and parameters, and values of enums, in their order there;
 * codes and types of errors are not among them, since the client has those already. Whoever sends one has told no secret, and a message that names one must stay legible.
 */
export function contractWords({ errors }: Contract, bundle: unknown): string[] {
  const words = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { properties, enum: values, name } = value as Record<string, unknown>;
    const named = [...Object.keys(Object(properties)), ...(Array.isArray(values) ? values : []), name];
    for (const word of named) if (isWord(word)) words.add(word);
    for (const [key, inner] of Object.entries(value)) if (!/^x-|^examples?$/.test(key)) visit(inner);
  };
  visit(Object(bundle).paths);
  const { schemas, parameters } = Object(Object(bundle).components);
  visit(schemas);
  visit(parameters);
  const catalog = new Set(errors.flatMap(({ code, type }) => [code, type]));
  return [...words].filter((word) => !catalog.has(word));
}

function isWord(value: unknown): value is string {
  return typeof value === "string" && value.length >= SHORTEST && /^\w+$/.test(value);
}
