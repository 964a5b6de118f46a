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
