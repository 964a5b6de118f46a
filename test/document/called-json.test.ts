import { expect, test } from "vitest";
import { loadTree, openTree } from "../../src/document/index.ts";

const open = (file: string, text: string) => openTree(file, () => text);

test.each<[what: string, text: string, line: number, column: number]>([
  ["a comma behind the last member", '{"a": 1,\n "b": 2,}', 2, 9],
  ["a comment", '{"a": 1, # one\n"b": 2}', 1, 10],
  ["a key without quotes", "{a: 1}", 1, 2],
  ["a comma behind the last item, whose place the platform does not tell", '{"a": 1, "b": [1,]}', 1, 1],
  ["no braces", "a: 1\nb: 2\n", 1, 1],
])("%s in a file that is called JSON is a warning, as parsers of JSON refuse it", (_, text, line, column) => {
  const { tree, findings } = open("api/a.JSON", text);
  const place = { file: "api/a.JSON", line, column, pointer: "" };
  expect(findings).toMatchObject([{ rule: "source-syntax", severity: "warning", ...place }]);
  expect(findings[0]?.message).toMatch(
    /^This file is called JSON and is YAML: [^\n]+[^.]\. Parsers of JSON refuse it; correct it here, or rename the file\.$/,
  );
  expect(findings[0]?.message).not.toContain("position");
  expect(tree.root.value).toMatchObject({ a: 1 });
  expect(loadTree("a.json", () => text).root.value).toEqual(tree.root.value);
  expect(open("a.yaml", text).findings).toEqual([]);
});

test.each([
  ["JSON", '{"a": [1, "x"]}'],
  ["JSON with a byte order mark", '\ufeff {"a": 1}'],
  ["what is no object, of which more is said elsewhere", "hello"],
])("a file that is called JSON may hold %s", (_, text) => {
  expect(open("a.json", text).findings).toEqual([]);
});
