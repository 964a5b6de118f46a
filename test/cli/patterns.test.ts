import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { expandPatterns } from "../../src/cli/patterns.ts";
import { folderWith } from "../lint/document.ts";

const files = {
  "b/openapi.yaml": "",
  "a/openapi.yaml": "",
  "a/v1/openapi.yaml": "",
  "a/v1/open+api.yaml": "",
  "a/openapi.json": "",
  "a/node_modules/x/openapi.yaml": "",
  "a/.hidden/openapi.yaml": "",
  "a/what?.yaml": "",
};

test.each<[pattern: string, want: string[]]>([
  ["a/openapi.yaml", ["a/openapi.yaml"]],
  ["no/such.yaml", ["no/such.yaml"]],
  ["a/*.yaml", ["a/openapi.yaml", "a/what?.yaml"]],
  ["*/openapi.yaml", ["a/openapi.yaml", "b/openapi.yaml"]],
  ["a/openapi.*", ["a/openapi.json", "a/openapi.yaml"]],
  ["a/v?/openapi.yaml", ["a/v1/openapi.yaml"]],
  ["a/*/openapi.yaml", ["a/v1/openapi.yaml"]],
  ["**/openapi.yaml", ["a/openapi.yaml", "a/v1/openapi.yaml", "b/openapi.yaml"]],
  ["a/**/openapi.yaml", ["a/openapi.yaml", "a/v1/openapi.yaml"]],
  ["b/**", ["b/openapi.yaml"]],
  ["?/.hidden/openapi.yaml", ["a/.hidden/openapi.yaml"]],
  ["?/node_modules/*/openapi.yaml", ["a/node_modules/x/openapi.yaml"]],
  ["a/v1/open+*.yaml", ["a/v1/open+api.yaml"]],
  ["a/what?.yaml", ["a/what?.yaml"]],
  ["a\\*.json", ["a/openapi.json"]],
])(
  "%s names the files that it matches, in order, and of what nobody wrote what it names",
  (pattern, want) => {
    const folder = folderWith(files);
    expect(expandPatterns([`${folder}/${pattern}`])).toEqual(want.map((file) => `${folder}/${file}`));
  },
);

test("a pattern from where one stands names files from there, and a file is named once", () => {
  const found = expandPatterns(["package.js?n", "package.json"]);
  expect(found).toEqual(["package.json"]);
  expect(expandPatterns(["test/cli/pattern*.test.ts"])).toEqual(["test/cli/patterns.test.ts"]);
});

test("a pattern from the root opens no folder that it does not lead into", () => {
  const [first = "", ...more] = process.cwd().split("/").slice(1);
  const pattern = `/${first.slice(0, -1)}?/${[...more, "package.json"].join("/")}`;
  expect(expandPatterns([pattern])).toEqual([join(process.cwd(), "package.json")]);
});

test("files are in the order of their folders, each once", () => {
  const names = ["a-b/x.yaml", "a/b/x.yaml", "a/x.yaml", "a/z/x.yaml", "x.yaml"];
  const folder = folderWith(Object.fromEntries([...names].reverse().map((name) => [name, ""])));
  const want = ["a/b/x.yaml", "a/x.yaml", "a/z/x.yaml", "a-b/x.yaml", "x.yaml"];
  for (const pattern of ["**/x.yaml", "**/**/x.yaml", "**", "**/*.yaml"])
    expect(expandPatterns([`${folder}/${pattern}`])).toEqual(want.map((name) => `${folder}/${name}`));
});

test.each(["a/*.txt", "none/*.yaml", "empty/*", "*.yaml"])(
  "%s, which matches nothing, is told",
  (pattern) => {
    const folder = folderWith(files);
    mkdirSync(join(folder, "empty"));
    const path = `${folder}/${pattern}`;
    expect(() => expandPatterns([path])).toThrow(`No file matches ${JSON.stringify(path)}.`);
  },
);
