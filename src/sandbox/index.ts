export type { Verdict } from "./behaviours.ts";
export { type CausingRequest, causeOf } from "./causes.ts";
export { type CheckRun, checkRuns } from "./check-plan.ts";
export type { Delivery } from "./deliver.ts";
export type { KeyKind, OperationRequest, RequestBody, RequestParameter, SandboxFacts } from "./facts.ts";
export type { Fault } from "./fault.ts";
export { collectRuns, judgeRun, type RunEnd } from "./judge-run.ts";
export { keyPurposes, type SeededKeys } from "./keys.ts";
export type { RequestRecord } from "./log.ts";
export type { BehaviourReport, Report } from "./report.ts";
export {
  type Contract,
  createSandboxOn,
  type Sandbox,
  type SandboxOptions,
  type SandboxWorld,
} from "./sandbox.ts";
export { scenarios } from "./scenarios.ts";
export type { Seed, SeedRow } from "./seed-data.ts";
