export { createSandbox } from "../../generated/sandbox.ts";
export type {
  BehaviourReport,
  Fault,
  Report,
  RequestRecord,
  Sandbox,
  SandboxOptions,
  SandboxWorld,
  Seed,
  SeededKeys,
  SeedRow,
} from "../sandbox/index.ts";
