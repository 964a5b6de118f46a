import type { Node } from "../../document/node.ts";
import { ContractError, type Tree } from "../../document/tree.ts";
import type { Finding } from "../../report/finding.ts";
import type { Contract } from "../contract.ts";
import { propertySchemas } from "./composition.ts";
import { readErrors } from "./errors.ts";
import {
  readExtensions,
  readFields,
  readKeys,
  readRetired,
  readStatuses,
  readTips,
  readTypes,
} from "./facts.ts";
import { readOperations } from "./operations.ts";
import { createReading, type Reading } from "./reading.ts";
import type { CodeUse } from "./responses.ts";

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
  const reading = createReading(tree);
  const { root } = tree;
  const uses: CodeUse[] = [];
  const operations = readOperations(reading, uses);
  const codeRegistry = registry(reading, uses, "code");
  const typeRegistry = registry(reading, uses, "type");
  const errors = readErrors(reading, codeRegistry, uses);
  const order = errors.map(({ code }) => code);
  const info = reading.get(root, "info") ?? root;
  const contract: Contract = {
    title: reading.text(info, "title"),
    version: reading.text(info, "version"),
    description: reading.optionalText(info, "description"),
    baseUrl: reading.optionalText(root, "servers", "0", "url").replace(/\/+$/, ""),
    types: readTypes(reading, typeRegistry, uses),
    fields: readFields(reading, [...new Map(uses.map(({ code, schema }) => [code, schema])).values()]),
    statuses: readStatuses(reading),
    tips: readTips(reading),
    keys: readKeys(reading),
    retired: readRetired(reading, codeRegistry),
    errors,
    operations: operations.map((operation) => {
      const declared = new Set(operation.responses.flatMap(({ codes }) => codes));
      return { ...operation, codes: order.filter((code) => declared.has(code)) };
    }),
    extensions: readExtensions(reading),
    root,
  };
  return { contract, findings: reading.findings };
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

/** The enum that lists all codes (or types): the one that the error objects' property reaches by reference. */
function registry(reading: Reading, uses: CodeUse[], property: "code" | "type"): Node | undefined {
  for (const { schema } of uses) {
    const found = propertySchemas(reading, schema, property).find((node) => reading.get(node, "enum"));
    if (found) return found;
  }
  return undefined;
}
