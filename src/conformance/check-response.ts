import { createResponseReader, type ResponseReader } from "./bytes/read-response.ts";
import { createExpectedOf, createIsClean, type ExpectedOf } from "./clean-response.ts";
import type { ConformanceFacts } from "./facts.ts";
import { type CheckedResponse, type CheckOptions, type Context, judge } from "./judge.ts";
import { createMatcher } from "./match-operation.ts";
import type { Problem } from "./problem.ts";
import { createShapes, type Shape } from "./shape.ts";

/** The check of one contract, made ready once. */
export interface Checker {
  check(response: CheckedResponse, options?: CheckOptions): readonly Problem[];
  /** What an operation promises for a status, for `reader`. */
  expectedOf: ExpectedOf;
  /** Judges responses that are as they should be from bytes, without parsing them. */
  reader: ResponseReader;
}

/**
 * Judges a response by the contract: the one check that explaining, verifying and testing share.
 * @returns every problem once, in the order operation, status, headers, body; empty for a response that is as it
 * should be.
 */
export function checkResponse(
  facts: ConformanceFacts,
  response: CheckedResponse,
  options: CheckOptions = {},
): Problem[] {
  return [...checkerOf(facts).check(response, options)];
}

const NONE: readonly Problem[] = [];

const checkers = new WeakMap<ConformanceFacts, Checker>();

/** The checker of these facts, the same at every call. */
export function checkerOf(facts: ConformanceFacts): Checker {
  const known = checkers.get(facts);
  if (known) return known;
  const context = createContext(facts);
  const expectedOf = createExpectedOf(context);
  const isClean = createIsClean(context, expectedOf);
  const made: Checker = {
    expectedOf,
    reader: createResponseReader(facts.envelope),
    check: (response, options = {}) => (isClean(response) ? NONE : judge(response, options, context)),
  };
  checkers.set(facts, made);
  return made;
}

function createContext(facts: ConformanceFacts): Context {
  const shapeOf = createShapes(facts.schemas);
  const errorShapes = new Map<string, Shape>();
  return {
    facts,
    shapeOf,
    match: createMatcher(facts),
    operations: new Map(facts.operations.map((operation) => [operation.id, operation])),
    errorShape(code) {
      const known = errorShapes.get(code);
      if (known) return known;
      const own = facts.errors[code];
      const error = own && { properties: { [facts.envelope.error]: own.schema } };
      const shape = shapeOf({ allOf: [facts.errorEnvelope, ...(error ? [error] : [])] });
      errorShapes.set(code, shape);
      return shape;
    },
  };
}
