import {
  ADD,
  describeRule,
  error,
  LIST,
  ref,
  response,
  responseWith,
  schema,
} from "./support/describe-rule.ts";
import { all, drop, put } from "./support/edits.ts";

const HEADERS = `${response("Limited")}/headers`;
const INLINE = { required: true, schema: { type: "integer" } };
const UNAVAILABLE = responseWith(ref(schema("storage_failure")));

describeRule("error-retry-after", {
  reports: {
    "a 429 without any headers": [drop(HEADERS), [response("Limited")]],
    "a 429 with other headers": [put(HEADERS, { "X-Limit": INLINE }), [HEADERS]],
    "a 429 whose code has no rule": [
      all(drop(HEADERS), drop(`${schema("too_many_requests")}/x-retry`)),
      [response("Limited")],
    ],
    "a code to be retried after a header that is not there": [
      put(`${schema("storage_failure")}/x-retry`, "after"),
      [response("Failed")],
    ],
    "an optional header": [
      drop("/components/headers/RetryAfter/required"),
      ["/components/headers/RetryAfter"],
    ],
    "a response for a 429 and another status": [
      all(
        drop(HEADERS),
        drop(`${schema("too_many_requests")}/x-retry`),
        put(`${LIST}/responses/503`, ref(response("Limited"))),
      ),
      [response("Limited")],
    ],
    "each of several responses that are no 429": [
      all(
        put(`${schema("storage_failure")}/x-retry`, "after"),
        put(`${LIST}/responses/503`, UNAVAILABLE),
        put(`${ADD}/responses/503`, UNAVAILABLE),
      ),
      [response("Failed"), `${LIST}/responses/503`, `${ADD}/responses/503`],
    ],
    "a 429 written in place": [
      put(`${LIST}/responses/429`, { description: "Too many." }),
      [`${LIST}/responses/429`],
    ],
  },
  accepts: {
    "a 429 that is a text": put(`${LIST}/responses/429`, "Too many."),
    "a key of one's own that ends in a status": put(`${LIST}/responses/x-429`, { description: "Too many." }),
    "codes that a response lists and nothing defines": put(error("Conflict"), {
      allOf: [ref(schema("ErrorObject")), { properties: { code: { enum: ["lost", "torn"] } } }],
    }),
    "another case of the name": put(HEADERS, { "retry-after": INLINE }),
    "a header written in place": put(HEADERS, { "Retry-After": INLINE }),
    "an optional header of a 429 that says nothing of waiting": all(
      drop(`${schema("too_many_requests")}/x-retry`),
      drop("/components/headers/RetryAfter/required"),
    ),
    "a range without the header": put(`${LIST}/responses/4XX`, ref(response("NotFound"))),
    "a header that refers to nothing, which is for the linter itself": put(HEADERS, {
      "Retry-After": ref("/nowhere"),
    }),
  },
});
