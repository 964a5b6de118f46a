export { type Contract, type ReadResult, readContract, readContractLeniently } from "../contract/index.ts";
export {
  BUMPS,
  type Bump,
  bumpOf,
  type Change,
  type ChangeId,
  diffContracts,
  type Effect,
  VERDICTS,
  type Verdict,
  WORSE,
} from "../diff/index.ts";
export { ContractError, loadTree, type ReadText, type SourceLocation, type Tree } from "../document/index.ts";
