export type { Inflate, NotJudged } from "./body.ts";
export { formatReport, REPORT_FORMATS, type ReportFormat } from "./formats/format.ts";
export type { InputOptions } from "./input.ts";
export type { VerifierOptions } from "./options.ts";
export { compressionOf, type InputStream } from "./read-input.ts";
export {
  type CodeCount,
  checkedOf,
  type Finding,
  type FindingGroup,
  mergeReports,
  type Skipped,
  type VerifyReport,
} from "./report.ts";
export { createVerifier, type Verifier } from "./verifier.ts";
export { watchFetch } from "./watch-fetch.ts";
