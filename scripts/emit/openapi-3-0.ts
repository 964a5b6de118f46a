import {
  fromPointer,
  propertyNames,
  requiredNames,
  schemaParts,
  toPointer,
  valueAt,
} from "../../src/document/index.ts";
import { documentFiles } from "../render/document.ts";
import type { EmitInput, OutputFile } from "../render/output.ts";
import { readBundle } from "./bundle.ts";
import { publishedDocument } from "./published.ts";
import { MISSING_IN_30, schemaTo30 } from "./schema-3-0.ts";
import { isObject, type MapSchema, mapSchemas, mapSubschemas, type Schema } from "./schemas.ts";

/** The published document once more, for tools that read nothing newer than OpenAPI 3.0. */
export function emitOpenapi30(input: EmitInput): OutputFile[] {
  return documentFiles("openapi-3.0", document30(input));
}

/**
 * The published document in OpenAPI 3.0.3. It accepts the same bodies. What 3.0 has no word for is left out of the texts
 * or told otherwise: see `schemaTo30`.
 */
export function document30(input: EmitInput): Schema {
  const document = publishedDocument(input);
  flattenErrors(document, input);
  const mapped = mapSchemas(document, (schema) => schemaTo30(schema, (ref) => resolveRef(document, ref)));
  const { openapi: _, jsonSchemaDialect: __, info, webhooks, components, ...rest } = mapped;
  const { pathItems, ...others } = isObject(components) ? components : ({} as Schema);
  return {
    openapi: "3.0.3",
    ...rest,
    info: info30(isObject(info) ? info : {}),
    ...(webhooks !== undefined && { "x-webhooks": webhooks }),
    components: { ...others, ...(pathItems !== undefined && { "x-pathItems": pathItems }) },
  };
}

/** The keywords of a document that the 3.0 edition has to leave out although they constrain something. */
export function findMissingIn30(bundle: Schema): { pointer: string; keyword: string }[] {
  const found: { pointer: string; keyword: string }[] = [];
  const visit: MapSchema = (schema, keys) => {
    if (!isObject(schema)) return schema;
    for (const keyword of MISSING_IN_30) {
      if (Object.hasOwn(schema, keyword)) found.push({ keyword, pointer: toPointer([...keys, keyword]) });
    }
    return mapSubschemas(schema, (inner, path) => visit(inner, [...keys, ...path]));
  };
  mapSchemas(bundle, visit);
  return found;
}

/** `summary` and the identifier of a licence are new in 3.1 (OpenAPI 3.1, 4.8.2 and 4.8.4). */
function info30({ summary, description, license, ...info }: Schema): Schema {
  const texts = [summary, description].filter((text) => typeof text === "string" && text !== "");
  const { identifier, ...rest } = isObject(license) ? license : ({} as Schema);
  const url = identifier === undefined ? {} : { url: `https://spdx.org/licenses/${identifier}.html` };
  return {
    ...info,
    ...(texts.length > 0 && { description: texts.join("\n\n") }),
    ...(isObject(license) && { license: { ...url, ...rest } }),
  };
}

/**
 * Writes the schema of each code in one piece. Its code is a text with a pattern: openapi-generator makes Java that does
 * not compile of a discriminator whose property is an enum, be it the property's own or one that `allOf` brings along.
 */
function flattenErrors(document: Schema, { contract, bundle }: EmitInput): void {
  const { tree, contract: bundled } = readBundle(bundle);
  const { reader } = tree;
  const { code: codeField } = contract.envelope.fields;
  for (const { code, location } of bundled.errors) {
    const schema = valueAt(document, fromPointer(location.pointer));
    if (!isObject(schema) || !Array.isArray(schema.allOf)) continue;
    const node = reader.get(tree.root, ...fromPointer(location.pointer));
    const parts = schemaParts(reader, node);
    const names = propertyNames(reader, node);
    const properties = names.map((name) => {
      const holders = parts.filter((part) => reader.get(part, "properties", name));
      const at = [...fromPointer(holders[0]?.location.pointer ?? ""), "properties", name];
      const declared = holders.map((part) => reader.get(part, "properties", name)?.value).filter(isObject);
      return [name, holders.length === 1 ? structuredClone(valueAt(document, at)) : mergeProperty(declared)];
    });
    const merged: Schema = Object.fromEntries(properties);
    const { description } = isObject(merged[codeField]) ? merged[codeField] : ({} as Schema);
    const pattern = `^${code.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")}$`;
    merged[codeField] = {
      ...(description !== undefined && { description }),
      type: "string",
      pattern,
      examples: [code],
    };
    const { allOf: _, ...facts } = schema;
    Object.assign(schema, facts, {
      type: "object",
      required: requiredNames(reader, node),
      properties: merged,
    });
    delete schema.allOf;
  }
}

/** One schema for a property that several parts declare, the most general first. */
function mergeProperty(declared: readonly Schema[]): Schema {
  const entries = declared.flatMap((schema) =>
    Object.entries(schema).filter(([key]) => !key.startsWith("x-")),
  );
  const merged: Schema = Object.fromEntries(entries);
  const { const: only, enum: _, title: __, ...rest } = merged;
  if (only === undefined) return merged;
  const { pattern: ___, format: ____, minLength: _____, ...facts } = rest; // a single value says it all
  return { ...facts, const: only };
}

function resolveRef(document: Schema, ref: string): unknown {
  return ref.startsWith("#/") ? valueAt(document, fromPointer(ref.slice(1))) : undefined;
}
