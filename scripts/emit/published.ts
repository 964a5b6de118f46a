import { fromPointer, requiredNames, schemaParts, valueAt } from "../../src/document/index.ts";
import type { Bundle } from "../../src/lint/index.ts";
import { origin } from "../render/banner.ts";
import { documentFiles } from "../render/document.ts";
import type { EmitInput, OutputFile } from "../render/output.ts";
import { readBundle } from "./bundle.ts";
import { isObject, mapSchemas, mapSubschemas, type Schema } from "./schemas.ts";

/** The document that partners get: the bundle and what follows from it, as YAML and as JSON. */
export function emitPublished(input: EmitInput): OutputFile[] {
  return documentFiles("openapi", publishedDocument(input));
}

/**
 * Adds to the bundle what follows from it and helps generators of other languages: a named example per code in each
 * response, a discriminator with its mapping in each choice of error objects, every field that a code's error must have in
 * its own schema, and an `enum` of one beside each `const`.
 */
export function publishedDocument(input: EmitInput): Bundle {
  const document = structuredClone(input.bundle);
  addExamples(document, input);
  addDiscriminators(document, input);
  completeErrors(document, input);
  const { openapi, ...rest } = mapSchemas(document, addEnums);
  return { openapi, "x-generated": origin, ...rest };
}

function addExamples(document: Bundle, { contract, bundle }: EmitInput): void {
  const examples = new Map(contract.errors.map(({ code, title, example }) => [code, { title, example }]));
  for (const { responses } of readBundle(bundle).contract.operations) {
    for (const { codes, location, mediaType, union } of responses) {
      if (union === undefined || mediaType === undefined) continue;
      const content = at(document, `${location.pointer}/content`)[mediaType] as Schema;
      content.examples = Object.fromEntries(
        codes.map((code) => {
          const { title, example } = examples.get(code) ?? {};
          return [code, { summary: title, value: example }];
        }),
      );
    }
  }
}

function addDiscriminators(document: Bundle, { contract, bundle }: EmitInput): void {
  const propertyName = contract.envelope.fields.code;
  for (const { responses } of readBundle(bundle).contract.operations) {
    for (const { codes, union } of responses) {
      const choice = union && at(document, union.location.pointer);
      if (choice?.oneOf === undefined) continue; // a single code leaves nothing to choose
      const mapping = codes.map((code) => [code, `#${union?.members[code]?.location.pointer}`]);
      choice.discriminator = { propertyName, mapping: Object.fromEntries(mapping) };
    }
  }
}

/** Many generators look for what a field demands only where the field is declared. */
function completeErrors(document: Bundle, { bundle }: EmitInput): void {
  const { tree, contract } = readBundle(bundle);
  for (const { location } of contract.errors) {
    const { pointer } = location;
    const schema = at(document, pointer);
    const own = Array.isArray(schema.allOf) ? schema.allOf.findLast((part) => !("$ref" in part)) : undefined;
    if (!isObject(own) || !isObject(own.properties)) continue;
    const node = tree.reader.get(tree.root, ...fromPointer(pointer));
    const required = requiredNames(tree.reader, node);
    const missing = required.filter((name) => !Object.hasOwn(own.properties as Schema, name));
    const added = missing.map((name) => {
      // As it stands in the part that declares it, which is most often a reference.
      const part = schemaParts(tree.reader, node).find((one) => tree.reader.get(one, "properties", name));
      const at = [...fromPointer(part?.location.pointer ?? ""), "properties", name];
      return [name, structuredClone(valueAt(document, at))];
    });
    own.properties = { ...own.properties, ...Object.fromEntries(added) };
    own.required = required;
  }
}

function addEnums(schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  const mapped = mapSubschemas(schema, addEnums);
  if (!Object.hasOwn(mapped, "const") || mapped.enum !== undefined) return mapped;
  const { const: only, ...rest } = mapped;
  return { ...rest, const: only, enum: [only] };
}

function at(document: Bundle, pointer: string): Schema {
  const value = valueAt(document, fromPointer(pointer));
  if (isObject(value)) return value;
  throw new Error(`The bundle has nothing at ${pointer}; the reader and the bundler disagree.`);
}
