import type { Node } from "../../document/node.ts";
import type { Place } from "../../document/source.ts";
import type { Actor, AppliesTo, ErrorExample, ErrorFact, ParamRule, RetryRule } from "../contract.ts";
import { constOf, propertyNames, propertySchemas, requiredNames } from "./composition.ts";
import { exampleOf } from "./example.ts";
import { inReadingOrder } from "./field-order.ts";
import type { Reading } from "./reading.ts";
import type { CodeUse } from "./responses.ts";

const RETRY_RULES = ["never", "after", "backoff"] as const satisfies RetryRule[];
const ACTORS = ["developer", "administrator", "cstar", "nobody"] as const satisfies Actor[];
const APPLIES_TO = [
  "always",
  "query",
  "body",
  "required-body",
  "write",
  "path-id",
  "explicit",
] as const satisfies AppliesTo[];

/** Reads each registered code from the schema that the responses use for it. */
export function readErrors(reading: Reading, registry: Node | undefined, uses: CodeUse[]): ErrorFact[] {
  if (registry === undefined) {
    const message =
      "No error of a response has a `code` that refers to an enum of all codes: write the enum, and refer to it.";
    reading.problem("contract-code", reading.tree.root, message);
    return [];
  }
  const registered = enumOf(reading, registry);
  for (const [code, schemas] of schemasByCode(uses)) checkSchemas(reading, code, { schemas, registered });
  return [...registered].flatMap(([code, entry]) => {
    const used = uses.filter((use) => use.code === code);
    const first = used[0];
    if (first) return [readError(reading, first, used)];
    const message = `Code ${code} has no schema that a response carries: write its file and name it in its responses.`;
    reading.problem("contract-code", entry, message);
    return [];
  });
}

function schemasByCode(uses: CodeUse[]): Map<string, Node[]> {
  const schemas = new Map<string, Node[]>();
  for (const { code, schema } of uses) schemas.set(code, [...(schemas.get(code) ?? []), schema]);
  return schemas;
}

interface Declared {
  schemas: Node[];
  registered: ReadonlyMap<string, Node>;
}

/** A code stands in the enum, and in one file, which bears its name. */
function checkSchemas(reading: Reading, code: string, { schemas, registered }: Declared): void {
  for (const schema of schemas) {
    if (!registered.has(code)) {
      reading.problem("contract-code", schema, `Code ${code} is not in the enum of codes: add it there.`);
    }
    if (schema.name !== undefined && schema.name !== code) {
      const message = `${schema.name} declares the code ${code}: the name of its file must be ${code}.`;
      reading.problem("contract-file-name", schema, message);
    }
    const [first] = schemas;
    if (first && !samePlace(first.place, schema.place)) {
      const message = `Code ${code} is declared here and in ${first.place.file}: keep one of the two.`;
      reading.problem("contract-code", schema, message);
    }
  }
}

function samePlace(a: Place, b: Place): boolean {
  return a.file === b.file && a.pointer === b.pointer;
}

function readError(reading: Reading, { code, schema, envelope }: CodeUse, uses: CodeUse[]): ErrorFact {
  const more = reading.get(schema, "externalDocs");
  return {
    code,
    type: constText(reading, schema, "type"),
    status: reading.integer(schema, "x-http-status"),
    title: reading.text(schema, "title"),
    description: reading.text(schema, "description"),
    param: paramRule(reading, schema),
    retry: reading.oneOf(schema, "x-retry", RETRY_RULES),
    actor: reading.oneOf(schema, "x-actor", ACTORS),
    causes: reading.texts(schema, "x-causes"),
    fixes: reading.texts(schema, "x-fixes"),
    appliesTo: readAppliesTo(reading, schema),
    since: reading.text(schema, "x-since"),
    docUrl: constText(reading, schema, "doc_url"),
    ...(more && { more: { url: reading.text(more, "url"), description: reading.text(more, "description") } }),
    operations: [...new Set(uses.map((use) => use.operation))],
    example: composeExample(reading, schema, envelope),
    place: schema.place,
  };
}

function readAppliesTo(reading: Reading, schema: Node): AppliesTo[] {
  const words = reading.get(schema, "x-applies-to");
  return reading.texts(schema, "x-applies-to").flatMap((word, index) => {
    return words && word !== "" ? [reading.oneOf(words, String(index), APPLIES_TO)] : [];
  });
}

function paramRule(reading: Reading, schema: Node): ParamRule {
  if (!propertyNames(reading, schema).includes("param")) return "never";
  return requiredNames(reading, schema).includes("param") ? "required" : "optional";
}

function constText(reading: Reading, schema: Node, name: string): string {
  const value = constOf(reading, schema, name)?.value;
  if (typeof value === "string") return value;
  reading.problem(
    "contract-fact",
    schema,
    `Property \`${name}\` needs a \`const\` with the value of this code.`,
  );
  return "";
}

/** The envelope of a response with this code's object in it. */
function composeExample(reading: Reading, schema: Node, envelope: Node): ErrorExample {
  const error = exampleOf(reading, [schema]);
  const meta = exampleOf(reading, propertySchemas(reading, envelope, "meta"));
  if (!isRecord(error) || !isRecord(meta)) {
    const message = "No example of this error can be composed: give each property a `const` or `examples`.";
    reading.problem("contract-example", schema, message);
    return { success: false, error: {}, meta: {} };
  }
  const fields = inReadingOrder(Object.keys(error)).map((name) => [name, error[name]]);
  return { success: false, error: Object.fromEntries(fields), meta };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The members of an enum, each with its own place. */
export function enumOf(reading: Reading, schema: Node | undefined): Map<string, Node> {
  return new Map(reading.entries(reading.get(schema, "enum")).map(([, node]) => [String(node.value), node]));
}
