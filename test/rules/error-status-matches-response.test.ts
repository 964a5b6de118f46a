import { ADD, describeRule, error, GET, json, LIST, ref, response, schema } from "./support/describe-rule.ts";
import { all, drop, push, put } from "./support/edits.ts";

const codes = (...several: string[]) => ({ properties: { code: { enum: several } } });

describeRule("error-status-matches-response", {
  reports: {
    "a code with another status than all of its responses": [
      put(`${schema("not_found")}/x-http-status`, 410),
      [`${schema("not_found")}/x-http-status`],
    ],
    "a code with another status than all of its responses, of which there are several": [
      all(
        put(`${schema("not_found")}/x-http-status`, 410),
        put(`${LIST}/responses/404`, ref(response("NotFound"))),
        put(`${ADD}/responses/403`, ref(response("NotFound"))),
      ),
      [`${schema("not_found")}/x-http-status`],
    ],
    "a code in a response of another status": [
      push(`${error("Failed")}/oneOf`, ref(schema("not_found"))),
      [`${error("Failed")}/oneOf/2`],
    ],
    "one alternative with codes of other statuses beside one that fits": [
      push(`${error("Failed")}/oneOf`, codes("not_found", "storage_failure", "title_taken")),
      [`${error("Failed")}/oneOf/2`],
    ],
    "an operation that uses a response for another status": [
      put(`${ADD}/responses/422`, ref(response("Failed"))),
      [`${ADD}/responses/422`],
    ],
    "an operation that uses it for a range of other statuses": [
      put(`${GET}/responses/5XX`, ref(response("NotFound"))),
      [`${GET}/responses/5XX`],
    ],
  },
  accepts: {
    "a status beside the object of an error": put(`${json("NotFound")}/schema/allOf/1/properties/status`, {
      const: 400,
    }),
    "a range that covers the status": put(`${LIST}/responses/4XX`, ref(response("NotFound"))),
    "a lower-case range": put(`${LIST}/responses/4xx`, ref(response("NotFound"))),
    "a default": put(`${LIST}/responses/default`, ref(response("NotFound"))),
    "a code without a status": drop(`${schema("not_found")}/x-http-status`),
    "a response that leaves the code open": put(error("NotFound"), ref(schema("ErrorObject"))),
  },
});
