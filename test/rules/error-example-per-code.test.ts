import { describeRule, error, example, json, ref, schema } from "./support/describe-rule.ts";
import { all, change, drop, put, read } from "./support/edits.ts";

const at = (name: string) => `${json(name)}/examples`;
const NAMES = ["Unauthenticated", "Invalid", "NotFound", "Conflict", "Limited", "Failed"];

describeRule("error-example-per-code", {
  reports: {
    "a code without an example among others": [drop(`${at("Failed")}/storage_failure`), [at("Failed")]],
    "a response without examples": [drop(at("NotFound")), [json("NotFound")]],
    "a new code of a response": [
      put(error("NotFound"), { oneOf: [ref(schema("not_found")), ref(schema("title_taken"))] }),
      [at("NotFound")],
    ],
    "an example that shows another code": [
      put(`${example("NotFound", "not_found")}/error/code`, "title_taken"),
      [at("NotFound")],
    ],
  },
  accepts: {
    "an example of another name": change(at("NotFound"), (examples: Record<string, unknown>) => ({
      first: examples.not_found,
    })),
    "a single example": (document) => {
      put(`${json("NotFound")}/example`, read(document, example("NotFound", "not_found")))(document);
      drop(at("NotFound"))(document);
    },
    "an example that is referred to": (document) => {
      put("/components/examples/missing", read(document, `${at("NotFound")}/not_found`))(document);
      put(`${at("NotFound")}/not_found`, ref("/components/examples/missing"))(document);
    },
    "an example in the schema of the code": all(
      put(`${schema("not_found")}/examples`, [{ code: "not_found" }]),
      drop(at("NotFound")),
    ),
    "a document whose one example has no code": all(
      ...NAMES.map((name) => drop(at(name))),
      put(`${json("NotFound")}/example`, { success: false }),
    ),
    "a document without examples": all(...NAMES.map((name) => drop(at(name)))),
  },
});
