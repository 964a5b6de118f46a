export { bumpOf, type Change } from "./change.ts";
export { diffContracts } from "./diff-contracts.ts";
export { BUMPS, type Bump, type ChangeId, type Effect, VERDICTS, type Verdict, WORSE } from "./verdicts.ts";
