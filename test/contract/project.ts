import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Contract, type OperationFact, readContract } from "../../src/contract/index.ts";
import { loadTree } from "../../src/document/index.ts";

/** The folder of the project, with a slash at its end. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

export function readText(path: string): string {
  return readFileSync(root + path, "utf8");
}

export function readJson(path: string): unknown {
  return JSON.parse(readText(path));
}

/** The contract as its hand-written files have it. */
export const contract: Contract = readContract(loadTree("openapi/openapi.yaml", readText));

/** @throws when the contract has no such operation. */
export function operationOf(id: string): OperationFact {
  const operation = contract.operations.find((one) => one.id === id);
  if (!operation) throw new Error(`The contract has no operation ${id}.`);
  return operation;
}

/** The status with which an operation answers when all is well. */
export function successStatus({ id, responses }: OperationFact): string {
  const success = responses.filter(({ status }) => status.startsWith("2"));
  if (success.length !== 1) throw new Error(`${id} has ${success.length} successful responses, not one.`);
  return success[0]?.status ?? "";
}
