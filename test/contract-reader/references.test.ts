import { expect, test } from "vitest";
import { loadTree, type Tree } from "../../src/document/index.ts";
import { createReader } from "../../src/document/node.ts";
import { brief, edited, files, findingsOf, parse, reader, treeOf } from "./document.ts";

const doc = "api/openapi.yaml";
const dataAt = (tree: Tree, ...keys: (string | number)[]) => tree.reader.get(tree.root, ...keys)?.value;
const placeOf = (tree: Tree, ...keys: (string | number)[]) => tree.reader.get(tree.root, ...keys)?.location;

test("a reference is followed into its file, which gives the node its name and place", () => {
  const tree = treeOf();
  const node = tree.reader.get(tree.root, "components", "securitySchemes", "key");
  expect(node).not.toHaveProperty("name");
  expect(
    tree.reader.get(tree.root, "paths", "/shops/{shopId}/orders", "get", "responses", "404"),
  ).toMatchObject({ name: "Gone", location: { file: "api/responses/Gone.yaml", pointer: "" } });
});

test("all files are listed in the order in which they are reached", () => {
  expect([...treeOf().sources.keys()].slice(0, 6)).toEqual([
    "api/openapi.yaml",
    "api/parameters/ShopId.yaml",
    "api/responses/Gone.yaml",
    "api/schemas/Envelope.yaml",
    "api/schemas/ErrorObject.yaml",
    "api/schemas/Types.yaml",
  ]);
});

test("a local reference names the node by its last key, percent-encoding and tildes undone", () => {
  const tree = parse("a: {$ref: '#/b~1c/d%20e~0'}\nb/c: {'d e~': 7}\n");
  expect(tree.reader.get(tree.root, "a")).toEqual({
    value: 7,
    name: "d e~",
    location: { file: "one.yaml", pointer: "/b~1c/d e~0" },
  });
});

test("a key with a percent sign is found, whether it looks like an encoding or not", () => {
  const tree = parse("a%41: {b%: {c: 1}}\nd: {$ref: '#/a%2541/b%25'}\ne: {$ref: '#/a%2541/b%25/c'}\n");
  expect(placeOf(tree, "a%41", "b%", "c")).toEqual({ file: "one.yaml", pointer: "/a%41/b%/c" });
  expect(dataAt(tree, "d", "c")).toBe(1);
  expect(dataAt(tree, "e")).toBe(1);
});

test("a file name may be percent-encoded, and a lone percent sign means itself", () => {
  const base = {
    "a.yaml": "x: {$ref: 'b%20c.yaml'}\ny: {$ref: '100%.yaml'}",
    "b c.yaml": "1",
    "100%.yaml": "2",
  };
  const tree = treeOf(base, "a.yaml");
  expect([dataAt(tree, "x"), dataAt(tree, "y")]).toEqual([1, 2]);
});

test("keys beside a reference win, and stand where the reference does", () => {
  const tree = treeOf(
    {
      "a.yaml": "x:\n  $ref: sub/b.yaml\n  title: mine\n  more: {$ref: c.yaml}\n",
      "sub/b.yaml": "title: theirs\ntype: string\nother: {$ref: c.yaml}\n",
      "c.yaml": "outer",
      "sub/c.yaml": "inner",
    },
    "a.yaml",
  );
  const x = tree.reader.get(tree.root, "x");
  expect(x).toMatchObject({ name: "b", location: { file: "sub/b.yaml", pointer: "" } });
  expect(dataAt(tree, "x", "title")).toBe("mine");
  expect(placeOf(tree, "x", "title")).toEqual({ file: "a.yaml", pointer: "/x/title" });
  expect(placeOf(tree, "x", "type")).toEqual({ file: "sub/b.yaml", pointer: "/type" });
  expect([dataAt(tree, "x", "more"), dataAt(tree, "x", "other")]).toEqual(["outer", "inner"]);
  expect(tree.reader.entries(x).map(([key]) => key)).toEqual(["title", "type", "other", "more"]);
});

test("through a chain of references the outermost keys win, each in its own file", () => {
  const tree = treeOf(
    {
      "a.yaml": "x: {$ref: b.yaml, one: a}\n",
      "b.yaml": "$ref: c.yaml\none: b\ntwo: b\n",
      "c.yaml": "one: c\ntwo: c\nthree: c\n",
    },
    "a.yaml",
  );
  const seen = ["one", "two", "three"].map((key) => [dataAt(tree, "x", key), placeOf(tree, "x", key)?.file]);
  expect(seen).toEqual([
    ["a", "a.yaml"],
    ["b", "b.yaml"],
    ["c", "c.yaml"],
  ]);
  expect(tree.reader.get(tree.root, "x")?.name).toBe("c");
});

test("keys beside a reference to a list or a plain value are left out", () => {
  const tree = parse("a: {$ref: '#/b', x: 1}\nb: [1, 2]\nc: {$ref: '#/d', x: 1}\nd: true\n");
  expect([dataAt(tree, "a"), dataAt(tree, "c")]).toEqual([[1, 2], true]);
});

test("entries are the members in order, those of a list by index, none of anything else", () => {
  const tree = parse("m: {b: 1, a: {$ref: '#/m/b'}}\nl: [x, y]\nt: text\nn: null\n");
  const entries = (key: string) =>
    tree.reader.entries(tree.reader.get(tree.root, key)).map(([name, node]) => [name, node.value]);
  expect(entries("m")).toEqual([
    ["b", 1],
    ["a", 1],
  ]);
  expect(entries("l")).toEqual([
    ["0", "x"],
    ["1", "y"],
  ]);
  expect([entries("t"), entries("n"), entries("nothing")]).toEqual([[], [], []]);
});

