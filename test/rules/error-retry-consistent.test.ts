import { describeRule, error, ref, response, schema } from "./support/describe-rule.ts";
import { all, drop, put } from "./support/edits.ts";

const retry = (code: string) => `${schema(code)}/x-retry`;
const HEADER = { required: true, schema: { type: "integer" } };

describeRule("error-retry-consistent", {
  reports: {
    "another try of a request that stays wrong": [
      put(retry("value_invalid"), "backoff"),
      [retry("value_invalid")],
    ],
    "a wait that changes nothing": [put(retry("key_missing"), "after"), [retry("key_missing")]],
    "a 429 that is never tried again, and no header that goes with it": [
      put(retry("too_many_requests"), "never"),
      [retry("too_many_requests")],
    ],
    "a 500 that is never tried again": [put(retry("storage_failure"), "never"), [retry("storage_failure")]],
    "a header that no code heeds": [
      put(`${response("Failed")}/headers/retry-after`, HEADER),
      [`${response("Failed")}/headers/retry-after`],
    ],
  },
  accepts: {
    "a 429 with growing waits": all(
      put(retry("too_many_requests"), "backoff"),
      drop(`${response("Limited")}/headers`),
    ),
    "a 500 after a given wait": put(retry("storage_failure"), "after"),
    "a conflict that passes": put(retry("title_taken"), "backoff"),
    "a 501, which stays": all(
      put(retry("storage_failure"), "never"),
      put(`${schema("storage_failure")}/x-http-status`, 501),
    ),
    "a header of a response whose code has no rule": drop(retry("too_many_requests")),
    "a header of a response that leaves its code open": put(error("Limited"), ref(schema("ErrorObject"))),
    "a header of a response with codes that nothing defines": put(error("Limited"), {
      allOf: [ref(schema("ErrorObject")), { properties: { code: { enum: ["busy", "hasty"] } } }],
    }),
    "a code without a status": all(
      drop(`${schema("value_invalid")}/x-http-status`),
      put(retry("value_invalid"), "backoff"),
    ),
    "a code without a rule": drop(retry("storage_failure")),
    "a header of a response where one code heeds it": all(
      put(`${response("Failed")}/headers/Retry-After`, HEADER),
      put(retry("storage_failure"), "after"),
    ),
  },
});
