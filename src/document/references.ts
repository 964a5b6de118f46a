import { refOf } from "./node.ts";

/** A reference as it stands in a file. */
export interface Reference {
  /** `$ref`; an entry of a discriminator's `mapping`; the `externalValue` of an example. */
  kind: "$ref" | "mapping" | "externalValue";
  /** What it names. */
  ref: string;
  /** Keys that lead to the value which is the reference. */
  keys: readonly string[];
  /** How to read what it leads to. */
  context: Context;
}

/**
 * What the keys of an object are: `words` of OpenAPI and JSON Schema, or `names` that somebody chose, among which
 * `example` or `x-ray` mean nothing else.
 */
export type Context = "words" | "names";

/** What stands under these keys is data of the API: a `$ref` in it refers to nothing. */
export const DATA: ReadonlySet<string> = new Set(["example", "examples", "default", "const", "enum"]);

/** The keys of these objects are names. */
export const NAMED: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"],
  ...["schemas", "headers", "parameters", "requestBodies", "securitySchemes", "links", "pathItems"],
  ...["callbacks", "webhooks", "content", "encoding", "variables", "scopes"],
]);

type Visit = (reference: Reference) => void;

/**
 * Calls `visit` for every reference in a value, in the order of the file. The values of extensions and examples are
 * data. What an alias of YAML repeats is visited once.
 */
export function walkReferences(value: unknown, visit: Visit, context: Context = "words"): void {
  const seen = { words: new Set<object>(), names: new Set<object>() };

  const walk = (current: unknown, keys: readonly string[], within: Context): void => {
    if (typeof current !== "object" || current === null || seen[within].has(current)) return;
    seen[within].add(current);
    const ref = refOf(current);
    if (ref !== undefined) visit({ kind: "$ref", ref, keys: [...keys, "$ref"], context: within });
    const step = within === "names" || Array.isArray(current) ? walk : walkMember;
    for (const [key, member] of Object.entries(current)) step(member, [...keys, key], "words");
  };
  const walkMember = (member: unknown, keys: readonly string[]): void => {
    const key = keys.at(-1) ?? "";
    if (key === "mapping") walkMapping(member, keys);
    else if (key === "examples") walkExamples(member, keys);
    else if (key === "responses") walkResponses(member, keys);
    else if (!key.startsWith("x-") && !DATA.has(key)) walk(member, keys, NAMED.has(key) ? "names" : "words");
  };
  const walkMapping = (mapping: unknown, keys: readonly string[]): void => {
    for (const [name, target] of membersOf(mapping)) {
      // Anything else is the name of a schema (OpenAPI 3.1, 4.8.25.4), which may have dots.
      if (typeof target !== "string" || !/[/#]|\.(ya?ml|json)$/i.test(target)) continue;
      visit({ kind: "mapping", ref: target, keys: [...keys, name], context: "words" });
    }
  };
  // Named examples are objects with a `value`; a list of examples is data as a whole.
  const walkExamples = (examples: unknown, keys: readonly string[]): void => {
    if (Array.isArray(examples)) return;
    const shared = refOf(examples);
    if (shared !== undefined) visit({ kind: "$ref", ref: shared, keys: [...keys, "$ref"], context: "names" });
    for (const [name, example] of membersOf(examples)) {
      const ref = refOf(example);
      if (ref !== undefined) visit({ kind: "$ref", ref, keys: [...keys, name, "$ref"], context: "words" });
      for (const [key, external] of membersOf(example)) {
        if (key !== "externalValue" || typeof external !== "string") continue;
        visit({ kind: "externalValue", ref: external, keys: [...keys, name, key], context: "words" });
      }
    }
  };
  // Responses may be extended, and their `default` is one of them (OpenAPI 3.1, 4.8.16).
  const walkResponses = (responses: unknown, keys: readonly string[]): void => {
    const ref = refOf(responses);
    if (ref !== undefined) visit({ kind: "$ref", ref, keys: [...keys, "$ref"], context: "names" });
    for (const [status, response] of membersOf(responses)) {
      if (!status.startsWith("x-")) walk(response, [...keys, status], "words");
    }
  };
  walk(value, [], context);
}

function membersOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}
