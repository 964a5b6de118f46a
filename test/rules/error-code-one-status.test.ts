import { ADD, describeRule, error, GET, LIST, ref, response, schema } from "./support/describe-rule.ts";
import { all, drop, put } from "./support/edits.ts";

/** A code that does not say its status. */
const unsaid = drop(`${schema("not_found")}/x-http-status`);
const listed = (...codes: string[]) => ({
  allOf: [ref(schema("ErrorObject")), { properties: { code: { enum: codes } } }],
});
const at = [schema("not_found")];

describeRule("error-code-one-status", {
  reports: {
    "a response used for two statuses": [
      all(unsaid, put(`${LIST}/responses/410`, ref(response("NotFound")))),
      at,
    ],
    "a code in responses of two statuses": [
      all(unsaid, put(error("Conflict"), { oneOf: [ref(schema("title_taken")), ref(schema("not_found"))] })),
      at,
    ],
  },
  accepts: {
    "a code that says its status, which is for another rule": put(
      `${ADD}/responses/410`,
      ref(response("NotFound")),
    ),
    "codes that responses list and nothing defines": all(
      put(error("Conflict"), listed("lost", "torn")),
      put(error("NotFound"), listed("lost", "gone")),
    ),
    "many uses of one status": all(unsaid, put(`${LIST}/responses/404`, ref(response("NotFound")))),
    "a range that covers the status": all(unsaid, put(`${LIST}/responses/4XX`, ref(response("NotFound")))),
    "a default": all(unsaid, put(`${GET}/responses/default`, ref(response("NotFound")))),
  },
});
