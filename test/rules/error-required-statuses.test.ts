import {
  ADD,
  CODES,
  describeRule,
  error,
  GET,
  LIST,
  ref,
  response,
  schema,
} from "./support/describe-rule.ts";
import { all, drop, put } from "./support/edits.ts";

const noConditions = all(...CODES.map((code) => drop(`${schema(code)}/x-applies-to`)));
const more = put("/paths/~1shelves~1{shelf}~1covers/get", {
  responses: {
    "200": { description: "Covers." },
    "401": ref(response("Unauthenticated")),
    "429": ref(response("Limited")),
  },
});

describeRule("error-required-statuses", {
  reports: {
    "an operation without its 500": [drop(`${GET}/responses/500`), [`${GET}/responses`]],
    "an operation with an id in its path and no 404": [drop(`${GET}/responses/404`), [`${GET}/responses`]],
    "an operation with a query and no 400": [drop(`${LIST}/responses/400`), [`${LIST}/responses`]],
    "a missing status beside one whose response lacks a code, which is for another rule": [
      all(
        drop(`${GET}/responses/404`),
        drop(`${error("Failed")}/oneOf/1`),
        drop(`${schema("too_many_requests")}/x-http-status`),
        put(`${GET}/responses/429`, ref(response("Unauthenticated"))),
      ),
      [`${GET}/responses`],
    ],
    "a default in the place of a status": [
      all(drop(`${ADD}/responses/429`), put(`${ADD}/responses/default`, ref(response("Failed")))),
      [`${ADD}/responses`],
    ],
    "an operation without responses": [drop(`${GET}/responses`), [GET]],
    "the one operation without what all others have, where nothing says what applies": [
      all(noConditions, more),
      ["/paths/~1shelves~1{shelf}~1covers/get/responses"],
    ],
  },
  accepts: {
    "errors by default alone, which is for another rule": put(`${GET}/responses`, {
      "200": { description: "The book." },
      default: ref(response("Failed")),
    }),
    "a range in the place of a status": all(
      drop(`${GET}/responses/500`),
      put(`${GET}/responses/5XX`, ref(response("Failed"))),
    ),
    "a status that only some operations need": drop(`${ADD}/responses/409`),
    "different statuses where nothing says what applies": all(noConditions, drop(`${GET}/responses/500`)),
  },
});
