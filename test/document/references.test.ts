import { expect, test } from "vitest";
import { openTree, type Tree } from "../../src/document/index.ts";

type Files = Readonly<Record<string, string>>;

/** Opens files from memory; gives the tree, the rules of its findings, and the files that were read. */
function open(files: Files, entry = "a.yaml") {
  const read: string[] = [];
  const { tree, findings } = openTree(entry, (file) => {
    read.push(file);
    const text = files[file];
    if (text === undefined) throw new Error("there is no such file");
    return text;
  });
  return { tree, told: findings.map(({ rule, file, line }) => `${rule} ${file}:${line}`), read };
}

const at = (tree: Tree, ...keys: (string | number)[]) => tree.reader.get(tree.root, ...keys)?.value;

test.each<[string, Files, (string | number)[], unknown]>([
  [
    "a Markdown file as a text",
    { "a.yaml": "x: {$ref: b.md}", "b.md": "# Not: {YAML" },
    ["x"],
    "# Not: {YAML",
  ],
  ["an anchor", { "a.yaml": "x: {$ref: '#here'}\ny: {$anchor: here, title: t}" }, ["x", "title"], "t"],
  [
    "an anchor in another file",
    { "a.yaml": "x: {$ref: 'b.yaml#here'}", "b.yaml": "y: {$anchor: here, title: t}" },
    ["x", "title"],
    "t",
  ],
  [
    "an id that looks like a URL",
    { "a.yaml": "x: {$ref: 'https://s.example/one'}\ny: {$id: 'https://s.example/one', title: t}" },
    ["x", "title"],
    "t",
  ],
  [
    "a pointer below an id",
    { "a.yaml": "x: {$ref: 'https://s.example/one#/p/0'}\ny: {$id: 'https://s.example/one', p: [t]}" },
    ["x"],
    "t",
  ],
  ["backslashes of Windows", { "a.yaml": "x: {$ref: 'b\\c.yaml'}", "b/c.yaml": "1" }, ["x"], 1],
  ["a percent-encoded tilde", { "a.yaml": "x: {$ref: '#/y/%7E1z'}\ny: {/z: 1}" }, ["x"], 1],
  [
    "a pointer through another reference",
    { "a.yaml": "x: {$ref: '#/y/z'}\ny: {$ref: '#/v'}\nv: {z: 1}" },
    ["x"],
    1,
  ],
  ["tags of other tools", { "a.yaml": "x: !Sub 'a'\ny: !!binary aGk=" }, ["x"], "a"],
  [
    "an alias used 150 times",
    { "a.yaml": `x: &a {t: 1}\ny: [${Array(150).fill("*a")}]` },
    ["y", 149, "t"],
    1,
  ],
])("%s is read", (_, files, keys, want) => {
  const { tree, told } = open(files);
  expect(told).toEqual([]);
  expect(at(tree, ...keys)).toEqual(want);
});

test.each([
  ["an example", "components: {schemas: {A: {example: {$ref: x.yaml}}}}"],
  ["a list of examples", "components: {schemas: {A: {examples: [{$ref: x.yaml}]}}}"],
  ["a named example", "content: {a/b: {examples: {one: {value: {$ref: x.yaml}}}}}"],
  ["a default", "components: {schemas: {A: {default: {$ref: x.yaml}}}}"],
  ["a const", "components: {schemas: {A: {const: {$ref: x.yaml}}}}"],
  ["an enum", "components: {schemas: {A: {enum: [{$ref: x.yaml}]}}}"],
  ["an extension", "x-more: {$ref: x.yaml}"],
  ["a mapping to a schema by its name", "discriminator: {propertyName: t, mapping: {a: Dog, b: v1.Dog}}"],
  ["a mapping to what is no text", "discriminator: {propertyName: t, mapping: {a: 1, b: [x.yaml], c: }}"],
])("a reference in %s is data and leads nowhere", (_, text) => {
  expect(open({ "a.yaml": text })).toMatchObject({ told: [], read: ["a.yaml"] });
});

test.each([
  ["a property called example", "components: {schemas: {A: {properties: {example: {$ref: x.yaml}}}}}"],
  ["a property called x-ray", "components: {schemas: {A: {properties: {x-ray: {$ref: x.yaml}}}}}"],
  ["a schema called default", "components: {schemas: {default: {$ref: x.yaml}}}"],
  ["the default response", "paths: {/a: {get: {responses: {default: {$ref: x.yaml}}}}}"],
  ["an example by name", "content: {a/b: {examples: {one: {$ref: x.yaml}}}}"],
  ["an entry of a mapping", "discriminator: {propertyName: t, mapping: {a: x.yaml}}"],
])("%s refers to what it names", (_, text) => {
  expect(open({ "a.yaml": text, "x.yaml": "type: string" })).toMatchObject({
    told: [],
    read: ["a.yaml", "x.yaml"],
  });
});

test("names that stand in a file of their own are names", () => {
  const files = {
    "a.yaml": "components: {schemas: {$ref: schemas.yaml}}",
    "schemas.yaml": "example: {$ref: x.yaml}\nother: {$ref: y.yaml}",
    "x.yaml": "1",
    "y.yaml": "2",
  };
  expect(open(files).read.sort()).toEqual(["a.yaml", "schemas.yaml", "x.yaml", "y.yaml"]);
});

test("one file that cannot be read costs its own finding, and the rest is there", () => {
  const files = {
    "a.yaml":
      "x: {$ref: bad.yaml}\ny: {$ref: good.yaml}\nz: {$ref: 'https://s.example/z'}\nv: {$ref: none.yaml}\n",
    "bad.yaml": "a: [",
    "good.yaml": "fine",
  };
  const { tree, told } = open(files);
  expect(told.sort()).toEqual([
    "ref-external a.yaml:3",
    "source-syntax bad.yaml:1",
    "source-unreadable a.yaml:4",
  ]);
  expect([at(tree, "x"), at(tree, "y"), at(tree, "z")]).toEqual([undefined, "fine", undefined]);
});

test("a URL outside of a $ref is named and no mistake", () => {
  const text = "examples: {one: {externalValue: 'https://s.example/one.json'}}";
  const { findings } = openTree("a.yaml", () => text);
  expect(findings).toMatchObject([
    { rule: "ref-external", severity: "info", pointer: "/examples/one/externalValue" },
  ]);
});

test("a chain of 700 files and one of 700 references are read to their end", () => {
  const files = Object.fromEntries(
    Array.from({ length: 700 }, (_, index) => [`${index}.yaml`, `$ref: ${index + 1}.yaml`]),
  );
  const chained = open({ ...files, "700.yaml": "end" }, "0.yaml");
  expect(chained.told).toEqual([]);
  expect(chained.tree.reader.follow(chained.tree.root)?.value).toBe("end");
  const lines = Array.from({ length: 700 }, (_, index) => `k${index}: {$ref: '#/k${index + 1}'}`);
  const local = open({ "a.yaml": `${lines.join("\n")}\nk700: end\n` });
  expect(local.told).toEqual([]);
  expect(at(local.tree, "k0")).toBe("end");
});
