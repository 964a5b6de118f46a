export { type Contract, type ReadResult, readContract, readContractLeniently } from "../contract/index.ts";
export { bumpOf, type Change } from "../diff/change.ts";
export { diffContracts } from "../diff/diff-contracts.ts";
export {
  BUMPS,
  type Bump,
  type ChangeId,
  type Effect,
  VERDICTS,
  type Verdict,
  WORSE,
} from "../diff/verdicts.ts";
export { ContractError, loadTree, type ReadText, type SourceLocation, type Tree } from "../document/index.ts";
