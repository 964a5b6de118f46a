import { fromPointer, toPointer, valueAt } from "../../src/document/index.ts";
import { documentFiles } from "../render/document.ts";
import type { EmitInput, OutputFile } from "../render/output.ts";
import { readBundle } from "./bundle.ts";
import { flattenObject } from "./flat-schema.ts";
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
  const { code: field } = contract.envelope.fields;
  for (const { code, location } of readBundle(bundle).contract.errors) {
    const keys = fromPointer(location.pointer);
    const holder = valueAt(document, keys.slice(0, -1));
    const flat = flattenObject(bundle, location.pointer);
    if (!flat || !isObject(flat.properties) || !isObject(holder)) continue;
    const { const: _, ...property } = flat.properties[field] as Schema;
    const pattern = `^${code.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")}$`;
    flat.properties[field] = { ...property, type: "string", pattern, examples: [code] };
    holder[keys.at(-1) ?? ""] = flat;
  }
}

function resolveRef(document: Schema, ref: string): unknown {
  return ref.startsWith("#/") ? valueAt(document, fromPointer(ref.slice(1))) : undefined;
}
