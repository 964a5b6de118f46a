import {
  ADD,
  describeRule,
  error,
  GET,
  json,
  LIST,
  own,
  ref,
  response,
  responseWith,
  schema,
} from "./support/describe-rule.ts";
import { all, drop, push, put, read } from "./support/edits.ts";

const codes = (...several: string[]) => ({ properties: { code: { enum: several } } });
/** A response that carries these codes. */
const broken = (...several: string[]) => responseWith({ oneOf: several.map((code) => ref(schema(code))) });

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
    "a response whose one code has another status": [
      put(error("Conflict"), ref(schema("not_found"))),
      [error("Conflict")],
    ],
    "a code that fits no response, and another one in its response": [
      all(
        put(`${schema("title_taken")}/x-http-status`, 410),
        (document) => {
          put(schema("late"), read(document, schema("title_taken")))(document);
          put(`${own("late", "code")}/const`, "late")(document);
          put(`${schema("late")}/x-http-status`, 409)(document);
        },
        put(error("Conflict"), {
          oneOf: ["title_taken", "not_found", "late"].map((code) => ref(schema(code))),
        }),
      ),
      [`${schema("title_taken")}/x-http-status`, `${error("Conflict")}/oneOf/1`],
    ],
    "an operation that uses a response of other statuses, where no other one uses it": [
      put(`${GET}/responses/400`, broken("server_failure", "storage_failure")),
      [`${GET}/responses/400`],
    ],
    "the same beside a code that does not say its status": [
      all(
        drop(`${schema("key_missing")}/x-http-status`),
        put(`${GET}/responses/400`, broken("server_failure", "storage_failure", "key_missing")),
      ),
      [`${GET}/responses/400`],
    ],
    "a response for two statuses, of which one code fits one and another fits none": [
      all(
        put(response("Broken"), broken("not_found", "storage_failure")),
        put(`${GET}/responses/404`, ref(response("Broken"))),
        put(`${ADD}/responses/410`, ref(response("Broken"))),
      ),
      [0, 1].map(
        (index) =>
          `${response("Broken")}/content/application~1json/schema/allOf/1/properties/error/oneOf/${index}`,
      ),
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
    "codes that a response lists and nothing defines": put(error("Conflict"), codes("lost", "torn")),
    "a code without a status": drop(`${schema("not_found")}/x-http-status`),
    "a response that leaves the code open": put(error("NotFound"), ref(schema("ErrorObject"))),
  },
});
