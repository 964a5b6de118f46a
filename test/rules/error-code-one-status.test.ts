import { ADD, describeRule, error, GET, LIST, ref, response, schema } from "./support/describe-rule.ts";
import { all, drop, put } from "./support/edits.ts";

const at = [`${schema("not_found")}/x-http-status`];

describeRule("error-code-one-status", {
  reports: {
    "a response used for two statuses": [put(`${LIST}/responses/410`, ref(response("NotFound"))), at],
    "a code in responses of two statuses": [
      put(error("Conflict"), { oneOf: [ref(schema("title_taken")), ref(schema("not_found"))] }),
      at,
    ],
    "a code without a status of its own": [
      all(
        drop(`${schema("not_found")}/x-http-status`),
        put(`${ADD}/responses/410`, ref(response("NotFound"))),
      ),
      [schema("not_found")],
    ],
  },
  accepts: {
    "many uses of one status": put(`${LIST}/responses/404`, ref(response("NotFound"))),
    "a range that covers the status": put(`${LIST}/responses/4XX`, ref(response("NotFound"))),
    "a default": put(`${GET}/responses/default`, ref(response("NotFound"))),
  },
});
