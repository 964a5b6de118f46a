import { describeRule, example, own, ref, schema } from "./support/describe-rule.ts";
import { all, drop, put } from "./support/edits.ts";

const param = (name: string, code: string) => `${example(name, code)}/error/param`;
const BASE = `${schema("ErrorObject")}/properties/param`;

describeRule("error-param-rule", {
  reports: {
    "an example without a required param": [
      drop(param("Invalid", "value_invalid")),
      [`${example("Invalid", "value_invalid")}/error`],
    ],
    "an example with an empty param": [
      put(param("Invalid", "value_invalid"), ""),
      [param("Invalid", "value_invalid")],
    ],
    "an example with a param that is no name": [
      put(param("Invalid", "value_invalid"), ["limit"]),
      [param("Invalid", "value_invalid")],
    ],
    "an example with a param that its code never has": [
      put(param("NotFound", "not_found"), "book"),
      [param("NotFound", "not_found")],
    ],
    "a required param that is not described": [
      drop(own("value_invalid", "param")),
      [schema("value_invalid")],
    ],
    "a param that is no string": [
      put(own("value_invalid", "param"), { type: "array" }),
      [own("value_invalid", "param")],
    ],
    "a param that is a number or nothing": [
      put(own("value_invalid", "param"), { type: ["integer", "null"] }),
      [own("value_invalid", "param")],
    ],
    "a param without a type": [
      put(own("value_invalid", "param"), { description: "Its name." }),
      [own("value_invalid", "param")],
    ],
    "a param of all codes": [put(BASE, { type: "string" }), [BASE]],
    "a param of a missing key": [
      put(own("key_missing", "param"), { type: "string" }),
      [own("key_missing", "param")],
    ],
    "a param of too many requests": [
      put(own("too_many_requests", "param"), { type: "string" }),
      [own("too_many_requests", "param")],
    ],
    "a param of a failure of the server": [
      put(own("server_failure", "param"), { type: "string" }),
      [own("server_failure", "param")],
    ],
  },
  accepts: {
    "an optional param with and without": all(
      put(own("not_found", "param"), { type: "string" }),
      put(param("NotFound", "not_found"), "book"),
    ),
    "a param that may be null": put(own("not_found", "param"), { type: ["string", "null"] }),
    "a param that refers to nothing, which is for the linter itself": put(
      own("value_invalid", "param"),
      ref("/nowhere"),
    ),
    "a param of a code without a status": all(
      drop(`${schema("key_missing")}/x-http-status`),
      put(own("key_missing", "param"), { type: "string" }),
    ),
    "examples with a param that no schema describes": all(
      ...["value_invalid", "title_taken"].flatMap((code) => [
        drop(own(code, "param")),
        drop(`${schema(code)}/allOf/1/required`),
      ]),
    ),
    "an optional param that an example leaves out": put(own("not_found", "param"), { type: "string" }),
    "a shared description of param": all(
      put(schema("Param"), { type: "string" }),
      put(own("value_invalid", "param"), { ...ref(schema("Param")), examples: ["limit"] }),
    ),
    "a convention without params per code": all(
      put(BASE, { type: "string" }),
      ...["value_invalid", "title_taken"].flatMap((code) => [
        drop(own(code, "param")),
        drop(`${schema(code)}/allOf/1/required`),
      ]),
    ),
  },
});
