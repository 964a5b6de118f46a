import { constOf, propertyNames, propertySchemas, requiredNames } from "../../document/composition.ts";
import type { Node } from "../../document/node.ts";
import type { SourceLocation } from "../../document/source.ts";
import {
  ACTORS,
  APPLIES_TO,
  type AppliesTo,
  type ErrorExample,
  type ErrorFact,
  type ParamRule,
  RETRY_RULES,
} from "../contract.ts";
import { exampleOf } from "./example.ts";
import type { FactReader } from "./fact-reader.ts";
import { inReadingOrder } from "./field-order.ts";
import type { CodeUse } from "./responses.ts";

/** Reads each registered code from the schema that the responses use for it. */
export function readErrors(
  reader: FactReader,
  registry: Node | undefined,
  uses: ReadonlyMap<string, CodeUse>,
): ErrorFact[] {
  if (registry === undefined) {
    const message =
      "No error of a response has a `code` that refers to an enum of all codes: write the enum, and refer to it.";
    reader.problem("contract-code", reader.tree.root, message);
    return [];
  }
  const registered = enumOf(reader, registry);
  for (const use of uses.values()) checkSchemas(reader, use, registered);
  return [...registered].flatMap(([code, entry]) => {
    const use = uses.get(code);
    const [schema] = use?.schemas ?? [];
    if (use && schema) return [readError(reader, schema, use)];
    const message = `Code ${code} has no schema that a response carries: write its file and name it in its responses.`;
    reader.problem("contract-code", entry, message);
    return [];
  });
}

/** A code stands in the enum, and in one file, which bears its name. */
function checkSchemas(
  reader: FactReader,
  { code, schemas }: CodeUse,
  registered: ReadonlyMap<string, Node>,
): void {
  const [first] = schemas;
  for (const schema of schemas) {
    if (!registered.has(code)) {
      reader.problem("contract-code", schema, `Code ${code} is not in the enum of codes: add it there.`);
    }
    if (schema.name !== undefined && schema.name !== code) {
      const message = `${schema.name} declares the code ${code}: the name of its file must be ${code}.`;
      reader.problem("contract-file-name", schema, message);
    }
    if (first && !sameLocation(first.location, schema.location)) {
      const message = `Code ${code} is declared here and in ${first.location.file}: keep one of the two.`;
      reader.problem("contract-code", schema, message);
    }
  }
}

function sameLocation(a: SourceLocation, b: SourceLocation): boolean {
  return a.file === b.file && a.pointer === b.pointer;
}

function readError(reader: FactReader, schema: Node, { code, envelopes, operations }: CodeUse): ErrorFact {
  const more = reader.get(schema, "externalDocs");
  const splitFrom = reader.optionalText(schema, "x-split-from");
  return {
    code,
    type: constText(reader, schema, "type"),
    status: reader.integer(schema, "x-http-status"),
    title: reader.text(schema, "title"),
    description: reader.text(schema, "description"),
    param: paramRule(reader, schema),
    retry: reader.oneOf(schema, "x-retry", RETRY_RULES),
    actor: reader.oneOf(schema, "x-actor", ACTORS),
    causes: reader.texts(schema, "x-causes"),
    fixes: reader.texts(schema, "x-fixes"),
    messages: reader.get(schema, "x-message") ? reader.texts(schema, "x-message") : [],
    appliesTo: readAppliesTo(reader, schema),
    since: reader.text(schema, "x-since"),
    ...(splitFrom !== "" && { splitFrom }),
    docUrl: constText(reader, schema, "doc_url"),
    ...(more && { more: { url: reader.text(more, "url"), description: reader.text(more, "description") } }),
    operations: [...operations],
    example: composeExample(reader, schema, envelopes),
    location: schema.location,
  };
}

function readAppliesTo(reader: FactReader, schema: Node): AppliesTo[] {
  const words = reader.get(schema, "x-applies-to");
  return reader.texts(schema, "x-applies-to").flatMap((word, index) => {
    return words && word !== "" ? [reader.oneOf(words, String(index), APPLIES_TO)] : [];
  });
}

function paramRule(reader: FactReader, schema: Node): ParamRule {
  if (!propertyNames(reader, schema).includes("param")) return "never";
  return requiredNames(reader, schema).includes("param") ? "required" : "optional";
}

function constText(reader: FactReader, schema: Node, name: string): string {
  const value = constOf(reader, schema, name)?.value;
  if (typeof value === "string") return value;
  reader.problem(
    "contract-fact",
    schema,
    `Property \`${name}\` needs a \`const\` with the value of this code.`,
  );
  return "";
}

/** The envelope of a response with this code's object in it. */
function composeExample(reader: FactReader, schema: Node, envelopes: ReadonlySet<Node>): ErrorExample {
  const [envelope] = envelopes;
  const error = exampleOf(reader, [schema]);
  const meta = exampleOf(reader, propertySchemas(reader, envelope, "meta"));
  if (!isRecord(error) || !isRecord(meta)) {
    const message = "No example of this error can be composed: give each property a `const` or `examples`.";
    reader.problem("contract-example", schema, message);
    return { success: false, error: {}, meta: {} };
  }
  const fields = inReadingOrder(Object.keys(error)).map((name) => [name, error[name]]);
  return { success: false, error: Object.fromEntries(fields), meta };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The members of an enum, each with its own place. */
export function enumOf(reader: FactReader, schema: Node | undefined): Map<string, Node> {
  return new Map(reader.entries(reader.get(schema, "enum")).map(([, node]) => [String(node.value), node]));
}
