/**
 * The keywords of JSON Schema 2020-12 by what stands under them
 * (https://json-schema.org/draft/2020-12/json-schema-core, sections 10 and 11).
 */

/** Objects whose keys are names that somebody chose, each with a schema. */
export const SCHEMA_MAPS = new Set(["properties", "patternProperties", "dependentSchemas"]);

/** Lists of schemas. */
export const SCHEMA_LISTS = new Set(["allOf", "oneOf", "anyOf", "prefixItems"]);

/** A single schema. */
export const SUBSCHEMAS = new Set([
  ...["items", "contains", "additionalProperties", "propertyNames", "not", "if", "then", "else"],
  ...["unevaluatedItems", "unevaluatedProperties", "contentSchema"],
]);

/** What says nothing about which values are valid, and is not compared as a part of a schema. */
export const ANNOTATIONS = new Set([
  ...["example", "examples", "externalDocs", "discriminator", "xml"],
  ...["$comment", "$id", "$anchor", "$schema", "$defs", "$dynamicAnchor"],
]);

/** The words of a schema. */
export const TEXTS = new Set(["title", "description"]);

/** Lists in which the order has no meaning. */
export const SETS = new Set(["allOf", "oneOf", "anyOf", "enum", "required", "type"]);

/** Bounds that a schema raises to allow less, with the value that allows everything. */
export const LOWER_BOUNDS = new Set([
  ...["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains"],
]);

/** Bounds that a schema lowers to allow less. */
export const UPPER_BOUNDS = new Set([
  ...["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains"],
]);

/** Keywords that say nothing with this value, because it is what their absence means. */
export const DEFAULTS: Readonly<Record<string, unknown>> = {
  deprecated: false,
  readOnly: false,
  writeOnly: false,
  uniqueItems: false,
  minLength: 0,
  minItems: 0,
  minProperties: 0,
};
