import { fromPointer, valueAt } from "../../src/document/index.ts";
import type { EmitInput, OutputFile } from "../render/output.ts";

type Schema = Record<string, unknown>;
const COMPONENTS = "#/components/schemas/";
const DEFINITIONS = "#/$defs/";

/** Name of the schema of an error's body in the document. */
const ENVELOPE = "ErrorEnvelope";

/** The schema as a file. */
export function emitEnvelopeSchema(input: EmitInput): OutputFile[] {
  const content = `${JSON.stringify(envelopeSchema(input), null, 2)}\n`;
  return [{ path: "error-envelope.schema.json", content }];
}

/**
 * The body of an error response as a JSON Schema (2020-12) on its own, for validators of any language: the envelope with
 * exactly one of the known errors in it.
 * @throws Error when the document has no schema for the envelope or a code.
 */
export function envelopeSchema({ contract, bundle }: EmitInput): Schema {
  const definitions = new Map<string, unknown>();
  const define = (name: string): void => {
    if (definitions.has(name)) return;
    const schema = valueAt(bundle, fromPointer(`/components/schemas/${name}`));
    if (schema === undefined) throw new Error(`The document has no schema ${name}.`);
    definitions.set(name, undefined); // holds its place in the order, and ends circles
    definitions.set(name, standalone(schema, define));
  };
  const names = [ENVELOPE, ...contract.errors.map(({ code }) => code)];
  for (const name of names) define(name);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `Error of the ${contract.title} ${contract.version}`,
    description: "The body of an error response. Later versions may add fields and codes.",
    allOf: [{ $ref: DEFINITIONS + ENVELOPE }],
    properties: { error: { oneOf: names.slice(1).map((code) => ({ $ref: DEFINITIONS + code })) } },
    $defs: Object.fromEntries(definitions),
  };
}

// Keywords that OpenAPI adds to JSON Schema, and those whose values are data or names and no schemas.
const OPENAPI_ONLY = new Set(["discriminator", "externalDocs", "example", "xml"]);
const DATA = new Set(["const", "enum", "examples", "default", "required"]);
const NAMED = new Set(["properties", "patternProperties", "$defs", "dependentSchemas"]);

function standalone(schema: unknown, define: (name: string) => void): unknown {
  if (Array.isArray(schema)) return schema.map((item) => standalone(item, define));
  if (typeof schema !== "object" || schema === null) return schema;
  const members = Object.entries(schema).filter(([key]) => !key.startsWith("x-") && !OPENAPI_ONLY.has(key));
  return Object.fromEntries(
    members.map(([key, value]) => {
      if (DATA.has(key)) return [key, value];
      if (NAMED.has(key)) return [key, mapValues(value, (member) => standalone(member, define))];
      if (key !== "$ref" || typeof value !== "string" || !value.startsWith(COMPONENTS)) {
        return [key, standalone(value, define)];
      }
      const name = value.slice(COMPONENTS.length);
      define(name);
      return [key, DEFINITIONS + name];
    }),
  );
}

function mapValues(value: unknown, map: (member: unknown) => unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, map(member)]));
}
