import { propertyNames, propertySchemas, schemaParts } from "../../document/composition.ts";
import type { Node } from "../../document/node.ts";
import { didYouMean } from "../../report/nearest.ts";
import type { EnvelopeFact, OperationFact } from "../contract.ts";
import type { FactReader } from "./fact-reader.ts";
import type { CodeUse } from "./responses.ts";

const EXTENSION = "x-envelope";

/** The names that stand in where the document names none: for a part that its envelope does not have, or for all of them. */
const CONVENTION: EnvelopeFact = {
  success: "success",
  error: "error",
  data: "data",
  meta: "meta",
  pagination: "pagination",
  fields: {
    type: "type",
    code: "code",
    message: "message",
    param: "param",
    docUrl: "doc_url",
    requestId: "request_id",
  },
  metaFields: { requestId: "requestId", timestamp: "timestamp" },
};

/**
 * Reads what the parts of the envelope are called, from `x-envelope` on the schema that all error responses share.
 * A name that the schemas do not have is a finding, and so is an error response whose envelope says nothing.
 */
export function readEnvelope(
  reader: FactReader,
  uses: ReadonlyMap<string, CodeUse>,
  operations: readonly OperationFact[],
): EnvelopeFact {
  const envelopes = [...new Set([...uses.values()].flatMap((use) => [...use.envelopes]))];
  const named = envelopes.map((envelope) => findExtension(reader, envelope));
  const unnamed = envelopes.find((_, index) => named[index] === undefined);
  if (unnamed) {
    const message = `The body of this error response has no \`${EXTENSION}\`: name the fields of the envelope there, in the schema that all error responses share.`;
    reader.problem("contract-envelope", unnamed, message);
  }
  const extension = named.find((node) => node !== undefined);
  if (extension === undefined) return CONVENTION;

  const successes = operations.flatMap(({ responses }) =>
    responses.flatMap(({ status, schema }) => (status.startsWith("2") && schema ? [schema] : [])),
  );
  const body = readNames(reader, extension, CONVENTION, {
    ...forEach(["success", "error", "meta"], "error envelope", namesOf(reader, envelopes)),
    ...forEach(["data", "pagination"], "successful response", namesOf(reader, successes)),
  });
  const errors = [...uses.values()].flatMap(({ schemas }) => [...schemas]);
  const metas = envelopes.flatMap((envelope) => propertySchemas(reader, envelope, body.meta));
  return {
    ...body,
    fields: readNames(
      reader,
      reader.get(extension, "fields"),
      CONVENTION.fields,
      forEach(Object.keys(CONVENTION.fields), "error object", namesOf(reader, errors)),
    ),
    metaFields: readNames(
      reader,
      reader.get(extension, "metaFields"),
      CONVENTION.metaFields,
      forEach(Object.keys(CONVENTION.metaFields), `\`${body.meta}\``, namesOf(reader, metas)),
    ),
  };
}

/** Where a name must be found: what the place is called, and the properties that it has. */
interface Home {
  what: string;
  names: ReadonlySet<string>;
}

/** The conventional names, with those that `extension` gives in their place; each must exist in its home. */
function readNames<T>(
  reader: FactReader,
  extension: Node | undefined,
  convention: T,
  homes: Readonly<Record<string, Home>>,
): T {
  const names = Object.entries(homes).flatMap(([role, { what, names }]) => {
    const node = reader.get(extension, role);
    if (extension === undefined || node === undefined) return [];
    const name = reader.text(extension, role);
    if (name !== "" && !names.has(name)) {
      const message = `\`${EXTENSION}\` calls the ${role} \`${name}\`, and no ${what} has such a property.${didYouMean(name, [...names])} Correct the name, or declare the property.`;
      reader.problem("contract-envelope", node, message);
    }
    return name === "" ? [] : [[role, name]];
  });
  return { ...convention, ...Object.fromEntries(names) };
}

function forEach(roles: readonly string[], what: string, names: ReadonlySet<string>): Record<string, Home> {
  return Object.fromEntries(roles.map((role) => [role, { what, names }]));
}

function namesOf(reader: FactReader, schemas: readonly Node[]): Set<string> {
  return new Set([...new Set(schemas)].flatMap((schema) => propertyNames(reader, schema)));
}

function findExtension(reader: FactReader, envelope: Node): Node | undefined {
  return schemaParts(reader, envelope).flatMap((part) => reader.get(part, EXTENSION) ?? [])[0];
}
