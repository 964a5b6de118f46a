import type { ResponseFact } from "../../contract/index.ts";
import { type ErrorPair, type OperationPair, operationName, type Pairing } from "../pairing.ts";

/** A code that an operation returns in both versions, with the response that carries it. */
export interface Carrier {
  /** Absent for an error response that names no code in either version. */
  error?: ErrorPair;
  operation: string;
  base: ResponseFact;
  head: ResponseFact;
}

/** Everything that both versions say of error responses, in pairs. */
export function pairCarriers({ operations, errors }: Pairing): Carrier[] {
  return operations.flatMap((pair) => [
    ...errors.flatMap((error) => carrierOf(pair, error)),
    ...codelessResponses(pair),
  ]);
}

function carrierOf({ base, head }: OperationPair, error: ErrorPair): Carrier[] {
  const before = base.responses.find(({ codes }) => codes.includes(error.base.code));
  const after = head.responses.find(({ codes }) => codes.includes(error.head.code));
  return before && after ? [{ error, operation: operationName(head), base: before, head: after }] : [];
}

function codelessResponses({ base, head }: OperationPair): Carrier[] {
  return base.responses.filter(isCodeless).flatMap((before) => {
    const after = head.responses.find(({ status }) => status === before.status);
    return after && isCodeless(after) ? [{ operation: operationName(head), base: before, head: after }] : [];
  });
}

/** Whether a response is an error without a code. */
export function isCodeless({ status, codes }: ResponseFact): boolean {
  return isErrorStatus(status) && codes.length === 0;
}

export function isErrorStatus(status: string): boolean {
  return /^[45]/.test(status) || status === "default";
}

/** What one entry about several carriers names: the codes, unless the change is about all that were compared. */
export function codesOf(some: readonly Carrier[], all: readonly Carrier[]): string[] {
  const names = (carriers: readonly Carrier[]) => [
    ...new Set(carriers.flatMap(({ error }) => (error ? [error.head.code] : []))),
  ];
  const codes = names(some);
  return codes.length === names(all).length && codes.length > 1 ? [] : codes;
}

export function operationsOf(carriers: readonly Carrier[]): string[] {
  return [...new Set(carriers.map(({ operation }) => operation))];
}
