import { describeRule, error, own, ref, schema } from "./support/describe-rule.ts";
import { all, drop, put, read } from "./support/edits.ts";

const REGISTRY = `${schema("ErrorCode")}/enum`;

describeRule("error-code-registered", {
  reports: {
    "a code that the registry lacks": [drop(`${REGISTRY}/1`), [`${own("not_found", "code")}/const`]],
    "a misspelt code": [
      put(`${own("not_found", "code")}/const`, "not_fuond"),
      [`${own("not_found", "code")}/const`],
    ],
    "a schema called after another code": [
      all(
        (document) => put(schema("gone"), read(document, schema("not_found")))(document),
        put(error("NotFound"), ref(schema("gone"))),
        drop(schema("not_found")),
      ),
      [`${own("gone", "code")}/const`],
    ],
    "a code that no response refers to": [
      all(
        (document) => put(schema("lost"), read(document, schema("not_found")))(document),
        put(`${own("lost", "code")}/const`, "lost"),
      ),
      [`${own("lost", "code")}/const`],
    ],
    "a list of codes in a response": [
      put(error("NotFound"), {
        allOf: [ref(schema("ErrorObject")), { properties: { code: { enum: ["not_found", "lost"] } } }],
      }),
      [error("NotFound")],
    ],
    "a code that a single enum value gives": [
      put(own("not_found", "code"), { type: "string", enum: ["not_fuond"] }),
      [`${own("not_found", "code")}/enum`],
    ],
  },
  accepts: {
    "codes that a single enum value gives": put(own("not_found", "code"), {
      type: "string",
      enum: ["not_found"],
    }),
    "a coupon, which has a code as well": put(schema("Coupon"), {
      type: "object",
      properties: { code: { const: "spring" } },
    }),
    "a registry of another name": (document) => {
      put(schema("Codes"), read(document, schema("ErrorCode")))(document);
      put(`${schema("ErrorObject")}/properties/code`, ref(schema("Codes")))(document);
      drop(schema("ErrorCode"))(document);
    },
    "a registry written in place": (document) => {
      put(`${schema("ErrorObject")}/properties/code`, read(document, schema("ErrorCode")))(document);
      drop(schema("ErrorCode"))(document);
    },
    "a document without a registry": all(
      drop(schema("ErrorCode")),
      put(`${schema("ErrorObject")}/properties/code`, { type: "string" }),
    ),
  },
});
