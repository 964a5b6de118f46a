import { fromPointer, schemaParts, valueAt } from "../../src/document/index.ts";
import { errorsOrigin } from "../render/addresses.ts";
import type { EmitInput, OutputFile } from "../render/output.ts";
import { readBundle } from "./bundle.ts";
import { flattenObject } from "./flat-schema.ts";
import { isObject, mapSubschemas, type Schema } from "./schemas.ts";

const NAME = "error-envelope.schema.json";
const COMPONENTS = "/components/schemas/";

/** The body of an error response as a schema on its own. */
export function emitEnvelopeSchema(input: EmitInput): OutputFile[] {
  return [{ path: NAME, content: `${JSON.stringify(envelopeSchema(input), null, 2)}\n` }];
}

/**
 * The body of an error response as a JSON Schema (2020-12) on its own, for validators and generators of any language: the
 * envelope with exactly one of the known errors in it, each in one piece, and nothing that JSON Schema does not know.
 * @throws Error when no error response has an envelope that can be written in one piece.
 */
export function envelopeSchema({ contract, bundle }: EmitInput): Schema {
  const definitions = new Map<string, unknown>();
  const define = (pointer: string): string => {
    const name = pointer.slice(COMPONENTS.length);
    if (!definitions.has(name)) {
      definitions.set(name, undefined); // holds its place in the order, and ends circles
      const schema = flattenObject(bundle, pointer) ?? valueAt(bundle, fromPointer(pointer));
      definitions.set(name, standalone(schema, define));
    }
    return `#/$defs/${name}`;
  };
  const flat = standalone(flattenObject(bundle, envelopePointer({ contract, bundle })), define);
  if (!isObject(flat) || !isObject(flat.properties)) throw new Error(NO_ENVELOPE);
  const codes = readBundle(bundle).contract.errors.map(({ location }) => ({
    $ref: define(location.pointer),
  }));
  const { error } = contract.envelope;
  const properties = Object.entries(flat.properties).map(([name, schema]) => {
    const { description } = isObject(schema) ? schema : ({} as Schema);
    return [
      name,
      name === error ? { ...(description !== undefined && { description }), oneOf: codes } : schema,
    ];
  });
  const major = contract.version.split(".")[0];
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `${errorsOrigin(contract)}/v${major}/${NAME}`,
    title: `Error of the ${contract.title} ${contract.version}`,
    description: "The body of an error response. Later versions may add fields and codes.",
    type: "object",
    required: flat.required,
    properties: Object.fromEntries(properties),
    $defs: usedOf(Object.fromEntries(definitions), properties),
  };
}

const NO_ENVELOPE = `No error response has an envelope of properties alone, which ${NAME} needs.`;

/** Where in the bundle an envelope is that cannot be written in one piece, and what to do; undefined when it can. */
export function findEnvelopeFault(input: EmitInput): { pointer: string; message: string } | undefined {
  const pointer = envelopePointer(input);
  if (flattenObject(input.bundle, pointer)) return undefined;
  const message = `${NO_ENVELOPE} Describe the envelope of errors with \`properties\` and \`required\`.`;
  return { pointer, message };
}

/** Where the envelope is described: the part of an error response that names its fields. */
function envelopePointer({ bundle }: EmitInput): string {
  const { tree, contract } = readBundle(bundle);
  const responses = contract.operations.flatMap((operation) => operation.responses);
  const schemas = responses.flatMap(({ schema, union }) => (schema && union ? [schema] : []));
  const parts = schemas.flatMap((schema) => schemaParts(tree.reader, schema));
  return parts.find((part) => tree.reader.get(part, "x-envelope"))?.location.pointer ?? "";
}

// Keywords that OpenAPI adds to JSON Schema.
const OPENAPI_ONLY = ["discriminator", "externalDocs", "example", "xml"];

function standalone(schema: unknown, define: (pointer: string) => string): unknown {
  if (!isObject(schema)) return schema;
  const known = Object.entries(schema).filter(
    ([key]) => !key.startsWith("x-") && !OPENAPI_ONLY.includes(key),
  );
  const mapped = mapSubschemas(Object.fromEntries(known), (inner) => standalone(inner, define));
  const { $ref } = mapped;
  return typeof $ref === "string" && $ref.startsWith(`#${COMPONENTS}`)
    ? { ...mapped, $ref: define($ref.slice(1)) }
    : mapped;
}

/** The definitions that `roots` lead to, in their order. */
function usedOf(definitions: Schema, roots: unknown): Schema {
  const used = new Set<string>();
  const visit = (value: unknown): void => {
    for (const [, name = ""] of JSON.stringify(value).matchAll(/"#\/\$defs\/([^"]+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      visit(definitions[name]);
    }
  };
  visit(roots);
  return Object.fromEntries(Object.entries(definitions).filter(([name]) => used.has(name)));
}
