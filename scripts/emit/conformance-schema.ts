import type { Schema } from "../../src/conformance/schema.ts";
import { fromFragment, fromPointer, toPointer, valueAt } from "../../src/document/index.ts";
import type { Bundle } from "../../src/lint/index.ts";

/** A schema that the check of responses cannot do. */
export class SchemaError extends Error {
  override readonly name = "SchemaError";
  /** Where it stands in the bundle. */
  readonly pointer: string;
  constructor(message: string, pointer: string) {
    super(message);
    this.pointer = pointer;
  }
}

/** Takes schemas out of the bundle, with all that they refer to. */
export interface SchemaCollector {
  /** The schema at a pointer into the bundle: a `$ref` to one of `schemas`. */
  refer(pointer: string): Schema;
  /** What was referred to, by name. */
  schemas: Record<string, Schema>;
}

/** What the check of responses cannot do; whoever needs one can say it with the others. */
const UNSUPPORTED = [
  ...["patternProperties", "propertyNames", "prefixItems", "unevaluatedItems", "unevaluatedProperties"],
  ...["minContains", "maxContains", "$dynamicRef"],
];

const KEPT = [
  ...["type", "const", "enum", "pattern", "format", "minLength", "maxLength", "minimum", "maximum"],
  ...["exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems", "uniqueItems"],
  ...["minProperties", "maxProperties", "required"],
] as const;

/** Drops what only explains, and says `if`, `contains` and the dependencies with `anyOf` and `not`. */
export function createSchemaCollector(bundle: Bundle): SchemaCollector {
  const schemas: Record<string, Schema> = {};

  const refer = (keys: readonly string[]): Schema => {
    const isComponent = keys.length === 3 && keys[0] === "components" && keys[1] === "schemas";
    const name = isComponent ? (keys[2] ?? "") : toPointer(keys);
    if (!Object.hasOwn(schemas, name)) {
      schemas[name] = {}; // so that a schema that contains itself ends here
      schemas[name] = convert(valueAt(bundle, keys), keys);
    }
    return { $ref: name };
  };

  const follow = (ref: string, from: readonly string[]): Schema => {
    const keys = ref.startsWith("#") ? fromFragment(ref.slice(1)) : undefined;
    if (keys === undefined || valueAt(bundle, keys) === undefined)
      throw new Error(
        `The $ref ${JSON.stringify(ref)} at ${toPointer(from)} of the bundle leads to nothing.`,
      );
    return refer(keys);
  };

  const convert = (value: unknown, keys: readonly string[]): Schema => {
    if (value === true) return {};
    if (value === false) return { not: {} };
    if (typeof value !== "object" || value === null)
      throw new SchemaError(`There is no schema at ${toPointer(keys)} of the bundle.`, toPointer(keys));
    const source = value as Record<string, unknown>;
    const unsupported = UNSUPPORTED.find((keyword) => source[keyword] !== undefined);
    if (unsupported) {
      const advice = "say it with properties, items, anyOf or not, or teach src/conformance the keyword";
      throw new SchemaError(
        `The check of responses does not know \`${unsupported}\` (${toPointer(keys)}): ${advice}.`,
        toPointer([...keys, unsupported]),
      );
    }
    const at = (...more: string[]) => convert(valueAt(source, more), [...keys, ...more]);
    const list = (keyword: string) =>
      Array.isArray(source[keyword]) && {
        [keyword]: source[keyword].map((_, index) => at(keyword, String(index))),
      };
    const all = [...((list("allOf") as { allOf?: Schema[] }).allOf ?? []), ...desugar(source, at)];
    const rest = source.additionalProperties;
    return {
      ...(typeof source.$ref === "string" && follow(source.$ref, keys)),
      ...Object.fromEntries(
        KEPT.flatMap((keyword) => (keyword in source ? [[keyword, source[keyword]]] : [])),
      ),
      ...(isObject(source.properties) && {
        properties: Object.fromEntries(
          Object.keys(source.properties).map((name) => [name, at("properties", name)]),
        ),
      }),
      ...(rest !== undefined && {
        additionalProperties: typeof rest === "boolean" ? rest : at("additionalProperties"),
      }),
      ...(source.items !== undefined && { items: at("items") }),
      ...(all.length > 0 && { allOf: all }),
      ...list("anyOf"),
      ...list("oneOf"),
      ...(source.not !== undefined && { not: at("not") }),
    };
  };

  return { refer: (pointer) => refer(fromPointer(pointer)), schemas };
}

/** Keywords that others can say. */
function desugar(source: Record<string, unknown>, at: (...keys: string[]) => Schema): Schema[] {
  const found: Schema[] = [];
  const ifThen = (condition: Schema, result: Schema) => found.push({ anyOf: [{ not: condition }, result] });
  if (source.if !== undefined) {
    if (source.then !== undefined) ifThen(at("if"), at("then"));
    if (source.else !== undefined) ifThen({ not: at("if") }, at("else"));
  }
  if (source.contains !== undefined) {
    ifThen({ type: "array" }, { not: { items: { not: at("contains") } } });
  }
  for (const [name, required] of Object.entries(source.dependentRequired ?? {}))
    ifThen({ type: "object", required: [name] }, { required: required as string[] });
  for (const name of Object.keys(source.dependentSchemas ?? {}))
    ifThen({ type: "object", required: [name] }, at("dependentSchemas", name));
  return found;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
