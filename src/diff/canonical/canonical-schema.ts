import { type Node, nodeId, type Reader } from "../../document/index.ts";
import { ANNOTATIONS, DEFAULTS, SCHEMA_LISTS, SCHEMA_MAPS, SETS, SUBSCHEMAS } from "./keywords.ts";
import { listOf, mergeSchemas, type Schema, same, unique } from "./merge.ts";
import { originsOf, withOrigins } from "./origin.ts";

/** Gives schemas in a form in which two that mean the same are the same. */
export type Canonicalize = (schema: Node | undefined) => Schema;

/**
 * Makes the canonical form of the schemas of one document: references resolved, `allOf` merged, `const` as an `enum` of
 * one, a choice of one resolved, `null` beside one schema as a second type, sets sorted, and everything left out that
 * says nothing. Titles and descriptions stay; examples and `x-` keys do not.
 *
 * A schema that contains itself ends, where it comes again, in a remark how far up it began.
 */
export function createCanonicalize(reader: Reader): Canonicalize {
  const known = new Map<string, Schema>();
  let recursions = 0;

  const visit = (node: Node | undefined, outer: readonly string[]): Schema => {
    const own = reader.get(node);
    if (own === undefined) return {};
    if (own.value === false) return { not: {} };
    const id = nodeId(own);
    const before = known.get(id);
    if (before) return before;
    if (outer.includes(id)) {
      recursions++;
      return { $comment: `contains itself, ${outer.length - outer.indexOf(id)} levels up` };
    }
    const seen = recursions;
    const inner = [...outer, id];
    const target = own.reference && reader.target(own.reference);
    const parts = [
      ...(target ? [visit(target, inner)] : []),
      ...ownParts(reader, own, (child) => visit(child, inner)),
    ];
    const merged = parts.reduce(mergeSchemas, {});
    const schema = withOrigins(tidy(merged), [...originsOf(merged), own.location]);
    if (recursions === seen) known.set(id, schema); // else what it is depends on where it is met
    return schema;
  };

  return (schema) => visit(schema, []);
}

/**
 * What is written in the schema itself, and its `allOf`; a choice of one is a part of its own. What stands beside a
 * reference applies as well as what it leads to (JSON Schema 2020-12 core, 8.2.3.1).
 */
function ownParts(reader: Reader, own: Node, canonical: (child: Node) => Schema): Schema[] {
  const schema: Record<string, unknown> = {};
  const parts: Schema[] = [];
  for (const [key, child] of reader.entries(own)) {
    if (key.startsWith("x-") || ANNOTATIONS.has(key)) continue;
    if (key === "allOf") parts.push(...reader.entries(child).map(([, part]) => canonical(part)));
    else if (key === "const") schema.enum = [child.value];
    else if (key === "oneOf" || key === "anyOf") {
      const members = reader.entries(child).map(([, member]) => canonical(member));
      const one = oneSchema(members);
      if (one) parts.push(one);
      else schema[key] = unique(members);
    } else schema[key] = canonicalValue(reader, [key, child], canonical);
  }
  return [...parts, schema];
}

function canonicalValue(
  reader: Reader,
  [key, child]: [string, Node],
  canonical: (child: Node) => Schema,
): unknown {
  if (SCHEMA_MAPS.has(key)) {
    return Object.fromEntries(reader.entries(child).map(([name, member]) => [name, canonical(member)]));
  }
  if (SCHEMA_LISTS.has(key)) return reader.entries(child).map(([, member]) => canonical(member));
  return SUBSCHEMAS.has(key) && child.value !== false ? canonical(child) : child.value;
}

/** The canonical form of what two canonical schemas demand together. */
export function mergeCanonical(a: Schema, b: Schema): Schema {
  return withOrigins(tidy(mergeSchemas(a, b)), [...originsOf(a), ...originsOf(b)]);
}

/** The schema that a choice amounts to: that of one member, or of one member and `null` (as a list of types). */
function oneSchema(members: readonly Schema[]): Schema | undefined {
  const [only] = members;
  if (members.length === 1) return only;
  const others = members.filter((member) => !same(member.type, "null"));
  const [other] = others;
  if (members.length !== 2 || others.length !== 1 || other?.type === undefined) return undefined;
  if (["oneOf", "anyOf", "allOf", "not"].some((key) => Object.hasOwn(other, key))) return undefined;
  const values = Object.hasOwn(other, "enum") ? { enum: [...listOf(other.enum), null] } : {};
  return { ...other, ...values, type: unique([...listOf(other.type), "null"]) };
}

/** Leaves out what says nothing, and sorts the members of sets. */
function tidy(schema: Schema): Schema {
  const typed = withTypeOfEnum(schema);
  const entries = Object.entries(typed).flatMap(([key, value]): [string, unknown][] => {
    if (saysNothing(key, value)) return [];
    if (key === "type" && Array.isArray(value) && value.length === 1) return [[key, value[0]]];
    return [[key, SETS.has(key) && Array.isArray(value) ? unique(value) : value]];
  });
  return Object.fromEntries(entries);
}

function saysNothing(key: string, value: unknown): boolean {
  if (Object.hasOwn(DEFAULTS, key)) return value === DEFAULTS[key];
  if (key === "required") return listOf(value).length === 0;
  if (SCHEMA_MAPS.has(key)) return Object.keys(value as object).length === 0;
  const isOpen = key === "additionalProperties" || key === "items" || key === "unevaluatedProperties";
  return isOpen && same(value, {});
}

// A closed set of values says all that its type, pattern or bounds could add.
const IMPLIED_BY_ENUM = ["pattern", "format", "minLength", "maxLength", "minimum", "maximum"];

function withTypeOfEnum(schema: Schema): Schema {
  if (!Array.isArray(schema.enum)) return schema;
  const declared = listOf(schema.type);
  const types = unique(schema.enum.map((value) => typeOf(value, declared)));
  const rest = Object.entries(schema).filter(([key]) => !IMPLIED_BY_ENUM.includes(key));
  return { ...Object.fromEntries(rest), type: types };
}

function typeOf(value: unknown, declared: readonly unknown[]): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value !== "number") return typeof value;
  return Number.isInteger(value) && !declared.includes("number") ? "integer" : "number";
}
