import { error401IffSecured } from "./error-401-iff-secured.ts";
import { errorByRef } from "./error-by-ref.ts";
import { errorCatalogComplete } from "./error-catalog-complete.ts";
import { errorCodeFormat } from "./error-code-format.ts";
import { errorCodeOneStatus } from "./error-code-one-status.ts";
import { errorCodeReachable } from "./error-code-reachable.ts";
import { errorCodeReference } from "./error-code-reference.ts";
import { errorCodeRegistered } from "./error-code-registered.ts";
import { errorCodeUnique } from "./error-code-unique.ts";
import { errorDefaultNotOnly } from "./error-default-not-only.ts";
import { errorDiscriminatorTotal } from "./error-discriminator-total.ts";
import { errorDocUrlMatchesCode } from "./error-doc-url-matches-code.ts";
import { errorEnvelope } from "./error-envelope.ts";
import { errorExampleConsistent } from "./error-example-consistent.ts";
import { errorExamplePerCode } from "./error-example-per-code.ts";
import { errorMediaType } from "./error-media-type.ts";
import { errorNoLeak } from "./error-no-leak.ts";
import { errorNoOverdeclared } from "./error-no-overdeclared.ts";
import { errorOperationCodes } from "./error-operation-codes.ts";
import { errorParamRule } from "./error-param-rule.ts";
import { errorRequiredStatuses } from "./error-required-statuses.ts";
import { errorRetiredNotReused } from "./error-retired-not-reused.ts";
import { errorRetryAfter } from "./error-retry-after.ts";
import { errorRetryConsistent } from "./error-retry-consistent.ts";
import { errorStatusMatchesResponse } from "./error-status-matches-response.ts";
import { errorTypeMatchesStatus } from "./error-type-matches-status.ts";
import type { Rule } from "./model/rule.ts";

/** Where each rule has a page. */
export const RULE_PAGES = "https://github.com/cstar-help/api-contract/blob/main/docs/rules";

/** All rules, in the order in which a document is read: bodies, codes, catalog, operations, examples. */
export const rules: readonly Rule[] = [
  errorEnvelope,
  errorMediaType,
  errorByRef,
  errorDefaultNotOnly,
  errorCodeRegistered,
  errorCodeUnique,
  errorCodeFormat,
  errorCodeReachable,
  errorCodeOneStatus,
  errorStatusMatchesResponse,
  errorTypeMatchesStatus,
  errorDocUrlMatchesCode,
  errorDiscriminatorTotal,
  errorCatalogComplete,
  errorRetryConsistent,
  errorRetryAfter,
  errorRequiredStatuses,
  error401IffSecured,
  errorOperationCodes,
  errorNoOverdeclared,
  errorExamplePerCode,
  errorExampleConsistent,
  errorParamRule,
  errorNoLeak,
  errorRetiredNotReused,
  errorCodeReference,
];
