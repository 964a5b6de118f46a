export { createByteMatcher, type MatchBytes } from "./bytes/match-call.ts";
export { type Checker, checkerOf, checkResponse } from "./check-response.ts";
export type { Expected } from "./clean-response.ts";
export { describeWord } from "./describe.ts";
export type {
  CodeFacts,
  ConformanceFacts,
  EnvelopeNames,
  OperationFacts,
  ResponseFacts,
} from "./facts.ts";
export { type HeadersLike, headerLookup } from "./headers.ts";
export type { CheckedResponse, CheckOptions } from "./judge.ts";
export { createMatcher, type Match, type MatchOperation } from "./match-operation.ts";
export { isConforming, type Problem, type RuleId } from "./problem.ts";
export type { Schema } from "./schema.ts";
export { createShapes, type Shape, type ShapeOf } from "./shape.ts";
