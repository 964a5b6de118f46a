import {
  ADD,
  describeRule,
  error,
  GET,
  json,
  LIST,
  ref,
  response,
  responseWith,
  schema,
} from "./support/describe-rule.ts";
import { all, drop, put } from "./support/edits.ts";

/** A response that leaves its code open. */
const open = {
  description: "Something is wrong.",
  content: { "application/json": { schema: ref(schema("ErrorEnvelope")) } },
};

const BOOK = "/paths/~1shelves~1{shelf}~1books~1{book}";
const WRITES = ["put", "patch", "delete"];

describeRule("error-operation-codes", {
  reports: {
    "a code that a shared response lost, once": [
      drop(`${error("Failed")}/oneOf/1`),
      [`${error("Failed")}/oneOf`],
    ],
    "an operation whose response of that status lacks the code": [
      put(`${GET}/responses/404`, open),
      [`${GET}/responses`],
    ],
    "an operation that uses a response without the code": [
      all(
        put(response("Broken"), responseWith(ref(schema("server_failure")))),
        put(`${GET}/responses/500`, ref(response("Broken"))),
      ),
      [`${response("Broken")}/content/application~1json/schema/allOf/1/properties/error`],
    ],
    "a response whose only code does not say its status": [
      all(
        drop(`${schema("title_taken")}/x-http-status`),
        put(`${GET}/responses/404`, ref(response("Conflict"))),
      ),
      [`${GET}/responses`],
    ],
    "a response that lists codes which nothing defines": [
      put(`${GET}/responses/404`, responseWith({ properties: { code: { enum: ["lost", "gone"] } } })),
      [`${GET}/responses`],
    ],
    "a response with a code of another status, and one that does not say its status": [
      all(
        drop(`${schema("key_missing")}/x-http-status`),
        put(
          `${GET}/responses/404`,
          responseWith({ oneOf: [ref(schema("title_taken")), ref(schema("key_missing"))] }),
        ),
      ),
      [`${GET}/responses`],
    ],
    "a code without a status that no response carries": [
      all(drop(`${schema("storage_failure")}/x-http-status`), drop(`${error("Failed")}/oneOf/1`)),
      [LIST, ADD, GET].map((operation) => `${operation}/responses`),
    ],
    "a code that some operations with a response carry elsewhere": [
      all(
        drop(`${error("Failed")}/oneOf/1`),
        put(`${LIST}/responses/503`, responseWith(ref(schema("storage_failure")))),
        put(`${LIST}/responses/400`, open),
      ),
      [LIST, ADD, GET].map((operation) => `${operation}/responses`),
    ],
    "a shared response without a body": [drop(`${response("NotFound")}/content`), [response("NotFound")]],
    "a query that brings a code": [
      all(
        put(`${GET}/parameters`, [{ name: "lang", in: "query", schema: { type: "string" } }]),
        put(`${GET}/responses/400`, open),
      ),
      [`${GET}/responses`],
    ],
    "a body that brings a code": [
      put("/paths/~1shelves~1{shelf}~1books~1{book}/patch", {
        requestBody: { content: { "application/json": { schema: { type: "object" } } } },
        responses: {
          "400": open,
          "401": ref(response("Unauthenticated")),
          "404": ref(response("NotFound")),
          "429": ref(response("Limited")),
          "500": ref(response("Failed")),
        },
      }),
      ["/paths/~1shelves~1{shelf}~1books~1{book}/patch/responses"],
    ],
    "a required field that brings a code": [
      all(put(`${schema("title_taken")}/x-applies-to`, ["required-body"]), put(`${ADD}/responses/409`, open)),
      [`${ADD}/responses`],
    ],
    "a method that brings a code": [
      all(
        put(`${schema("not_found")}/x-applies-to`, ["path-id", "write"]),
        put(`${ADD}/responses/404`, open),
      ),
      [`${ADD}/responses`],
    ],
    "every method that writes": [
      all(
        put(`${schema("title_taken")}/x-applies-to`, ["write"]),
        ...WRITES.map((method) =>
          put(`${BOOK}/${method}`, {
            responses: {
              "200": { description: "The book." },
              "401": ref(response("Unauthenticated")),
              "404": ref(response("NotFound")),
              "409": open,
              "429": ref(response("Limited")),
              "500": ref(response("Failed")),
            },
          }),
        ),
      ),
      WRITES.map((method) => `${BOOK}/${method}/responses`),
    ],
    "a response that leaves its code open": [
      put(`${json("NotFound")}/schema`, ref(schema("ErrorEnvelope"))),
      [`${json("NotFound")}/schema`],
    ],
  },
  accepts: {
    "a status that is missing as a whole, which is for another rule": drop(`${GET}/responses/404`),
    "a status with the response of another one, which is for another rule": put(
      `${GET}/responses/404`,
      ref(response("Conflict")),
    ),
    "a code that operations list by themselves": put(`${ADD}/responses/409`, open),
    "a default in the place of a status, which is for another rule": all(
      drop(`${GET}/responses/500`),
      put(`${GET}/responses/default`, open),
    ),
    "a query of the path": put("/paths/~1shelves~1{shelf}~1books/parameters/1", {
      name: "lang",
      in: "query",
    }),
    "a code in a range": all(
      drop(`${GET}/responses/500`),
      put(`${GET}/responses/5XX`, ref(response("Failed"))),
    ),
    "a body without required fields": all(
      put(`${schema("title_taken")}/x-applies-to`, ["required-body"]),
      drop(`${ADD}/requestBody/content/application~1json/schema/required`),
      put(`${ADD}/responses/409`, open),
    ),
    "an unknown condition, which is for another rule": put(`${schema("not_found")}/x-applies-to`, [
      "sometimes",
    ]),
    "a header parameter": all(
      put(`${GET}/parameters`, [{ name: "X-Lang", in: "header" }]),
      put(`${GET}/responses/400`, open),
    ),
    "a parameter in every path, which is no id": put(`${LIST}/x-note`, 1),
  },
});
