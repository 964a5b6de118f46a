import { expect, test } from "vitest";
import { changed, said } from "./support/check.ts";
import { ADD, error, example, GET, json, LIST, own, ref, response, schema } from "./support/describe-rule.ts";
import { all, drop, type Edit, push, put } from "./support/edits.ts";

const open = {
  description: "Something is wrong.",
  content: { "application/json": { schema: ref(schema("ErrorEnvelope")) } },
};

// The pages of the rules show one sentence each; these are the other forms that a person may meet.
test.each<[rule: string, edit: Edit, want: string[]]>([
  [
    "error-required-statuses",
    drop(`${GET}/responses/404`),
    ["GET /shelves/{shelf}/books/{book} declares no 404 response, where not_found belongs. Add it."],
  ],
  [
    "error-required-statuses",
    put(`${GET}/responses`, { "200": { description: "The book." } }),
    [
      "GET /shelves/{shelf}/books/{book} declares no 401, 404, 429 or 500 response, where key_missing, too_many_requests, server_failure and 2 more codes belong. Add them.",
    ],
  ],
  [
    "error-required-statuses",
    put(`${GET}/responses`, { "200": { description: "The book." }, "404": ref(response("NotFound")) }),
    [
      "GET /shelves/{shelf}/books/{book} declares no 401, 429 or 500 response, where key_missing, too_many_requests, server_failure and storage_failure belong. Add them.",
    ],
  ],
  [
    "error-no-overdeclared",
    all(
      put(`${schema("key_missing")}/x-applies-to`, ["body"]),
      drop(`${ADD}/requestBody`),
      drop(`${ADD}/responses/400`),
    ),
    [
      "Unauthenticated carries key_missing, but its `x-applies-to` (body) covers no operation with that response. Remove the code from it.",
    ],
  ],
  [
    "error-operation-codes",
    put(`${GET}/responses/500`, open),
    [
      "GET /shelves/{shelf}/books/{book} does not declare server_failure and storage_failure. Use a response that carries them.",
    ],
  ],
  [
    "error-operation-codes",
    put(`${GET}/responses/404`, open),
    ["GET /shelves/{shelf}/books/{book} does not declare not_found. Use a response that carries it."],
  ],
  [
    "error-operation-codes",
    put(`${json("Failed")}/schema`, ref(schema("ErrorEnvelope"))),
    ["Failed lacks server_failure and storage_failure, which apply to all 3 operations with it. Add them."],
  ],
  [
    "error-operation-codes",
    put(`${json("NotFound")}/schema`, ref(schema("ErrorEnvelope"))),
    ["NotFound lacks not_found, which applies to GET /shelves/{shelf}/books/{book}. Add it."],
  ],
  [
    "error-no-overdeclared",
    all(
      put(`${schema("key_missing")}/x-applies-to`, ["query", "path-id"]),
      put("/paths/~1shelves~1{shelf}~1books/put", { responses: { "401": ref(response("Unauthenticated")) } }),
      put("/paths/~1shelves~1{shelf}~1books/delete", {
        responses: { "401": ref(response("Unauthenticated")) },
      }),
    ),
    [
      "`x-applies-to` of key_missing (query, path-id) does not cover 3 of the 5 operations that declare it. Correct it, or take the code out of their responses.",
    ],
  ],
  [
    "error-no-overdeclared",
    put(`${schema("not_found")}/x-applies-to`, ["write"]),
    [
      "NotFound carries not_found, but its `x-applies-to` (write) covers no operation with that response. Remove the code from it.",
    ],
  ],
  [
    "error-status-matches-response",
    put(`${schema("not_found")}/x-http-status`, 410),
    [
      "The code not_found has the status 410, yet every response with it is a 404. Correct x-http-status, or move the code.",
    ],
  ],
  [
    "error-status-matches-response",
    put(error("Conflict"), { oneOf: [ref(schema("title_taken")), ref(schema("not_found"))] }),
    ["Conflict is a 409, but carries not_found (404). Move the code to a response of its status."],
  ],
  [
    "error-status-matches-response",
    put(`${ADD}/responses/503`, ref(response("Failed"))),
    [
      "POST /shelves/{shelf}/books uses Failed for 503, but server_failure and storage_failure have another status. Use it under the status of its codes.",
    ],
  ],
  [
    "error-status-matches-response",
    put(`${LIST}/responses/410`, ref(response("NotFound"))),
    [
      "GET /shelves/{shelf}/books uses NotFound for 410, but not_found has another status. Use it under the status of its codes.",
    ],
  ],
  [
    "error-retry-after",
    put(`${GET}/responses/429`, { ...open }),
    [
      "The 429 response of GET /shelves/{shelf}/books/{book} has no Retry-After header. Add it, and make it required.",
    ],
  ],
  [
    "error-retry-after",
    all(drop(`${response("Limited")}/headers`), drop(`${schema("too_many_requests")}/x-retry`)),
    ["Limited is a 429, but has no Retry-After header. Add it, and make it required."],
  ],
  [
    "error-retry-after",
    drop(`${response("Limited")}/headers`),
    [
      "Limited carries too_many_requests, which is retried after a wait, but has no Retry-After header to say how long. Add it, and make it required.",
    ],
  ],
  [
    "error-retry-after",
    put("/components/headers/RetryAfter/required", false),
    [
      "The Retry-After header of Limited is optional, but too_many_requests has `x-retry: after`. Make it required.",
    ],
  ],
  [
    "error-type-matches-status",
    put(`${schema("ErrorType")}/enum`, ["authentication_error", "not_found_error", "rate_limit_error"]),
    [
      "ErrorType lacks the type invalid_request_error, which value_invalid and title_taken have. List it, or correct the codes.",
      "ErrorType lacks the type api_error, which server_failure and storage_failure have. List it, or correct the codes.",
    ],
  ],
  [
    "error-catalog-complete",
    put(`${schema("not_found")}/x-causes`, ["It was removed.", 7]),
    ["The code not_found has 7 as item 2 of its `x-causes`. Name a cause, or remove the item."],
  ],
  [
    "error-catalog-complete",
    put(`${schema("not_found")}/x-since`, "soon"),
    ['The code not_found has "soon" as its `x-since`. Give the version that introduced it, such as 1.0.0.'],
  ],
  [
    "error-example-consistent",
    drop(`${example("NotFound", "not_found")}/error`),
    ["This example of NotFound has no `error` object. Write the whole envelope."],
  ],
  [
    "error-example-consistent",
    put(`${example("NotFound", "not_found")}/error/code`, "title_taken"),
    [
      "This example shows title_taken, which NotFound does not carry (not_found). Correct the code, or move the example.",
    ],
  ],
  [
    "error-code-registered",
    put(`${own("not_found", "code")}/const`, "not_fuond"),
    [
      "The code not_fuond is not in the registry ErrorCode. Add it there, or correct the code. Did you mean `not_found`?",
    ],
  ],
  [
    "error-code-unique",
    push(`${schema("ErrorCode")}/enum`, "not_found"),
    ["The code not_found is listed twice. Remove one."],
  ],
  [
    "error-retired-not-reused",
    push(`${schema("ErrorCode")}/x-retired-codes`, { code: "not_found", retired: "1.0.0" }),
    [
      "This entry of `x-retired-codes` lacks reason. Say what was retired, when and why.",
      "The code not_found is retired: programs in use still know it by its old meaning. Choose another word.",
    ],
  ],
])("%s says it in the words that fit the case (%#)", (rule, edit, want) => {
  expect(said(rule, changed(edit))).toEqual(want);
});
