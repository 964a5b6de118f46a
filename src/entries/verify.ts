import { conformanceFacts } from "../../generated/conformance.ts";
import { createVerifier as create, type Verifier, type VerifierOptions } from "../verify/index.ts";

/** Makes a verifier of this version of the contract. */
export function createVerifier(options: VerifierOptions = {}): Verifier {
  return create(conformanceFacts, options);
}

export type { Problem, RuleId } from "../conformance/index.ts";
export {
  type CodeCount,
  type Finding,
  type FindingGroup,
  formatReport,
  type Inflate,
  type InputOptions,
  type InputStream,
  mergeReports,
  type NotJudged,
  REPORT_FORMATS,
  type ReportFormat,
  type Skipped,
  type Verifier,
  type VerifierOptions,
  type VerifyReport,
  watchFetch,
} from "../verify/index.ts";
