import { expect, test } from "vitest";
import { changed, check, said } from "./support/check.ts";
import { error, example, own, ref, schema } from "./support/describe-rule.ts";
import { all, change, drop, put } from "./support/edits.ts";

const code = (value: string) => ({ properties: { code: { const: value } } });
const base = ref(schema("ErrorObject"));

test.each<[what: string, component: object, is: boolean]>([
  ["says its status", { "x-http-status": 404, ...code("lost") }, true],
  ["says its status in one of its parts", { allOf: [{ "x-http-status": 404 }, code("lost")] }, true],
  ["builds on the error object", { allOf: [base, code("lost")] }, true],
  ["has a code as a coupon has one", code("lost"), false],
  ["has a code as a coupon has one, and a part", { allOf: [code("lost"), { title: "Coupon" }] }, false],
  [
    "says its status and has no code",
    { "x-http-status": 404, properties: { code: { type: "string" } } },
    false,
  ],
  [
    "says its status and has a choice of codes",
    { "x-http-status": 404, properties: { code: { enum: ["lost", "gone"] } } },
    false,
  ],
])("a component that %s is the schema of a code: %s", (_, component, is) => {
  expect(said("error-code-registered", changed(put(schema("Lost"), component)))).toHaveLength(is ? 1 : 0);
});

test("a component that is no schema is no schema of a code", () => {
  expect(check(changed(put(schema("Lost"), "lost")))).toEqual([]);
});

test("a constant is a const or an enum of one, and stands there", () => {
  const found = (lost: object) =>
    check(changed(put(schema("lost"), { allOf: [base, { properties: { code: lost } }] }))).flatMap(
      ({ rule, at }) => (rule === "error-code-registered" ? [at] : []),
    );
  expect(found({ enum: ["lost"] })).toEqual([`${own("lost", "code")}/enum`]);
  expect(found({ const: "lost", enum: ["lost"] })).toEqual([`${own("lost", "code")}/const`]);
});

test("a fact of the error object is none of each code", () => {
  const document = changed(
    all(drop(`${schema("not_found")}/x-since`), put(`${schema("ErrorObject")}/x-since`, "1.0.0")),
  );
  expect(said("error-catalog-complete", document)).toHaveLength(1);
});

test("a fact may stand beside the reference to the error object", () => {
  const document = changed(
    all(drop(`${schema("not_found")}/x-since`), put(`${schema("not_found")}/allOf/0/x-since`, "1.0.0")),
  );
  expect(check(document)).toEqual([]);
});

test("a status that is no number is for one rule alone", () => {
  const document = changed(put(`${schema("not_found")}/x-http-status`, "gone"));
  expect(check(document).map(({ rule }) => rule)).toEqual(["error-catalog-complete"]);
});

test("what is missing is shown where it belongs", () => {
  const found = check(changed(drop(`${schema("not_found")}/x-since`)));
  expect(found.map(({ at }) => at)).toEqual([`${schema("not_found")}/x-since`]);
});

test("a constant of the envelope is one of each code that has no other", () => {
  const document = changed(
    all(
      change(`${schema("not_found")}/allOf`, ([, rest]: unknown[]) => [rest]),
      drop(`${schema("not_found")}/allOf/0/properties/type`),
      put(`${schema("ErrorEnvelope")}/properties/error`, {
        allOf: [base, { properties: { type: { const: "api_error" } } }],
      }),
    ),
  );
  expect(said("error-type-matches-status", document)).toEqual([
    "The code not_found has the type api_error and the status 404, but such a type means a failure of the server (5xx). Correct one of the two.",
  ]);
});

test("of two definitions of a code, that of the response counts for its examples", () => {
  const document = changed(
    all(
      put(error("Conflict"), {
        allOf: [
          base,
          {
            properties: {
              type: { const: "invalid_request_error" },
              ...code("title_taken").properties,
              param: { type: "string" },
            },
          },
        ],
      }),
      drop(`${example("Conflict", "title_taken")}/error/param`),
    ),
  );
  expect(said("error-param-rule", document).filter((message) => message.includes("example"))).toEqual([]);
});
