import type { Node } from "../../document/node.ts";
import type {
  ErrorTypeFact,
  ExtensionFact,
  FieldFact,
  KeyFact,
  RetiredCode,
  StatusFact,
} from "../contract.ts";
import { constOf, parts, propertyNames, propertySchemas } from "./composition.ts";
import { enumOf } from "./errors.ts";
import { inReadingOrder } from "./field-order.ts";
import type { Reading } from "./reading.ts";
import type { CodeUse } from "./responses.ts";

/** The types of the `ErrorType` enum, each with what `x-error-types` says of it. Every error must have one of them. */
export function readTypes(
  reading: Reading,
  registry: Node | undefined,
  uses: readonly CodeUse[],
): ErrorTypeFact[] {
  const types = enumOf(reading, registry);
  for (const { code, schema } of uses) {
    const type = constOf(reading, schema, "type");
    if (type === undefined || types.has(String(type.value))) continue;
    const message = `Type ${JSON.stringify(type.value)} of ${code} is not in the enum of types: correct it, or add it there.`;
    reading.problem("contract-type", type, message);
  }
  return [...types].flatMap(([type, entry]) => {
    const facts = reading.get(registry, "x-error-types", type);
    if (facts === undefined) {
      reading.problem(
        "contract-fact",
        entry,
        `Type ${type} has no entry in \`x-error-types\`: describe it there.`,
      );
      return [];
    }
    return [
      {
        type,
        title: reading.text(facts, "title"),
        description: reading.text(facts, "description"),
        fix: reading.text(facts, "fix"),
        place: facts.place,
      },
    ];
  });
}

/** The fields of an error object, those that only some codes have among them. */
export function readFields(reading: Reading, objects: Node[]): FieldFact[] {
  const names = new Set(objects.flatMap((object) => propertyNames(reading, object)));
  return inReadingOrder([...names]).map((name) => {
    const schemas = objects.flatMap((object) => propertySchemas(reading, object, name));
    const descriptions = schemas
      .flatMap((schema) => parts(reading, schema))
      .map((part) => reading.optionalText(part, "description"));
    return { name, description: descriptions.find((text) => text !== "") ?? "" };
  });
}

export function readStatuses(reading: Reading): StatusFact[] {
  const statuses = reading.get(reading.tree.root, "x-statuses");
  if (statuses === undefined) return [];
  return reading.entries(statuses).flatMap(([status, node]) => {
    if (/^[1-5]\d\d$/.test(status))
      return [{ status: Number(status), meaning: reading.text(statuses, status) }];
    reading.problem("contract-fact", node, `\`${status}\` is no HTTP status: write one from 100 to 599.`);
    return [];
  });
}

export function readTips(reading: Reading): string[] {
  const holder = reading.tree.root;
  return reading.get(holder, "x-debugging-tips") ? reading.texts(holder, "x-debugging-tips") : [];
}

export function readExtensions(reading: Reading): ExtensionFact[] {
  return reading.entries(reading.get(reading.tree.root, "x-extensions")).map(([name, facts]) => ({
    name,
    description: reading.text(facts, "description"),
    on: reading.texts(facts, "on"),
    schema: reading.get(facts, "schema")?.value,
  }));
}

export function readRetired(reading: Reading, registry: Node | undefined): RetiredCode[] {
  return reading.entries(reading.get(registry, "x-retired-codes")).map(([, facts]) => ({
    code: reading.text(facts, "code"),
    retired: reading.text(facts, "retired"),
    reason: reading.text(facts, "reason"),
  }));
}

/** The kinds of key that the security schemes tell apart by prefix. */
export function readKeys(reading: Reading): KeyFact[] {
  const schemes = reading.entries(reading.get(reading.tree.root, "components", "securitySchemes"));
  const rows = schemes.flatMap(([, scheme]) => reading.entries(reading.get(scheme, "x-key-prefixes")));
  return rows.map(([, facts]) => ({
    prefix: reading.text(facts, "prefix"),
    kind: reading.text(facts, "kind"),
    environment: reading.text(facts, "environment"),
    access: reading.text(facts, "access"),
    requestsPerHour: reading.integer(facts, "requestsPerHour"),
  }));
}
