import { describeRule, error, GET, json, LIST, ref, response, schema } from "./support/describe-rule.ts";
import { all, change, drop, push, put } from "./support/edits.ts";

const BARE = { type: "object", properties: { message: { type: "string" } } };
const COPY = {
  type: "object",
  required: ["success", "error", "meta"],
  properties: { success: { const: false }, error: ref(schema("not_found")), meta: { type: "object" } },
};

describeRule("error-envelope", {
  reports: {
    "a body of another shape": [put(`${json("NotFound")}/schema`, BARE), [`${json("NotFound")}/schema`]],
    "a body that refers to another shape": [
      all(put(schema("Bare"), BARE), put(`${json("NotFound")}/schema`, ref(schema("Bare")))),
      [`${json("NotFound")}/schema`],
    ],
    "the one alternative that is no envelope": [
      change(`${json("NotFound")}/schema`, (body) => ({ oneOf: [body, BARE] })),
      [`${json("NotFound")}/schema/oneOf/1`],
    ],
    "an alternative that is no envelope behind anyOf and a reference": [
      all(
        put(schema("Choice"), { anyOf: [ref(schema("ErrorEnvelope")), BARE] }),
        put(`${json("NotFound")}/schema`, ref(schema("Choice"))),
      ),
      [`${schema("Choice")}/anyOf/1`],
    ],
    "an error that is a bare string": [
      put(error("NotFound"), { type: "string" }),
      [`${json("NotFound")}/schema`],
    ],
    "a body that contradicts success": [
      put(`${json("NotFound")}/schema/allOf/1/properties/success`, { const: true }),
      [`${json("NotFound")}/schema`],
    ],
    "a copy without meta": [
      put(`${json("NotFound")}/schema`, { ...COPY, required: ["success", "error"] }),
      [`${json("NotFound")}/schema`],
    ],
    "a copy that requires meta and does not describe it": [
      put(`${json("NotFound")}/schema`, {
        ...COPY,
        properties: { success: { const: false }, error: ref(schema("not_found")) },
      }),
      [`${json("NotFound")}/schema`],
    ],
    "a copy of which one alternative of the error lacks the fields": [
      put(`${json("NotFound")}/schema`, {
        ...COPY,
        properties: { ...COPY.properties, error: { oneOf: [ref(schema("not_found")), { type: "object" }] } },
      }),
      [`${json("NotFound")}/schema`],
    ],
    "a response without a body that HEAD and others share": [
      all(
        drop(`${response("NotFound")}/content`),
        put("/paths/~1shelves~1{shelf}~1books~1{book}/head", {
          responses: { "200": { description: "Yes." }, "404": ref(response("NotFound")) },
        }),
      ),
      [response("NotFound")],
    ],
    "a copy whose error lacks a field": [
      put(`${json("NotFound")}/schema`, {
        ...COPY,
        properties: {
          ...COPY.properties,
          error: { type: "object", properties: { code: { const: "not_found" } } },
        },
      }),
      [`${json("NotFound")}/schema`],
    ],
    "a response without a body": [drop(`${response("NotFound")}/content`), [response("NotFound")]],
    "a body without a schema": [drop(`${json("NotFound")}/schema`), [json("NotFound")]],
    "a range of statuses": [
      put(`${LIST}/responses/4XX`, {
        description: "Any.",
        content: { "application/json": { schema: BARE } },
      }),
      [`${LIST}/responses/4XX/content/application~1json/schema`],
    ],
    "a default beside a success": [
      put(`${LIST}/responses/default`, {
        description: "Any.",
        content: { "application/json": { schema: BARE } },
      }),
      [`${LIST}/responses/default/content/application~1json/schema`],
    ],
  },
  accepts: {
    "another shape of another type": put(`${response("NotFound")}/content/text~1html`, { schema: BARE }),
    "a reference to nothing": put(`${json("NotFound")}/schema`, ref(schema("None"))),
    "a plain reference to the envelope": put(`${json("NotFound")}/schema`, ref(schema("ErrorEnvelope"))),
    "a reference to a reference": all(
      put(schema("Alias"), ref(schema("ErrorEnvelope"))),
      put(`${json("NotFound")}/schema`, ref(schema("Alias"))),
    ),
    "allOf inside of allOf": change(`${json("NotFound")}/schema`, (body) => ({ allOf: [{ allOf: [body] }] })),
    "a choice of envelopes": change(`${json("NotFound")}/schema`, (body) => ({
      anyOf: [body, ref(schema("ErrorEnvelope"))],
    })),
    "keywords beside a reference": put(`${json("NotFound")}/schema`, {
      ...ref(schema("ErrorEnvelope")),
      description: "An error.",
    }),
    "a full copy, which is for another rule": put(`${json("NotFound")}/schema`, COPY),
    "a full copy that narrows its error": put(`${json("NotFound")}/schema`, {
      allOf: [
        { ...COPY, properties: { ...COPY.properties, error: { type: "object" } } },
        { properties: { error: { oneOf: [ref(schema("not_found")), ref(schema("title_taken"))] } } },
      ],
    }),
    "an envelope that requires what it does not describe": push(
      `${schema("ErrorEnvelope")}/required`,
      "trace",
    ),
    "a constant of the envelope that a body leaves open, or refers to nothing for": all(
      put(`${json("NotFound")}/schema/allOf/1/properties/success`, { type: "boolean" }),
      put(`${json("Conflict")}/schema/allOf/1/properties/success`, ref("/nowhere")),
    ),
    "a success of any shape": put(`${GET}/responses/200/content`, { "application/json": { schema: BARE } }),
    "a default that is the only response": put(`${GET}/responses`, { default: { description: "A book." } }),
    "a default beside errors alone, which may be the success": put(`${GET}/responses`, {
      401: ref(response("Unauthenticated")),
      default: { description: "A book.", content: { "application/json": { schema: BARE } } },
    }),
    "an answer to HEAD, which has no body": put("/paths/~1shelves~1{shelf}~1books/head", {
      responses: { "200": { description: "Yes." }, "404": { description: "No." } },
    }),
    "a webhook, which others answer": put("/webhooks/added/post", {
      responses: { "400": { description: "No." } },
    }),
    "a schema that refers to itself": put(
      `${json("NotFound")}/schema/allOf/1/properties/next`,
      ref(json("NotFound")),
    ),
    "a reference to nothing, which is for the linter itself": put(
      `${json("NotFound")}/schema`,
      ref("/nowhere"),
    ),
  },
});
