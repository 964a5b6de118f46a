import { ADD, describeRule, error, GET, LIST, ref, response, schema } from "./support/describe-rule.ts";
import { all, drop, put } from "./support/edits.ts";

const REFUSED = { responses: { "401": ref(response("Unauthenticated")) } };

describeRule("error-no-overdeclared", {
  reports: {
    "a 404 of a list": [put(`${LIST}/responses/404`, ref(response("NotFound"))), [`${LIST}/responses/404`]],
    "a code that fits no operation of its response": [
      all(
        drop(`${schema("not_found")}/x-http-status`),
        put(error("Conflict"), { oneOf: [ref(schema("title_taken")), ref(schema("not_found"))] }),
      ),
      [`${error("Conflict")}/oneOf/1`],
    ],
    "a query error of an operation without a query": [drop(`${LIST}/parameters`), [`${LIST}/responses/400`]],
    "a code that most operations which declare it cannot return, once": [
      all(
        put(`${schema("key_missing")}/x-applies-to`, ["query"]),
        put("/paths/~1shelves~1{shelf}~1books~1{book}/delete", {
          responses: { "401": ref(response("Unauthenticated")) },
        }),
      ),
      [`${schema("key_missing")}/x-applies-to`],
    ],
    "a code that two operations which declare it cannot return, at each": [
      put(`${schema("key_missing")}/x-applies-to`, ["query"]),
      [`${ADD}/responses/401`, `${GET}/responses/401`],
    ],
    "a code that half of the operations which declare it cannot return, at each": [
      all(
        put(`${schema("key_missing")}/x-applies-to`, ["query", "path-id"]),
        put("/paths/~1shelves~1{shelf}~1books/put", REFUSED),
        put("/paths/~1shelves~1{shelf}~1books/delete", REFUSED),
        put("/paths/~1shelves~1{shelf}~1books~1{book}/put", REFUSED),
      ),
      [ADD, "/paths/~1shelves~1{shelf}~1books/put", "/paths/~1shelves~1{shelf}~1books/delete"].map(
        (operation) => `${operation}/responses/401`,
      ),
    ],
    "a code of writes in a response of reads": [
      put(`${schema("not_found")}/x-applies-to`, ["write"]),
      [error("NotFound")],
    ],
  },
  accepts: {
    "a code of another status, which is for another rule": put(error("Conflict"), {
      oneOf: [ref(schema("title_taken")), ref(schema("not_found"))],
    }),
    "an alternative of several codes": all(
      put(`${schema("storage_failure")}/x-applies-to`, ["write"]),
      put(error("Failed"), {
        allOf: [
          ref(schema("ErrorObject")),
          { properties: { code: { enum: ["server_failure", "storage_failure"] } } },
        ],
      }),
    ),
    "a code that operations list by themselves": put(`${LIST}/responses/409`, ref(response("Conflict"))),
    "an id in another place of the path": put("/paths/~1shelves~1{shelf}~1books~1{book}~1pages/get", {
      responses: { "404": ref(response("NotFound")) },
    }),
    "a path where nothing tells whether the parameter is an id": all(
      put("/paths/~1shelves~1{shelf}/get", { responses: { "404": ref(response("NotFound")) } }),
      put(`${LIST}/responses/404`, ref(response("NotFound"))),
    ),
    "an unknown condition, which is for another rule": put(`${schema("not_found")}/x-applies-to`, [
      "sometimes",
    ]),
    "a code without conditions": drop(`${schema("title_taken")}/x-applies-to`),
    "a response that no operation uses": all(
      put(response("Spare"), ref(response("NotFound"))),
      put(`${ADD}/x-note`, 1),
    ),
  },
});
