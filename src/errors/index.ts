export { isCStarError } from "./brand.ts";
export {
  type Catalog,
  type CatalogEntry,
  type EnvelopeNames,
  entryOf,
  type ParamRule,
  type RetryRule,
  withDocUrls,
} from "./catalog.ts";
export { type ClientErrorCode, clientRules } from "./client-codes.ts";
export { defineCStarError } from "./cstar-error.ts";
export { defined } from "./defined.ts";
export { withFromJSON } from "./from-json.ts";
export { retryRule } from "./retry-rule.ts";
export type * from "./types.ts";
