import { describeRule, GET, ref, response, schema } from "./support/describe-rule.ts";
import { all, drop, push, put } from "./support/edits.ts";

const PATH = "/paths/~1shelves~1{shelf}~1books~1{book}";
/** A response that leaves its code open. */
const OPEN = {
  description: "Something is wrong.",
  content: { "application/json": { schema: ref(schema("ErrorEnvelope")) } },
};
const refused = put(`${GET}/responses/400`, OPEN);
const REMOVE = {
  responses: {
    "400": OPEN,
    "401": { $ref: `#${response("Unauthenticated")}` },
    "404": { $ref: `#${response("NotFound")}` },
    "429": { $ref: `#${response("Limited")}` },
    "500": { $ref: `#${response("Failed")}` },
  },
};

// Parameters of a path are parameters of each of its operations (OpenAPI 3.1, 4.8.9).
describeRule("error-operation-codes", {
  reports: {
    "a query that the operations of a path share": [
      all(refused, push(`${PATH}/parameters`, { name: "lang", in: "query", schema: { type: "string" } })),
      [`${GET}/responses`],
    ],
    "a shared query behind a reference, for every operation of the path": [
      all(
        refused,
        put("/components/parameters/lang", { name: "lang", in: "query", schema: { type: "string" } }),
        push(`${PATH}/parameters`, { $ref: "#/components/parameters/lang" }),
        put(`${PATH}/delete`, REMOVE),
      ),
      [`${GET}/responses`, `${PATH}/delete/responses`],
    ],
  },
  accepts: {
    "a header that the operations of a path share": all(
      refused,
      push(`${PATH}/parameters`, { name: "X-Lang", in: "header" }),
    ),
  },
});

describeRule("error-no-overdeclared", {
  reports: {},
  accepts: {
    "a code of a query that the path has and not the operation": all(
      push("/paths/~1shelves~1{shelf}~1books/parameters", {
        name: "sort",
        in: "query",
        schema: { type: "string" },
      }),
      drop("/paths/~1shelves~1{shelf}~1books/get/parameters"),
    ),
  },
});
