import {
  describeRule,
  error,
  example,
  GET,
  json,
  own,
  ref,
  response,
  schema,
} from "./support/describe-rule.ts";
import { all, change, drop, type Edit, push, put, read } from "./support/edits.ts";

const NOT_FOUND = example("NotFound", "not_found");
const wrong = (field: string, value: unknown): [ReturnType<typeof put>, string[]] => [
  put(`${NOT_FOUND}${field}`, value),
  [`${NOT_FOUND}${field}`],
];

const SCHEMA = `${json("NotFound")}/schema`;
/** Gives the example another name. */
const named = (name: string): Edit =>
  change(`${json("NotFound")}/examples`, (examples: Record<string, unknown>) => ({
    [name]: examples.not_found,
  }));
const withoutRegistry = all(
  drop(schema("ErrorCode")),
  put(`${schema("ErrorObject")}/properties/code`, { type: "string" }),
);
/** The example of the library, and the same with a wrong fact. */
const both = (document: unknown): Record<string, unknown>[] => {
  const right = structuredClone(read(document, NOT_FOUND)) as Record<string, unknown>;
  return [right, { ...right, success: true }];
};

describeRule("error-example-consistent", {
  reports: {
    "a code that the response does not carry": [
      all(
        change(`${json("NotFound")}/examples`, (examples: Record<string, unknown>) => ({
          one: examples.not_found,
        })),
        put(`${json("NotFound")}/examples/one/value/error/code`, "title_taken"),
        put(`${json("NotFound")}/examples/one/value/error/type`, "invalid_request_error"),
        put(
          `${json("NotFound")}/examples/one/value/error/doc_url`,
          "https://library.example/errors#title_taken",
        ),
      ),
      [`${json("NotFound")}/examples/one/value/error/code`],
    ],
    "an example named after another code": [
      change(`${json("Failed")}/examples`, (examples: Record<string, unknown>) => ({
        ...examples,
        storage_failure: examples.server_failure,
      })),
      [`${example("Failed", "storage_failure")}/error/code`],
    ],
    "a code that is a number": wrong("/error/code", 404),
    "a wrong type": wrong("/error/type", "api_error"),
    "a wrong address": wrong("/error/doc_url", "https://library.example/errors"),
    "two request ids": wrong("/meta/requestId", "req_2"),
    "a wrong success": wrong("/success", true),
    "a wrong success in the example of a media type": [
      (document) => put(`${json("NotFound")}/example`, both(document)[1])(document),
      [`${json("NotFound")}/example/success`],
    ],
    "a wrong success in the example of a schema": [
      (document) => put(`${SCHEMA}/example`, both(document)[1])(document),
      [`${SCHEMA}/example/success`],
    ],
    "a wrong success in one of the examples of a schema": [
      (document) => put(`${SCHEMA}/examples`, both(document))(document),
      [`${SCHEMA}/examples/1/success`],
    ],
    "a wrong success beside the reference to a schema": [
      (document) => {
        put(schema("Body"), read(document, SCHEMA))(document);
        put(SCHEMA, { ...ref(schema("Body")), example: both(document)[1] })(document);
      },
      [`${SCHEMA}/example/success`],
    ],
    "an empty message": wrong("/error/message", ""),
    "a request id that is missing in the error": [
      drop(`${NOT_FOUND}/error/request_id`),
      [`${NOT_FOUND}/error`],
    ],
    "a request id that is missing in meta": [drop(`${NOT_FOUND}/meta`), [NOT_FOUND]],
    "a request id that is missing in a meta with something else": [
      put(`${NOT_FOUND}/meta`, { page: 1 }),
      [`${NOT_FOUND}/meta`],
    ],
    "a request id of the error that is empty": wrong("/error/request_id", ""),
    "an address that is missing, once": [drop(`${NOT_FOUND}/error/doc_url`), [`${NOT_FOUND}/error`]],
    "a field of one's own that is required and missing": [
      put(`${schema("not_found")}/allOf/1/required`, ["book"]),
      [`${NOT_FOUND}/error`],
    ],
    "a type that is required, missing and the same for no code": [
      all(drop(own("not_found", "type")), drop(`${NOT_FOUND}/error/type`)),
      [`${NOT_FOUND}/error`],
    ],
    "the example of a schema that responses share, once": [
      all(
        put(schema("Body"), { ...ref(schema("ErrorEnvelope")), example: { error: { code: 404 } } }),
        ...["NotFound", "Conflict"].flatMap((name) => [
          put(`${json(name)}/schema`, ref(schema("Body"))),
          drop(`${json(name)}/examples`),
        ]),
      ),
      [`${schema("Body")}/example/error/code`, `${schema("Body")}/example`],
    ],
    "an example named after a code that is listed and not described": [
      all(push(`${schema("ErrorCode")}/enum`, "lost"), named("lost")),
      [`${json("NotFound")}/examples/lost/value/error/code`],
    ],
    "an example named after another code of a document without a registry": [
      all(withoutRegistry, named("title_taken")),
      [`${json("NotFound")}/examples/title_taken/value/error/code`],
    ],
    "a message that is missing": [drop(`${NOT_FOUND}/error/message`), [`${NOT_FOUND}/error`]],
    "an error that is a string": [put(`${NOT_FOUND}/error`, "not found"), [NOT_FOUND]],
    "an unregistered code where the response leaves the code open": [
      all(put(error("NotFound"), ref(schema("ErrorObject"))), put(`${NOT_FOUND}/error/code`, "lost")),
      [`${NOT_FOUND}/error/code`],
    ],
    "a code of another status where the response leaves the code open": [
      (document) => {
        put(error("Conflict"), ref(schema("ErrorObject")))(document);
        put(`${json("Conflict")}/examples`, { one: { value: read(document, NOT_FOUND) } })(document);
      },
      [`${json("Conflict")}/examples/one/value/error/code`],
    ],
  },
  accepts: {
    "a right example in each place": (document) => {
      const [right] = both(document);
      put(`${json("NotFound")}/example`, right)(document);
      put(`${SCHEMA}/example`, right)(document);
      put(`${SCHEMA}/examples`, [right])(document);
    },
    "a code that its response carries and the registry lacks, which is for another rule": drop(
      `${schema("ErrorCode")}/enum/1`,
    ),
    "a code of another status than its response, which is for another rule": put(
      `${schema("not_found")}/x-http-status`,
      410,
    ),
    "a right code where the response leaves the code open": put(
      error("NotFound"),
      ref(schema("ErrorObject")),
    ),
    "a right code where the response is used for another status as well": all(
      put(error("NotFound"), ref(schema("ErrorObject"))),
      put(`${GET}/responses/410`, ref(response("NotFound"))),
    ),
    "a code that is listed and not described where the response leaves the code open": all(
      push(`${schema("ErrorCode")}/enum`, "lost"),
      put(error("NotFound"), ref(schema("ErrorObject"))),
      named("one"),
      put(`${example("NotFound", "one")}/error/code`, "lost"),
    ),
    "any code where nothing lists them and the response leaves the code open": all(
      withoutRegistry,
      put(error("NotFound"), ref(schema("ErrorObject"))),
      named("one"),
      put(`${example("NotFound", "one")}/error/code`, "lost"),
    ),
    "an address of a code that has none": drop(own("not_found", "doc_url")),
    "a field of one's own that is required": all(
      put(`${schema("not_found")}/allOf/1/required`, ["book"]),
      put(`${NOT_FOUND}/error/book`, { id: 4 }),
    ),
    "a param that is missing, which is for another rule": drop(
      `${example("Conflict", "title_taken")}/error/param`,
    ),
    "an example that is a text": put(`${json("NotFound")}/examples/odd`, "Not found."),
    "examples of a schema that are no list": (document) =>
      put(`${SCHEMA}/examples`, { one: both(document)[1] })(document),
    "a field that nobody described": put(`${NOT_FOUND}/error/hint`, "Look again."),
    "a new sentence": put(`${NOT_FOUND}/error/message`, "Nothing here."),
    "an example in another file": put(`${json("NotFound")}/examples/not_found`, {
      externalValue: "not-found.json",
    }),
    "an example of a success": put(`${GET}/responses/200/content`, {
      "application/json": { example: { error: "none" } },
    }),
    "an example of any name": change(`${json("NotFound")}/examples`, (examples: Record<string, unknown>) => ({
      "the book is gone": examples.not_found,
    })),
    "a response without examples": drop(`${response("NotFound")}/content/application~1json/examples`),
  },
});
