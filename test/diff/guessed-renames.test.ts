import { expect, test } from "vitest";
import { diffContracts } from "../../src/diff/index.ts";
import { caseOf, contractOfData, type Json, mergePatch } from "./support.ts";

const { base, head } = caseOf("errors", "code-renamed-by-guess");
const ids = (after: Json, before: Json = {}) =>
  diffContracts(contractOfData(mergePatch(base, before)), contractOfData(mergePatch(head, after)))
    .map(({ id }) => id)
    .filter((id) => id !== "text-changed");
const code = (parts: Json) => ({ components: { schemas: { wrong_key: parts } } });
const retired = (...entries: Json[]) => ({
  components: { schemas: { ErrorCode: { "x-retired-codes": entries } } },
});
const tea = { code: "no_tea", retired: "1.1.0", reason: "There is tea now." };

test.each<[what: string, after: Json, ...ids: string[]]>([
  ["the same words", {}, "code-renamed"],
  ["the same title", code({ description: "Other words." }), "code-renamed"],
  ["the same description", code({ title: "Other words" }), "code-renamed"],
  ["other words", code({ title: "Other words", description: "Other words." }), "code-removed", "code-added"],
  ["another status", code({ "x-http-status": 400 }), "code-removed", "code-added"],
  ["another type", code({ properties: { type: { const: "request_error" } } }), "code-removed", "code-added"],
  [
    "the same words, and the old one is retired",
    retired(tea, { code: "bad_key", retired: "1.5.0", reason: "Renamed." }),
    "code-renamed",
  ],
  [
    "the same words, and head names another that replaces the old one",
    retired(tea, { code: "bad_key", retired: "1.5.0", reason: "Renamed.", replacedBy: "gone_too" }),
    "code-removed",
    "code-added",
  ],
  [
    "the same words, and head says that another code was replaced",
    retired(tea, { code: "older_key", retired: "1.2.0", reason: "Renamed.", replacedBy: "gone_too" }),
    "code-renamed",
  ],
])("a code that comes where one goes is taken for it with %s", (_, after, ...found) => {
  expect(ids(after)).toEqual(found);
});
