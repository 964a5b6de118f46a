import { ADD, describeRule, error, GET, json, LIST, ref, response, schema } from "./support/describe-rule.ts";
import { all, drop, put } from "./support/edits.ts";

describeRule("error-operation-codes", {
  reports: {
    "a code that a shared response lost, once": [
      drop(`${error("Failed")}/oneOf/1`),
      [`${error("Failed")}/oneOf`],
    ],
    "an operation that lacks the response": [drop(`${GET}/responses/404`), [`${GET}/responses`]],
    "an operation that uses a response without the code": [
      all(
        put(response("Broken"), {
          description: "Broken.",
          content: {
            "application/json": {
              schema: {
                allOf: [
                  ref(schema("ErrorEnvelope")),
                  { properties: { error: ref(schema("server_failure")) } },
                ],
              },
            },
          },
        }),
        put(`${GET}/responses/500`, ref(response("Broken"))),
      ),
      [`${response("Broken")}/content/application~1json/schema/allOf/1/properties/error`],
    ],
    "a query that brings a code": [
      put(`${GET}/parameters`, [{ name: "lang", in: "query", schema: { type: "string" } }]),
      [`${GET}/responses`],
    ],
    "a body that brings a code": [
      put("/paths/~1shelves~1{shelf}~1books~1{book}/patch", {
        requestBody: { content: { "application/json": { schema: { type: "object" } } } },
        responses: {
          "401": ref(response("Unauthenticated")),
          "404": ref(response("NotFound")),
          "429": ref(response("Limited")),
          "500": ref(response("Failed")),
        },
      }),
      ["/paths/~1shelves~1{shelf}~1books~1{book}/patch/responses"],
    ],
    "a required field that brings a code": [
      all(put(`${schema("title_taken")}/x-applies-to`, ["required-body"]), drop(`${ADD}/responses/409`)),
      [`${ADD}/responses`],
    ],
    "a method that brings a code": [
      put(`${schema("not_found")}/x-applies-to`, ["path-id", "write"]),
      [`${ADD}/responses`],
    ],
    "a response that leaves its code open": [
      put(`${json("NotFound")}/schema`, ref(schema("ErrorEnvelope"))),
      [`${json("NotFound")}/schema`],
    ],
  },
  accepts: {
    "a code that operations list by themselves": drop(`${ADD}/responses/409`),
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
      drop(`${ADD}/responses/409`),
    ),
    "an unknown condition, which is for another rule": put(`${schema("not_found")}/x-applies-to`, [
      "sometimes",
    ]),
    "a header parameter": put(`${GET}/parameters`, [{ name: "X-Lang", in: "header" }]),
    "a parameter in every path, which is no id": put(`${LIST}/x-note`, 1),
  },
});
