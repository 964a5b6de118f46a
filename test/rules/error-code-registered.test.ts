import { CODES, describeRule, error, own, ref, schema } from "./support/describe-rule.ts";
import { all, drop, type Edit, put, read } from "./support/edits.ts";

const REGISTRY = `${schema("ErrorCode")}/enum`;
/** Gives the schemas of codes other names, and refers to them by these. */
function rename(...codes: string[]): Edit {
  return (document) => {
    for (const code of codes) {
      put(schema(`the_${code}`), read(document, schema(code)))(document);
      drop(schema(code))(document);
    }
    const walk = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      const part = value as { $ref?: string };
      const code = codes.find((one) => part.$ref?.endsWith(`/${one}`));
      if (code !== undefined) Object.assign(part, ref(schema(`the_${code}`)));
      for (const member of Object.values(value)) walk(member);
    };
    walk(document);
  };
}

describeRule("error-code-registered", {
  reports: {
    "a code that the registry lacks": [drop(`${REGISTRY}/1`), [`${own("not_found", "code")}/const`]],
    "a misspelt code": [
      put(`${own("not_found", "code")}/const`, "not_fuond"),
      [`${own("not_found", "code")}/const`],
    ],
    "an empty code": [put(`${own("not_found", "code")}/const`, ""), [`${own("not_found", "code")}/const`]],
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
    "a code that two lists leave over, at its schema": [
      put(schema("lost"), {
        allOf: [
          ref(schema("ErrorObject")),
          { properties: { code: { enum: ["lost", "torn"] } } },
          { properties: { code: { enum: ["lost", "late"] } } },
        ],
      }),
      [schema("lost")],
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
    "schemas that have other names than their codes": rename(...CODES),
    "schemas of which half have other names than their codes": (document) => {
      drop(`${error("Failed")}/oneOf/1`)(document);
      drop(`${REGISTRY}/6`)(document);
      drop(schema("storage_failure"))(document);
      rename("key_missing", "not_found", "title_taken")(document);
    },
    "a code in place, which is for another rule": put(error("NotFound"), {
      allOf: [ref(schema("ErrorObject")), { properties: { code: { const: "not_found" } } }],
    }),
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
