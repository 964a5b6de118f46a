import type { Json } from "./support.ts";

/** Ways to write a document otherwise that change nothing about the API. Each gets a document of its own to change. */
export type Refactoring = (document: Json) => Json;

const SCHEMA_MAPS = new Set(["properties", "patternProperties", "schemas"]);
const SCHEMA_LISTS = new Set(["allOf", "oneOf", "anyOf"]);
const SCHEMAS = new Set(["schema", "items", "additionalProperties", "not"]);

/** Rewrites every schema of a document, the inner ones first. */
function eachSchema(value: Json, change: (schema: Json) => Json, isSchema = false): Json {
  if (Array.isArray(value)) return value.map((item) => eachSchema(item, change, isSchema));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]): [string, Json] => {
    if (/^(x-|example|const$|enum$|default$)/.test(key)) return [key, member];
    if (SCHEMA_MAPS.has(key) && typeof member === "object") {
      return [
        key,
        Object.fromEntries(
          Object.entries(member as object).map(([name, one]) => [name, eachSchema(one, change, true)]),
        ),
      ];
    }
    return [key, eachSchema(member, change, SCHEMA_LISTS.has(key) || SCHEMAS.has(key))];
  });
  const copy = Object.fromEntries(members);
  return isSchema ? change(copy) : copy;
}

/** Rewrites every object of a document that is no value of data. */
function eachObject(value: Json, change: (object: Json) => Json): Json {
  if (Array.isArray(value)) return value.map((item) => eachObject(item, change));
  if (typeof value !== "object" || value === null) return value;
  return change(
    Object.fromEntries(Object.entries(value).map(([key, member]) => [key, eachObject(member, change)])),
  );
}

function target(document: Json, ref: string): Json {
  return ref
    .slice(2)
    .split("/")
    .reduce((value, key) => value[key], document);
}

/** Replaces the references into one folder of `components` by what they point at. */
const inline =
  (folder: string): Refactoring =>
  (document) =>
    eachObject(document, (object) => {
      const ref = object.$ref as string | undefined;
      if (!ref?.startsWith(`#/components/${folder}/`)) return object;
      const { $ref: _, ...siblings } = object;
      return { ...eachObject(target(document, ref), (one) => one), ...siblings };
    });

const renameIn =
  (folder: string): Refactoring =>
  (document) => {
    const rename = (name: string) =>
      name in document.components.schemas && !/^[A-Z]/.test(name) ? name : `New${name}`;
    const renamed = eachObject(document, (object) => {
      const [, name] = new RegExp(`^#/components/${folder}/(.+)$`).exec(object.$ref ?? "") ?? [];
      return name === undefined ? object : { ...object, $ref: `#/components/${folder}/${rename(name)}` };
    });
    const entries = Object.entries(renamed.components[folder] as object).map(([name, one]) => [
      rename(name),
      one,
    ]);
    return { ...renamed, components: { ...renamed.components, [folder]: Object.fromEntries(entries) } };
  };

const reverseKeys: Refactoring = (document) =>
  eachObject(document, (object) => Object.fromEntries(Object.entries(object).reverse()));

/** The parameters of a path item, at each of its operations. */
const moveParameters: Refactoring = (document) => {
  const methods = new Set(["get", "post", "patch", "put", "delete"]);
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const { parameters = [], ...rest } = item as Json;
    const operations = Object.entries(rest).map(([key, operation]: [string, Json]) =>
      methods.has(key)
        ? [key, { ...operation, parameters: [...(operation.parameters ?? []), ...parameters] }]
        : [key, operation],
    );
    return [path, Object.fromEntries(operations)];
  });
  return { ...document, paths: Object.fromEntries(paths) };
};

const FALSE = { deprecated: false, readOnly: false, writeOnly: false };

export const refactorings: Readonly<Record<string, Refactoring>> = {
  "responses are written in place": inline("responses"),
  "parameters are written in place": inline("parameters"),
  "headers are written in place": inline("headers"),
  "shared responses have other names": renameIn("responses"),
  "shared schemas have other names": renameIn("schemas"),
  "keys stand in another order": reverseKeys,
  "parameters stand at the operations": moveParameters,
  "parameters stand in another order": (document) =>
    eachObject(document, (object) =>
      Array.isArray(object.parameters) ? { ...object, parameters: [...object.parameters].reverse() } : object,
    ),
  "sets stand in another order": (document) =>
    eachSchema(document, (schema) => {
      const copy = { ...schema };
      for (const key of ["enum", "required", "oneOf", "allOf"])
        if (Array.isArray(copy[key])) copy[key] = [...copy[key]].reverse();
      return copy;
    }),
  "a const is an enum of one": (document) =>
    eachSchema(document, ({ const: value, ...schema }) =>
      value === undefined ? schema : { ...schema, enum: [value] },
    ),
  "a choice of one": (document) =>
    eachSchema(document, ({ oneOf, ...schema }) => {
      const isReference = schema.$ref && Object.keys(schema).length === 1;
      if (isReference) return { oneOf: [schema] };
      // The alternatives of a choice of several stay as they are: what a code is stands in them.
      return oneOf
        ? { ...schema, oneOf: oneOf.map((one: Json) => (one.oneOf?.length === 1 ? one.oneOf[0] : one)) }
        : schema;
    }),
  "a type is a list of one": (document) =>
    eachSchema(document, (schema) =>
      typeof schema.type === "string" ? { ...schema, type: [schema.type] } : schema,
    ),
  "false defaults are written out": (document) =>
    eachSchema(document, (schema) =>
      schema.type === "object" ? { ...schema, ...FALSE, additionalProperties: true } : schema,
    ),
  "parameters write out their defaults": (document) =>
    eachObject(document, (object) =>
      object.in === "query"
        ? { required: false, style: "form", explode: true, allowReserved: false, ...object }
        : object,
    ),
  "properties stand in a part of an allOf": (document) =>
    eachSchema(document, (schema) => {
      const { properties, required, allOf = [], ...rest } = schema;
      const isPlain =
        properties && schema.type === "object" && !("title" in schema) && !("x-envelope" in schema);
      return isPlain ? { ...rest, allOf: [...allOf, { properties, ...(required && { required }) }] } : schema;
    }),
  "extensions and examples are added": (document) =>
    eachSchema(document, (schema) =>
      schema.type === "string" && !schema.examples ? { ...schema, "x-note": "n", examples: ["e"] } : schema,
    ),
  "a slash ends the server's address": (document) => ({
    ...document,
    servers: document.servers.map(({ url }: { url: string }) => ({
      url: `${url}/`,
      description: "The server.",
    })),
  }),
  "header names are in small letters": (document) =>
    eachObject(document, (object) =>
      object.headers && !object.schemas
        ? {
            ...object,
            headers: Object.fromEntries(
              Object.entries(object.headers).map(([name, header]) => [name.toLowerCase(), header]),
            ),
          }
        : object,
    ),
};
