import { propertySchemas } from "../../document/composition.ts";
import type { Node } from "../../document/node.ts";
import { ContractError, type Tree } from "../../document/tree.ts";
import type { Finding } from "../../report/finding.ts";
import type { Contract } from "../contract.ts";
import { readPagination } from "./client.ts";
import { readEnvelope } from "./envelope.ts";
import { readErrors } from "./errors.ts";
import { createFactReader, type FactReader } from "./fact-reader.ts";
import {
  readExtensions,
  readFields,
  readKeys,
  readRegistry,
  readRetired,
  readStatuses,
  readTips,
  readTypes,
} from "./facts.ts";
import { readOperations } from "./operations.ts";
import { type CodeUse, createResponseReader } from "./responses.ts";

/** What could be read of a document, and what is missing or wrong in it. */
export interface ReadResult {
  contract: Contract;
  findings: Finding[];
}

/**
 * Reads the contract out of a document, from its hand-written files or from its bundle alike, and goes on where
 * something is missing: the facts that could not be read are in `findings`.
 */
export function readContractLeniently(tree: Tree): ReadResult {
  const reader = createFactReader(tree);
  const { root } = tree;
  const responses = createResponseReader(reader);
  const operations = readOperations(reader, responses);
  const { uses } = responses;
  const codeRegistry = registry(reader, uses, "code");
  const typeRegistry = registry(reader, uses, "type");
  const errors = readErrors(reader, codeRegistry, uses);
  const order = errors.map(({ code }) => code);
  const info = reader.get(root, "info") ?? root;
  const envelope = readEnvelope(reader, uses, operations);
  const contract: Contract = {
    title: reader.text(info, "title"),
    version: reader.text(info, "version"),
    description: reader.optionalText(info, "description"),
    baseUrl: reader.optionalText(root, "servers", "0", "url").replace(/\/+$/, ""),
    types: readTypes(reader, typeRegistry, uses),
    fields: readFields(
      reader,
      [...uses.values()].flatMap(({ schemas: [schema] }) => schema ?? []),
    ),
    envelope,
    pagination: readPagination(reader, operations, envelope.pagination),
    statuses: readStatuses(reader, operations),
    tips: readTips(reader),
    keys: readKeys(reader),
    registry: readRegistry(reader, codeRegistry),
    retired: readRetired(reader, codeRegistry),
    errors,
    operations: operations.map((operation) => {
      const declared = new Set(operation.responses.flatMap(({ codes }) => codes));
      return { ...operation, codes: order.filter((code) => declared.has(code)) };
    }),
    extensions: readExtensions(reader),
    root,
    reader: tree.reader,
  };
  return { contract, findings: reader.findings };
}

/**
 * Reads the contract out of a document.
 * @throws ContractError with everything that is missing or wrong, each on its file and line.
 */
export function readContract(tree: Tree): Contract {
  const { contract, findings } = readContractLeniently(tree);
  if (findings.length > 0) throw new ContractError(findings);
  return contract;
}

/**
 * The enum that lists all codes (or types), which the error objects' property reaches by reference. An error that writes
 * its `const` as an enum of one has a second, smaller one.
 */
function registry(
  reader: FactReader,
  uses: ReadonlyMap<string, CodeUse>,
  property: "code" | "type",
): Node | undefined {
  const objects = [...uses.values()].flatMap(({ schemas }) => [...schemas]);
  const found = objects.flatMap((schema) => propertySchemas(reader, schema, property));
  const size = (node: Node) => reader.entries(reader.get(node, "enum")).length + (node.name ? 0.5 : 0);
  const enums = [...new Set(found)].filter((node) => reader.get(node, "enum"));
  return enums.reduce<Node | undefined>(
    (best, node) => (best && size(best) >= size(node) ? best : node),
    undefined,
  );
}
