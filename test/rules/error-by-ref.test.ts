import { describeRule, error, GET, json, LIST, ref, response, schema } from "./support/describe-rule.ts";
import { all, change, drop, put, read } from "./support/edits.ts";

const inPlace = (operation: string, status: string, name: string) => (document: unknown) =>
  put(`${operation}/responses/${status}`, read(document, response(name)))(document);
const CODE = {
  allOf: [
    ref(schema("ErrorObject")),
    { type: "object", properties: { type: { const: "not_found_error" }, code: { const: "not_found" } } },
  ],
};
const COPY = {
  type: "object",
  required: ["success", "error", "meta"],
  properties: { success: { const: false }, error: ref(schema("not_found")), meta: { type: "object" } },
};

/** Writes every error body of the library in place, envelope and all. */
const spellOut = (document: unknown) => {
  for (const name of NAMES) {
    const codes = (read(document, `${json(name)}/schema/allOf/1/properties`) as { error: unknown }).error;
    const envelope = structuredClone(read(document, schema("ErrorEnvelope"))) as { properties: object };
    put(`${json(name)}/schema`, { ...envelope, properties: { ...envelope.properties, error: codes } })(
      document,
    );
  }
  drop(schema("ErrorEnvelope"))(document);
};
const NAMES = ["Unauthenticated", "Invalid", "NotFound", "Conflict", "Limited", "Failed"];

describeRule("error-by-ref", {
  reports: {
    "a response in place": [inPlace(GET, "404", "NotFound"), [`${GET}/responses/404`]],
    "each response in place": [
      all(inPlace(GET, "404", "NotFound"), inPlace(LIST, "500", "Failed")),
      [`${GET}/responses/404`, `${LIST}/responses/500`],
    ],
    "a code in place": [put(error("NotFound"), CODE), [error("NotFound")]],
    "one code in place among others": [
      put(`${error("Failed")}/oneOf/0`, CODE),
      [`${error("Failed")}/oneOf/0`],
    ],
    "a copy of the envelope": [put(`${json("NotFound")}/schema`, COPY), [`${json("NotFound")}/schema`]],
    "several codes in one place": [
      put(error("NotFound"), {
        allOf: [ref(schema("ErrorObject")), { properties: { code: { enum: ["not_found", "lost"] } } }],
      }),
      [error("NotFound")],
    ],
    "a copy of the envelope beside the envelope": [
      change(`${json("NotFound")}/schema`, (body) => ({ oneOf: [body, COPY] })),
      [`${json("NotFound")}/schema`],
    ],
    "every copy of an envelope that nothing shares": [spellOut, NAMES.map((name) => `${json(name)}/schema`)],
    "a second envelope, even a shared one": [
      all(
        (document) => put(schema("Second"), read(document, schema("ErrorEnvelope")))(document),
        put(`${json("NotFound")}/schema`, ref(schema("Second"))),
      ),
      [`${json("NotFound")}/schema`],
    ],
  },
  accepts: {
    "a body without a schema, which is for another rule": drop(`${json("NotFound")}/schema`),
    "a response that leaves its code open in place": put(error("NotFound"), { type: "object" }),
    "the one error body of a document, which nothing could share": (document) => {
      spellOut(document);
      const responses = { "200": {}, "404": read(document, response("NotFound")) };
      put("/paths", { "/books": { get: { responses } } })(document);
      drop("/components/responses")(document);
    },
    "a success in place": put(`${GET}/responses/202`, { description: "Soon." }),
    "a response that refers to a response": all(
      put(response("Missing"), ref(response("NotFound"))),
      put(`${GET}/responses/404`, ref(response("Missing"))),
    ),
    "a body that is a shared schema": all(
      (document) => put(schema("NotFoundBody"), read(document, `${json("NotFound")}/schema`))(document),
      put(`${json("NotFound")}/schema`, ref(schema("NotFoundBody"))),
    ),
    "responses in place where a document shares none": (document) => {
      for (const operation of [
        "~1shelves~1{shelf}~1books/get",
        "~1shelves~1{shelf}~1books/post",
        "~1shelves~1{shelf}~1books~1{book}/get",
      ]) {
        change(`/paths/${operation}/responses`, (responses: Record<string, { $ref?: string }>) =>
          Object.fromEntries(
            Object.entries(responses).map(([status, value]) => [
              status,
              value.$ref ? read(document, value.$ref.slice(1)) : value,
            ]),
          ),
        )(document);
      }
      drop("/components/responses")(document);
    },
  },
});
