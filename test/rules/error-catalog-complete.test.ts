import { expect, test } from "vitest";
import { check } from "./support/check.ts";
import { CODES, describeRule, own, schema } from "./support/describe-rule.ts";
import { all, drop, put } from "./support/edits.ts";
import { library } from "./support/library.ts";

const at = (key: string) => `${schema("not_found")}/${key}`;
const TYPES = [
  "authentication_error",
  "not_found_error",
  "invalid_request_error",
  "rate_limit_error",
  "api_error",
];
const TEXT = { title: "Errors", description: "Some errors.", fix: "Try something else." };
const catalog = Object.fromEntries(TYPES.map((type) => [type, TEXT]));
const LIST = `${schema("ErrorType")}/x-error-types`;
const gone = (key: string): [ReturnType<typeof drop>, string[]] => [drop(at(key)), [schema("not_found")]];

describeRule("error-catalog-complete", {
  reports: {
    "a code without a title": gone("title"),
    "a code without a description": gone("description"),
    "a code without causes": gone("x-causes"),
    "a code without fixes": gone("x-fixes"),
    "a code without a retry rule": gone("x-retry"),
    "a code without a version": gone("x-since"),
    "a code without a status": gone("x-http-status"),
    "a code that applies to nothing": gone("x-applies-to"),
    "a blank title": [put(at("title"), "  "), [at("title")]],
    "an empty list of causes": [put(at("x-causes"), []), [at("x-causes")]],
    "a blank cause in front of another": [put(at("x-causes"), [" ", "It moved."]), [at("x-causes/0")]],
    "causes that are one text": [put(at("x-causes"), "The book was removed."), [at("x-causes")]],
    "a blank fix": [put(at("x-fixes"), ["Look.", " "]), [at("x-fixes/1")]],
    "an unknown retry rule": [put(at("x-retry"), "sometimes"), [at("x-retry")]],
    "a version that is a number": [put(at("x-since"), 1.5), [at("x-since")]],
    "a version that is a list": [put(at("x-since"), ["1.0.0"]), [at("x-since")]],
    "a version of two numbers": [put(at("x-since"), "1.0"), [at("x-since")]],
    "a version with a letter in front": [put(at("x-since"), "v1.0.0"), [at("x-since")]],
    "a version with something behind it": [put(at("x-since"), "1.0.0 or so"), [at("x-since")]],
    "a status that is no error": [put(at("x-http-status"), 204), [at("x-http-status")]],
    "a status above all": [put(at("x-http-status"), 600), [at("x-http-status")]],
    "no causes where causes are all that codes have": [
      all(
        ...CODES.flatMap((code) =>
          ["x-http-status", "x-applies-to", "x-retry", "x-since", "x-fixes"].map((key) =>
            drop(`${schema(code)}/${key}`),
          ),
        ),
        put(at("x-causes"), []),
      ),
      [...CODES.flatMap((code) => Array(3).fill(schema(code))), at("x-causes")],
    ],
    "a status that is a string": [put(at("x-http-status"), "404"), [at("x-http-status")]],
    "an unknown condition": [put(at("x-applies-to"), ["always", "sometimes"]), [at("x-applies-to/1")]],
    "no actor where another code has one": [
      all(
        ...CODES.filter((code) => code !== "not_found").map((code) =>
          put(`${schema(code)}/x-actor`, "developer"),
        ),
      ),
      [schema("not_found")],
    ],
    "a type without an entry": [put(LIST, { ...catalog, api_error: undefined }), [LIST]],
    "a type without a fix": [
      put(LIST, { ...catalog, api_error: { title: "A", description: "B" } }),
      [`${LIST}/api_error`],
    ],
    "a type with an empty entry": [put(LIST, { ...catalog, api_error: {} }), [`${LIST}/api_error`]],
    "an entry that is no type": [put(LIST, { ...catalog, other: TEXT }), [`${LIST}/other`]],
  },
  accepts: {
    "the last of all statuses": put(at("x-http-status"), 599),
    "a version of large numbers": put(at("x-since"), "10.20.30"),
    "a catalog of types beside a code that has no type": all(
      put(LIST, catalog),
      drop(own("not_found", "type")),
    ),
    "a document that lists no types": all(
      drop(schema("ErrorType")),
      put(`${schema("ErrorObject")}/properties/type`, { type: "string" }),
    ),
    "codes that have titles alone, and one without": all(
      ...CODES.flatMap((code) =>
        ["x-http-status", "x-applies-to", "x-retry", "x-since", "x-fixes", "x-causes"].map((key) =>
          drop(`${schema(code)}/${key}`),
        ),
      ),
      drop(at("title")),
    ),
    "facts in a part of the schema": (document) => {
      drop(at("x-since"))(document);
      put(`${schema("not_found")}/allOf/1/x-since`, "1.0.0")(document);
    },
    "a pre-release": put(at("x-since"), "2.0.0-beta.1"),
    "a full list of types": put(LIST, catalog),
    "an entry of a type that codes have and the enum lacks, which is for another rule": all(
      put(LIST, catalog),
      put(`${schema("ErrorType")}/enum`, TYPES.slice(1)),
    ),
    "a document that keeps no catalog": (document) => {
      for (const code of CODES) {
        for (const key of [
          "title",
          "x-causes",
          "x-fixes",
          "x-retry",
          "x-since",
          "x-http-status",
          "x-applies-to",
        ]) {
          drop(`${schema(code)}/${key}`)(document);
        }
      }
    },
  },
});

test("codes that say their status and nothing else are a catalog with gaps", () => {
  const document = library();
  for (const code of CODES) {
    for (const key of ["x-causes", "x-fixes", "x-retry", "x-since", "x-applies-to"]) {
      drop(`${schema(code)}/${key}`)(document);
    }
  }
  const messages = check(document).flatMap(({ rule, message }) =>
    rule === "error-catalog-complete" ? [message] : [],
  );
  expect(messages).toHaveLength(CODES.length * 4);
  expect(messages).toContain(
    "The code not_found has nothing as its `x-fixes`. Give a list with at least one fix.",
  );
});
