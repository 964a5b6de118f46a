import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSource } from "../../src/document/parse-source.ts";

test("JSON gives the values and positions that a reader of YAML gives", () => {
  const key = fc.constantFrom("a", "b/c", "~d", "e f", '"', "\\", "__proto__", "ü");
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, true, 1.5, "", "x\ny", '"}'),
      tie("object"),
      tie("list"),
    ),
    object: fc.dictionary(key, tie("value"), { maxKeys: 4 }),
    list: fc.array(tie("value"), { maxLength: 4 }),
  }));
  const indent = fc.constantFrom<number | string>(0, 2, "\t");
  fc.assert(
    fc.property(fc.dictionary(key, value), indent, (data, space) => {
      const text = JSON.stringify(data, null, space);
      const json = parseSource("a.json", text);
      expect(json.data).toEqual(JSON.parse(text));
      const lines = text.split("\n");
      const visit = (part: unknown, pointer: string): void => {
        if (typeof part !== "object" || part === null) return;
        for (const [name, member] of Object.entries(part)) {
          const below = `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
          const { line, column } = json.locate(below);
          const found = lines[line - 1]?.slice(column - 1) ?? "";
          expect(
            found.startsWith(
              Array.isArray(part)
                ? (JSON.stringify(member, null, space).split("\n")[0] ?? "")
                : JSON.stringify(name),
            ),
          ).toBe(true);
          visit(member, below);
        }
      };
      visit(JSON.parse(text), "");
    }),
  );
});

test.each([
  ["a key that stands twice", '{"a": 1,\n "b": {"c": 1, "c": 2}}', 2, 16],
  ["a comma too many", '{"a": [1, 2,,]}', 1, 13],
])("%s is a mistake on its line", (_, text, line, column) => {
  expect(() => parseSource("a.json", text)).toThrow(expect.objectContaining({ position: { line, column } }));
});

test("a place that is not there is located at its nearest parent, as in YAML", () => {
  const source = parseSource("a.json", '{\n  "a": {\n    "b": 1\n  }\n}');
  expect(source.locate("/a/b/c/d")).toEqual({ line: 3, column: 5 });
  expect(source.locate("")).toEqual({ line: 1, column: 1 });
});

test.each<[name: string, text: string, pointer: string, line: number, column: number]>([
  ["a key", '{"a": 1}', "/a", 1, 2],
  ["a key behind another line", '{\n"a": 1,\n  "b": 2}', "/b", 3, 3],
  ["a key behind blanks and an empty line", '\n\n {"a": 1}', "/a", 3, 3],
  ["the document behind blanks", '\n\n {"a": 1}', "", 3, 2],
  ["a key behind a byte order mark", '\ufeff{"a": 1}', "/a", 1, 2],
  ["an item", '{"a": [1, [2, 3], {"b": 4}]}', "/a/1/1", 1, 15],
  ["a key in an item", '{"a": [1, [2, 3], {"b": 4}]}', "/a/2/b", 1, 20],
  [
    "a key behind strings with quotes, brackets and backslashes",
    '{"x": "\\"}]\\\\", "y]": ["\\\\"], "a": 1}',
    "/a",
    1,
    31,
  ],
  ["a key that is written with an escape", '{"\\u0061": 1}', "/a", 1, 2],
  ["a key with signs", '{"a/b~c": {"d": 1}}', "/a~1b~0c/d", 1, 12],
  ["a key behind words and numbers", '{"x": -1.5e3 , "y":null,"z":[true,false ],"a": 1}', "/a", 1, 43],
  ["a key behind what is empty", '{"x": {}, "y": [ ], "z": "", "a": 1}', "/a", 1, 30],
  ["an item that is not there by its list", '{"a": [1]}', "/a/7", 1, 2],
])("%s is on its line and column", (_, text, pointer, line, column) => {
  expect(parseSource("a.json", text).locate(pointer)).toEqual({ line, column });
});

test.each([
  ["in the document", '{"a": 1, "a": 2}', 10],
  ["in an item", '[{"a": 1}, {"b": 1, "b": 2}]', 21],
  ["though one is written with an escape", '{"a": 1, "\\u0061": 2}', 10],
])("a key that stands twice %s is a mistake", (_, text, column) => {
  expect(() => parseSource("a.json", text)).toThrow(
    expect.objectContaining({ position: { line: 1, column } }),
  );
});

test("keys of different objects may be alike", () => {
  const text = '{"a": {"a": 1}, "b": [{"a": 2}, {"a": 3}]}';
  expect(parseSource("a.json", text).data).toEqual(JSON.parse(text));
});
