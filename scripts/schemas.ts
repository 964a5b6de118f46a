import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { fromPointer, type Tree, toPointer, traceOrigins } from "../src/document/index.ts";
import type { Bundle } from "../src/lint/index.ts";
import { didYouMean, type Finding } from "../src/report/index.ts";
import { isObject, LISTS, MAPS, mapSchemas, mapSubschemas, type Schema, SINGLE } from "./emit/schemas.ts";

/**
 * The keywords of a schema: JSON Schema 2020-12 with its vocabularies, and what OpenAPI adds (OpenAPI 3.1, "Schema Object").
 * A tool that does not know a keyword passes over it, so a misspelt one constrains nothing and nobody notices.
 */
const KEYWORDS: readonly string[] = [
  ...[...SINGLE, ...LISTS, ...MAPS],
  ...["$id", "$schema", "$ref", "$anchor", "$dynamicRef", "$dynamicAnchor", "$vocabulary", "$comment"],
  ...["type", "const", "enum", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"],
  ...["maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "maxContains"],
  ...["minContains", "maxProperties", "minProperties", "required", "dependentRequired"],
  ...["title", "description", "default", "deprecated", "readOnly", "writeOnly", "examples"],
  ...["format", "contentEncoding", "contentMediaType", "discriminator", "xml", "externalDocs", "example"],
];

/**
 * Holds every schema against JSON Schema itself, beside a `$ref` too: linters look at the values of some keywords alone,
 * and at none that stands beside a `$ref`. Keys that begin with `x-` are `checkExtensions`' matter.
 */
export function checkSchemas(tree: Tree, bundle: Bundle): Finding[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true });
  const originOf = traceOrigins(bundle, tree);
  const findings: Finding[] = [];
  const note = (keys: readonly string[], message: string): void => {
    const location = originOf(toPointer([...keys]));
    findings.push({
      rule: "schema-keyword",
      severity: "error",
      ...location,
      ...tree.locate(location),
      message,
    });
  };
  mapSchemas(bundle, (schema, keys) => {
    forEachSchema(schema, keys, (one, at) => {
      for (const [key, message] of faultsOf(one)) note([...at, key], message);
    });
    if (isObject(schema) && ajv.validateSchema(schema) !== true) {
      for (const { instancePath, message } of deepest(ajv.errors ?? [])) {
        note([...keys, ...fromPointer(instancePath)], `This value ${message}, says JSON Schema. Correct it.`);
      }
    }
    return schema;
  });
  return findings;
}

/** Visits a schema and all schemas inside of it. */
function forEachSchema(
  schema: unknown,
  keys: string[],
  visit: (schema: Schema, keys: string[]) => void,
): void {
  if (!isObject(schema)) return;
  visit(schema, keys);
  mapSubschemas(schema, (inner, path) => forEachSchema(inner, [...keys, ...path], visit));
}

/** What is wrong with a schema that the schema of schemas does not see, by keyword. */
function faultsOf(schema: Schema): [key: string, message: string][] {
  const faults = Object.keys(schema)
    .filter((key) => !KEYWORDS.includes(key) && !key.startsWith("x-"))
    .map((key): [string, string] => {
      const meant = didYouMean(key, KEYWORDS);
      return [
        key,
        `\`${key}\` is no keyword of a schema, and constrains nothing.${meant} Correct or remove it.`,
      ];
    });
  const { pattern } = schema;
  const reason = typeof pattern === "string" ? reasonAgainst(pattern) : undefined;
  if (reason !== undefined)
    faults.push(["pattern", `This is no regular expression (${reason}). Correct it.`]);
  return faults;
}

/** Why a text is no pattern; undefined for one that is (JSON Schema 2020-12 Core, 6.4: ECMA-262 with its flag `u`). */
function reasonAgainst(pattern: string): string | undefined {
  try {
    new RegExp(pattern, "u");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^.*: /s, "") : String(error);
  }
}

/** Of several errors of one schema, such as those of each form that a value may have, the one that is farthest inside, once. */
function deepest(errors: readonly ErrorObject[]): ErrorObject[] {
  // A list is refused for being no word where it is also refused for what is in it.
  const telling = errors.filter(({ keyword, data }) => !(keyword === "enum" && Array.isArray(data)));
  const [first, ...others] = telling;
  if (first === undefined) return [];
  return [others.reduce((a, b) => (b.instancePath.length > a.instancePath.length ? b : a), first)];
}
