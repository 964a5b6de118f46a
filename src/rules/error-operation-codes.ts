import { keyOf } from "../document/node.ts";
import { listed } from "../report/words.ts";
import { profileOf } from "./model/expectations.ts";
import { sentence } from "./model/json.ts";
import type { Model } from "./model/model.ts";
import { type ErrorResponse, type Operation, statusFits } from "./model/operations.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";

/** An operation declares every code that applies to it. */
export const errorOperationCodes: Rule = {
  id: "error-operation-codes",
  description: "Every operation declares the codes that x-applies-to gives it.",
  needs: "envelope",
  needsWhole: true,
  check(model) {
    if (model.envelope === undefined) return []; // nothing says what applies: no need to look at every operation
    const missing = model.operations.map((operation): [Operation, MissingCode[]] => [
      operation,
      profileOf(model, operation).missing.filter(
        ({ status }) => status === undefined || !isToldElsewhere(model, operation, status),
      ),
    ]);
    return report(model, new Map(missing));
  },
};

/** A status that is missing, or whose response is one of another status, is the finding of a rule about statuses. */
function isToldElsewhere(model: Model, operation: Operation, status: number): boolean {
  const response = responseOf(operation, status);
  if (response === undefined) return true;
  const statuses = [...model.codesOf(response)].map((code) => model.definitionOf(code)?.status);
  return statuses.length > 0 && statuses.every((other) => other !== undefined && other !== status);
}

interface MissingCode {
  code: string;
  status: number | undefined;
}

type Missing = ReadonlyMap<Operation, readonly MissingCode[]>;

/** A code that every operation with a shared response lacks is missing from that response, once. */
function report(model: Model, missing: Missing): RuleFinding[] {
  const shared = new Map<ErrorResponse, Set<string>>();
  const own = new Map<Operation, string[]>();
  for (const [operation, codes] of missing) {
    for (const { code, status } of codes) {
      const response = responseOf(operation, status);
      if (response && lackedByAll(response, code, missing)) {
        shared.set(response, (shared.get(response) ?? new Set()).add(code));
      } else {
        own.set(operation, [...(own.get(operation) ?? []), code]);
      }
    }
  }
  return [
    ...[...shared].map(([response, codes]) => ({
      message: `${sentence(response.name)} lacks ${listed([...codes])}, which ${codes.size > 1 ? "apply" : "applies"} to ${subject(response)}. Add ${codes.size > 1 ? "them" : "it"}.`,
      at: placeOf(model, response),
    })),
    ...[...own].map(([operation, codes]) => ({
      message: `${operation.label} does not declare ${listed(codes)}. Use a response that carries ${codes.length > 1 ? "them" : "it"}.`,
      at: operation.responses,
    })),
  ];
}

/** What an operation returns with a status; nothing where the status is not known. */
function responseOf(operation: Operation, status = 0): ErrorResponse | undefined {
  return operation.errors.find((use) => use.status !== "default" && statusFits(use.status, status))?.response;
}

function lackedByAll(response: ErrorResponse, code: string, missing: Missing): boolean {
  return (
    response.shared &&
    response.uses.every(({ operation }) => missing.get(operation)?.some((one) => one.code === code))
  );
}

function subject({ uses }: ErrorResponse): string {
  const [first] = uses;
  return uses.length === 1 && first ? first.operation.label : `all ${uses.length} operations with it`;
}

/** The list of variants, or the nearest thing to it. */
function placeOf(model: Model, response: ErrorResponse): ErrorResponse["node"] {
  const [media] = response.media;
  const variant = model.variantsOf(response).find(({ codes }) => codes.length > 0);
  if (variant === undefined) return media?.schema ?? response.node;
  const { file, pointer } = variant.at.location;
  if (!/\d/.test(keyOf(variant.at))) return variant.at;
  return { value: undefined, location: { file, pointer: pointer.slice(0, pointer.lastIndexOf("/")) } };
}
