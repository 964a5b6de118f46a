import type {
  ErrorTypeFact,
  ExtensionFact,
  FieldFact,
  KeyFact,
  RetiredCode,
  StatusFact,
} from "../contract.ts";
import type { Node } from "../node.ts";
import { parts, propertyNames, propertySchemas } from "./composition.ts";
import { enumOf } from "./errors.ts";
import { inReadingOrder } from "./field-order.ts";
import type { Reading } from "./reading.ts";

/** The types of the `ErrorType` enum, each with what `x-error-types` says of it. */
export function readTypes(reading: Reading, registry: Node | undefined): ErrorTypeFact[] {
  return [...enumOf(reading, registry)].flatMap(([type, entry]) => {
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
  return reading.entries(reading.get(reading.tree.root, "x-statuses")).map(([status, meaning]) => ({
    status: Number(status),
    meaning: String(meaning.value).trim(),
  }));
}

export function readTips(reading: Reading): string[] {
  return reading
    .entries(reading.get(reading.tree.root, "x-debugging-tips"))
    .map(([, tip]) => String(tip.value).trim());
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
    requestsPerHour: Number(reading.get(facts, "requestsPerHour")?.value),
  }));
}
