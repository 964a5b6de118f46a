import { propertyNames, propertySchemas } from "../../document/composition.ts";
import type { Node } from "../../document/node.ts";
import { didYouMean } from "../../report/nearest.ts";
import type { OperationFact, PaginationFact } from "../contract.ts";
import type { FactReader } from "./fact-reader.ts";

const METHOD = "x-client-method";
const PAGINATION = "x-pagination";

/** How lists are paged where the document says nothing. */
const CONVENTION: PaginationFact = { parameter: "page", size: "pageSize", more: "hasMore" };

/**
 * Reads how the lists of the document are paged, from `x-pagination` at its root. A parameter that no operation has, or a
 * field that no `pagination` has, is a finding: no list would be read to its end.
 * @param field what the envelope calls `pagination`.
 */
export function readPagination(
  reader: FactReader,
  operations: readonly OperationFact[],
  field: string,
): PaginationFact {
  const node = reader.get(reader.tree.root, PAGINATION);
  if (node === undefined) return CONVENTION;
  const size = reader.get(node, "size") && reader.text(node, "size");
  const fact = {
    parameter: reader.text(node, "parameter"),
    ...(size && { size }),
    more: reader.text(node, "more"),
  };
  const parameters = operations.flatMap((operation) => operation.parameters);
  const queries = parameters.flatMap((one) => (one.in === "query" ? [one.name] : []));
  const schemas = operations.flatMap(({ responses }) => responses.flatMap(({ schema }) => schema ?? []));
  const fields = [...new Set(schemas)]
    .flatMap((schema) => propertySchemas(reader, schema, field))
    .flatMap((schema) => propertyNames(reader, schema));
  const check = (key: keyof PaginationFact, what: string, names: readonly string[]): void => {
    const [at, name = ""] = [reader.get(node, key), fact[key]];
    if (at === undefined || name === "" || names.includes(name)) return;
    const message = `\`${PAGINATION}\` names \`${name}\`, and ${what}.${didYouMean(name, names)} Correct the name.`;
    reader.problem("contract-fact", at, message);
  };
  check("parameter", "no operation has such a query parameter", queries);
  check("size", "no operation has such a query parameter", queries);
  check("more", `no \`${field}\` has such a field`, fields);
  return fact;
}

/** Reads what an operation says about its method in the client. */
export function readClientFacts(
  reader: FactReader,
  operation: Node,
): Pick<OperationFact, "clientMethod" | "paged"> {
  const method = reader.get(operation, METHOD);
  const paged = reader.get(operation, PAGINATION);
  if (paged && paged.value !== false) {
    const message = `\`${PAGINATION}\` of an operation can only be \`false\`: write that, or take it out. How all lists are paged stands at the root of the document.`;
    reader.problem("contract-fact", paged, message);
  }
  return {
    ...(method && { clientMethod: method.value === false ? false : reader.text(operation, METHOD) }),
    ...(paged && { paged: false }),
  };
}
