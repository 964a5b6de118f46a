import { expect, test } from "vitest";
import { openTree } from "../../src/document/index.ts";
import { withoutUsed } from "../../src/lint/used.ts";
import type { Finding } from "../../src/report/index.ts";

const files: Record<string, string> = {
  "openapi.yaml": `components:
  schemas:
    ByAnchor: {$anchor: one}
    ById: {$id: https://shop.example.org/two}
    ByPointer: {}
    Nobody: {$anchor: three}
    Data: {}
paths:
  /a: {schema: {$ref: '#one'}, example: {$ref: '#/components/schemas/Data'}}
  /b: {$ref: other.yaml}
`,
  "other.yaml":
    "allOf: [{$ref: https://shop.example.org/two}, {$ref: 'openapi.yaml#/components/schemas/ByPointer'}]\n",
};

test("a component is unused when no $ref of any file leads to it, however it names it", () => {
  const { tree } = openTree("openapi.yaml", (file) => files[file] ?? "");
  const finding = (name: string, rule = "no-unused-components"): Finding => ({
    ...{ rule, severity: "error", file: "openapi.yaml", line: 1, column: 1, message: name },
    pointer: `/components/schemas/${name}`,
  });
  const all = ["ByAnchor", "ById", "ByPointer", "Nobody", "Data"].map((name) => finding(name));
  const other = finding("ById", "struct");
  expect(withoutUsed([...all, other], tree).map(({ message }) => message)).toEqual([
    "Nobody",
    "Data",
    "ById",
  ]);
  expect(withoutUsed([other], tree)).toEqual([other]);
});
