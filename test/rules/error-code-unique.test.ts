import { describeRule, error, own, ref, schema } from "./support/describe-rule.ts";
import { all, drop, push, put, read } from "./support/edits.ts";

const REGISTRY = `${schema("ErrorCode")}/enum`;
const IN_PLACE = { allOf: [ref(schema("ErrorObject")), { properties: { code: { const: "torn" } } }] };

describeRule("error-code-unique", {
  reports: {
    "a code listed twice": [push(REGISTRY, "not_found"), [`${REGISTRY}/7`]],
    "a twin by case": [push(REGISTRY, "Not_Found"), [`${REGISTRY}/7`]],
    "a twin by underscore": [push(REGISTRY, "notfound"), [`${REGISTRY}/7`]],
    "a twin by hyphen and case": [push(REGISTRY, "NOT-FOUND"), [`${REGISTRY}/7`]],
    "a code described twice": [
      all(
        (document) => put(schema("missing"), read(document, schema("not_found")))(document),
        put(error("NotFound"), { oneOf: [ref(schema("not_found")), ref(schema("missing"))] }),
      ),
      [`${own("missing", "code")}/const`],
    ],
    "a twin that is described but not listed": [
      all(
        (document) => put(schema("notFound"), read(document, schema("not_found")))(document),
        put(`${own("notFound", "code")}/const`, "notFound"),
      ),
      [`${own("notFound", "code")}/const`],
    ],
    "a twin that is listed and described, at the list alone": [
      all(push(REGISTRY, "notFound"), (document) => {
        put(schema("notFound"), read(document, schema("not_found")))(document);
        put(`${own("notFound", "code")}/const`, "notFound")(document);
      }),
      [`${REGISTRY}/7`],
    ],
    "twins of a document without a registry": [
      all(
        drop(schema("ErrorCode")),
        put(`${schema("ErrorObject")}/properties/code`, { type: "string" }),
        (document) => put(schema("notFound"), read(document, schema("not_found")))(document),
        put(`${own("notFound", "code")}/const`, "notFound"),
      ),
      [`${own("notFound", "code")}/const`],
    ],
  },
  accepts: {
    "a code that two responses describe in place, which is for another rule": all(
      put(error("NotFound"), IN_PLACE),
      put(error("Conflict"), IN_PLACE),
    ),
    "a code that begins like another": push(REGISTRY, "not_found_again"),
    "a plural": push(REGISTRY, "titles_taken"),
    "a code that two responses share": put(`${error("Failed")}/oneOf/2`, ref(schema("not_found"))),
  },
});
