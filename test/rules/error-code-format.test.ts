import { describeRule, own, schema } from "./support/describe-rule.ts";
import { all, drop, push, put } from "./support/edits.ts";

const REGISTRY = `${schema("ErrorCode")}/enum`;
const at = [`${REGISTRY}/7`];

describeRule("error-code-format", {
  reports: {
    "upper case": [push(REGISTRY, "UNAUTHORIZED"), at],
    "camel case": [push(REGISTRY, "notAllowed"), at],
    "a hyphen": [push(REGISTRY, "not-allowed"), at],
    "a space": [push(REGISTRY, "not allowed"), at],
    "two underscores": [push(REGISTRY, "not__allowed"), at],
    "an underscore at the end": [push(REGISTRY, "not_allowed_"), at],
    "a digit in front": [push(REGISTRY, "404_page"), at],
    "an empty code": [push(REGISTRY, ""), at],
    "a number": [push(REGISTRY, 404), at],
    "a truth value, as YAML reads a bare word": [push(REGISTRY, true), at],
    "each code in another form where most are in none": [
      put(REGISTRY, ["key_missing", "NotFound", "value-invalid", "title_taken", "TOO_MANY"]),
      [1, 2, 4].map((index) => `${REGISTRY}/${index}`),
    ],
    "a type in camel case": [
      push(`${schema("ErrorType")}/enum`, "notFoundError"),
      [`${schema("ErrorType")}/enum/5`],
    ],
    "a code that is listed and described, at the list": [
      all(push(REGISTRY, "NotFound"), put(`${own("not_found", "code")}/const`, "NotFound")),
      at,
    ],
    "a code that is described but not listed": [
      put(`${own("not_found", "code")}/const`, "NotFound"),
      [`${own("not_found", "code")}/const`],
    ],
  },
  accepts: {
    "one word": push(REGISTRY, "gone"),
    "null, which says that there may be no code": push(REGISTRY, null),
    "a document that lists no types": all(
      drop(schema("ErrorType")),
      put(`${schema("ErrorObject")}/properties/type`, { type: "string" }),
    ),
    "digits inside": push(REGISTRY, "sha256_mismatch_2"),
    "numbers where codes are no registered words": all(
      drop(schema("ErrorCode")),
      put(`${schema("ErrorObject")}/properties/code`, { type: "integer", enum: [1, 2] }),
    ),
  },
});