test("what every object inherits is no member", () => {
  const tree = parse("a: {}\n");
  expect(tree.reader.get(tree.root, "a", "constructor")).toBeUndefined();
  expect(tree.reader.get(tree.root, "toString", "name")).toBeUndefined();
});

test.each([
  ["./a.yaml", "a.yaml", "sub/b.yaml"],
  ["x/.././a.yaml", "a.yaml", "sub/b.yaml"],
  ["/root//a.yaml", "/root/a.yaml", "/root/sub/b.yaml"],
  ["../../up/a.yaml", "../../up/a.yaml", "../../up/sub/b.yaml"],
])("the entry %s and a reference back to it are one file, %s", (given, entry, other) => {
  const tree = treeOf({ [entry]: "x: {$ref: sub/b.yaml}\nz: 1", [other]: "y: {$ref: ../a.yaml#/z}" }, given);
  expect(tree.entry).toBe(entry);
  expect([...tree.sources.keys()]).toEqual([entry, other]);
  expect(dataAt(tree, "x", "y")).toBe(1);
});

test("references lead upwards out of the entry's folder", () => {
  const base = {
    "a.yaml": "x: {$ref: ../b.yaml}",
    "../b.yaml": "y: {$ref: sub/c.yaml}",
    "../sub/c.yaml": "z: 1",
  };
  const tree = treeOf(base, "./a.yaml");
  expect([...tree.sources.keys()]).toEqual(["a.yaml", "../b.yaml", "../sub/c.yaml"]);
});

test("a file that is nested too deeply is told so", () => {
  const deep = { [doc]: `a:\n  ${"[".repeat(20_000)}` };
  expect(brief(findingsOf(deep))).toEqual([
    expect.stringMatching(
      /^source-syntax api\/openapi.yaml:2:\d+ This file is not valid YAML: It is nested too deeply\. Correct it here\.$/,
    ),
  ]);
});

test("a reader of files that were not checked leaves out what leads nowhere", () => {
  const nowhere = createReader(() => undefined);
  const node = { value: { a: { $ref: "x" }, b: 1 }, location: { file: "f", pointer: "" } };
  expect(nowhere.get(node, "a")).toBeUndefined();
  expect(nowhere.entries(node).map(([key]) => key)).toEqual(["b"]);
});

test("an entry that cannot be read is told by its own name", () => {
  expect(brief(findingsOf({}))).toEqual([
    `source-unreadable ${doc}:1:1 ${doc} cannot be read (there is no such file). Check the path.`,
  ]);
});

test("every file that cannot be read is told in one go", () => {
  const given = edited(
    doc,
    "parameters/ShopId.yaml",
    "nowhere.yaml",
    edited("api/errors/too_busy.yaml", "title", "{title"),
  );
  expect(findingsOf(given).map(({ rule, file }) => [rule, file])).toEqual([
    ["source-unreadable", doc],
    ["source-syntax", "api/errors/too_busy.yaml"],
  ]);
});

test("what is thrown while reading need not be an error", () => {
  const read = () =>
    loadTree("a.yaml", () => {
      throw "no disk";
    });
  expect(read).toThrow("a.yaml:1:1 a.yaml cannot be read (no disk). Check the path.");
});

test("what an alias stands for is located at its anchor", () => {
  const tree = parse("a: &a\n  b: 1\nc: *a\nd: [*a]\n");
  const lines = ["/a/b", "/c", "/c/b", "/d/0/b"].map(
    (pointer) => tree.locate({ file: "one.yaml", pointer }).line,
  );
  expect(lines).toEqual([2, 3, 2, 2]);
  expect(dataAt(tree, "c", "b")).toBe(1);
});

test("a reference that an alias repeats is told once", () => {
  const given = { [doc]: "a: &a {$ref: '#/none'}\nb: *a\n" };
  expect(findingsOf(given)).toHaveLength(1);
});

test("a number names no key of an object, and a word no item of a list", () => {
  const tree = parse("top:\n  a: 1\n  b: 2\nlist:\n  - x\n  - y\n");
  const at = (pointer: string) => tree.locate({ file: "one.yaml", pointer });
  expect(at("/top/1")).toEqual({ line: 1, column: 1 });
  expect(at("/list/")).toEqual({ line: 4, column: 1 });
  expect(at("/list/01")).toEqual({ line: 4, column: 1 });
  expect(at("/list/1")).toEqual({ line: 6, column: 5 });
});

test("a byte order mark takes up no column", () => {
  expect(parse("\ufeffa: 1\n").locate({ file: "one.yaml", pointer: "/a" })).toEqual({ line: 1, column: 1 });
});

test("JSON is read like YAML", () => {
  const tree = treeOf({ "a.json": '{\n  "a": {"$ref": "b.json#/0"}\n}', "b.json": "[7]" }, "a.json");
  expect(dataAt(tree, "a")).toBe(7);
  expect(tree.locate({ file: "a.json", pointer: "/a" })).toEqual({ line: 2, column: 3 });
});

test("a tree reads each file once", () => {
  const asked: string[] = [];
  loadTree(doc, (file) => {
    asked.push(file);
    return reader(files)(file);
  });
  expect(new Set(asked).size).toBe(asked.length);
});

test("references with keys beside them that run in a circle read as nothing", () => {
  const text = "a: {$ref: '#/b', title: a}\nb: {$ref: '#/a', title: b}\n";
  expect(() => parse(text)).toThrow(/leads in a circle/);
});
