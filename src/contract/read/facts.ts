import { constOf, propertyNames, propertySchemas, schemaParts } from "../../document/composition.ts";
import { type Node, nodeAt } from "../../document/node.ts";
import type {
  ErrorTypeFact,
  ExtensionFact,
  FieldFact,
  KeyFact,
  OperationFact,
  RegisteredCode,
  RetiredCode,
  StatusFact,
} from "../contract.ts";
import { enumOf } from "./errors.ts";
import type { FactReader } from "./fact-reader.ts";
import { inReadingOrder } from "./field-order.ts";
import type { CodeUse } from "./responses.ts";

/** The types of the `ErrorType` enum, each with what `x-error-types` says of it. Every error must have one of them. */
export function readTypes(
  reader: FactReader,
  registry: Node | undefined,
  uses: ReadonlyMap<string, CodeUse>,
): ErrorTypeFact[] {
  const types = enumOf(reader, registry);
  findUnlisted(reader, { registry, types: new Set(types.keys()), uses });
  const catalog = reader.get(registry, "x-error-types");
  return [...types].flatMap(([type, entry]) => {
    const facts = reader.get(catalog, type);
    if (facts === undefined) {
      reader.problem(
        "contract-fact",
        catalog ? nodeAt(catalog, [type]) : entry,
        `Type ${type} has no entry in \`x-error-types\`: describe it there.`,
      );
      return [];
    }
    return [
      {
        type,
        title: reader.text(facts, "title"),
        description: reader.text(facts, "description"),
        fix: reader.text(facts, "fix"),
        location: facts.location,
      },
    ];
  });
}

function schemasOf(uses: ReadonlyMap<string, CodeUse>): [code: string, schema: Node][] {
  return [...uses.values()].flatMap(({ code, schemas }) =>
    [...schemas].map((schema): [string, Node] => [code, schema]),
  );
}

/** The fields of an error object, those that only some codes have among them. */
export function readFields(reader: FactReader, objects: Node[]): FieldFact[] {
  const names = new Set(objects.flatMap((object) => propertyNames(reader, object)));
  return inReadingOrder([...names]).map((name) => {
    const schemas = objects.flatMap((object) => propertySchemas(reader, object, name));
    const descriptions = schemas
      .flatMap((schema) => schemaParts(reader, schema))
      .map((part) => reader.optionalText(part, "description"));
    return { name, description: descriptions.find((text) => text !== "") ?? "" };
  });
}

/** The meaning of each status. A document that gives any gives one of each error status that a response has. */
export function readStatuses(reader: FactReader, operations: readonly OperationFact[]): StatusFact[] {
  const statuses = reader.get(reader.tree.root, "x-statuses");
  if (statuses === undefined) return [];
  const used = new Set(operations.flatMap(({ responses }) => responses.map(({ status }) => status)));
  const given = new Map(reader.entries(statuses));
  for (const status of [...given.keys()].every(isStatus) ? used : []) {
    if (!isStatus(status) || given.has(status)) continue;
    // A meaning that no response needs is the one that is missing where only digits changed places.
    const misspelt = [...given.keys()].find(
      (key) => !used.has(key) && sortedDigits(key) === sortedDigits(status),
    );
    if (misspelt === undefined && !/^[45]/.test(status)) continue;
    const at = (misspelt !== undefined && given.get(misspelt)) || statuses;
    const instead =
      misspelt === undefined
        ? "Add it."
        : `No response has the status ${misspelt}, which has one: correct it.`;
    reader.problem(
      "contract-fact",
      at,
      `\`x-statuses\` has no meaning of ${status}, which responses have. ${instead}`,
    );
  }
  return reader.entries(statuses).flatMap(([status, node]) => {
    if (isStatus(status)) return [{ status: Number(status), meaning: reader.text(statuses, status) }];
    reader.problem("contract-fact", node, `\`${status}\` is no HTTP status: write one from 100 to 599.`);
    return [];
  });
}

interface TypeUse {
  registry: Node | undefined;
  types: ReadonlySet<string>;
  uses: ReadonlyMap<string, CodeUse>;
}

/** A type that the enum lacks: a mistake in a code, or in the enum where several codes have it. */
function findUnlisted(reader: FactReader, { registry, types, uses }: TypeUse): void {
  const unlisted = new Map<string, { codes: string[]; at: Node }>();
  for (const [code, schema] of schemasOf(uses)) {
    const at = constOf(reader, schema, "type");
    const type = JSON.stringify(at?.value);
    if (at === undefined || types.has(String(at.value))) continue;
    unlisted.set(type, { codes: [...(unlisted.get(type)?.codes ?? []), code], at });
  }
  for (const [type, { codes, at }] of unlisted) {
    const [advice, place] =
      codes.length > 1
        ? (["add it there, or correct the codes", reader.get(registry, "enum") ?? at] as const)
        : (["correct it, or add it there", at] as const);
    reader.problem(
      "contract-type",
      place,
      `Type ${type} of ${codes.join(", ")} is not in the enum of types: ${advice}.`,
    );
  }
}

function isStatus(key: string): boolean {
  return /^[1-5]\d\d$/.test(key);
}

function sortedDigits(status: string): string {
  return [...status].sort().join("");
}

export function readTips(reader: FactReader): string[] {
  const holder = reader.tree.root;
  return reader.get(holder, "x-debugging-tips") ? reader.texts(holder, "x-debugging-tips") : [];
}

export function readExtensions(reader: FactReader): ExtensionFact[] {
  return reader.entries(reader.get(reader.tree.root, "x-extensions")).map(([name, facts]) => ({
    name,
    description: reader.text(facts, "description"),
    on: reader.texts(facts, "on"),
    schema: reader.get(facts, "schema")?.value,
  }));
}

export function readRetired(reader: FactReader, registry: Node | undefined): RetiredCode[] {
  return reader.entries(reader.get(registry, "x-retired-codes")).map(([, facts]) => {
    const replacedBy = reader.optionalText(facts, "replacedBy");
    return {
      code: reader.text(facts, "code"),
      retired: reader.text(facts, "retired"),
      reason: reader.text(facts, "reason"),
      ...(replacedBy !== "" && { replacedBy }),
    };
  });
}

/** Every code of the enum, whether a response carries it or not. */
export function readRegistry(reader: FactReader, registry: Node | undefined): RegisteredCode[] {
  return [...enumOf(reader, registry)].map(([code, { location }]) => ({ code, location }));
}

/** The kinds of key that the security schemes tell apart by prefix. */
export function readKeys(reader: FactReader): KeyFact[] {
  const schemes = reader.entries(reader.get(reader.tree.root, "components", "securitySchemes"));
  const rows = schemes.flatMap(([, scheme]) => reader.entries(reader.get(scheme, "x-key-prefixes")));
  return rows.map(([, facts]) => ({
    prefix: reader.text(facts, "prefix"),
    kind: reader.text(facts, "kind"),
    environment: reader.text(facts, "environment"),
    access: reader.text(facts, "access"),
    requestsPerHour: reader.integer(facts, "requestsPerHour"),
  }));
}
