import type { Node } from "../../document/node.ts";
import type { OperationFact, PaginationFact } from "../contract.ts";
import type { FactReader } from "./fact-reader.ts";

const METHOD = "x-client-method";
const PAGINATION = "x-pagination";

/** How lists are paged where the document says nothing. */
const CONVENTION: PaginationFact = { parameter: "page", size: "pageSize", more: "hasMore" };

/** Reads how the lists of the document are paged, from `x-pagination` at its root. */
export function readPagination(reader: FactReader): PaginationFact {
  const node = reader.get(reader.tree.root, PAGINATION);
  if (node === undefined) return CONVENTION;
  const size = reader.get(node, "size") && reader.text(node, "size");
  return {
    parameter: reader.text(node, "parameter"),
    ...(size && { size }),
    more: reader.text(node, "more"),
  };
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
