import { expect, test } from "vitest";
import { openTree } from "../../src/document/index.ts";
import { lintErrors } from "../../src/lint/error-rules.ts";
import { schema } from "../rules/support/describe-rule.ts";
import { push } from "../rules/support/edits.ts";
import { library } from "../rules/support/library.ts";

const document = library();
push(`${schema("ErrorCode")}/enum`, "never_used")(document);
const text = JSON.stringify(document, null, 2);
const { tree } = openTree("api/a.json", () => text);

test("what the error rules say is an error on its line", () => {
  expect(lintErrors(tree, true).findings).toEqual([
    {
      rule: "error-code-reachable",
      severity: "error",
      file: "api/a.json",
      line: text.slice(0, text.indexOf('"never_used"')).split("\n").length,
      column: expect.any(Number),
      pointer: `${schema("ErrorCode")}/enum/7`,
      message: expect.stringContaining("never_used"),
    },
  ]);
});

test("what nothing carries is not missed where parts of the document are not there", () => {
  expect(lintErrors(tree, false).findings).toEqual([]);
});
