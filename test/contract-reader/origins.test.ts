import { expect, test } from "vitest";
import { traceOrigins } from "../../src/document/index.ts";
import { treeOf } from "./document.ts";

const item = "get: {summary: s, schema: {$ref: schemas/B.yaml, title: here}}\n";
const tree = treeOf(
  {
    "a.yaml":
      "paths:\n  /x: {$ref: item.yaml}\n  /y: {$ref: 'item.yaml', summary: own}\ndefs:\n  Z: {$ref: schemas/B.yaml, title: z}\n  Y: {$ref: '#/defs/Z'}\n",
    "item.yaml": item,
    "schemas/B.yaml": "$ref: C.yaml\ntitle: b\n",
    "schemas/C.yaml": "title: c\nself: {$ref: C.yaml}\nkeys: {'a/b': 1, 'c%41': 2}\n",
  },
  "a.yaml",
);

// What a bundler makes of it: path items are written in place, schemas move and stay references.
const bundle = {
  paths: {
    "/x": { get: { summary: "s", schema: { $ref: "#/components/schemas/B", title: "here" } } },
    "/y": {
      summary: "own",
      get: { summary: "s", schema: { $ref: "#/components/schemas/B", title: "here" } },
    },
  },
  defs: { Z: { $ref: "#/components/schemas/B", title: "z" }, Y: { $ref: "#/defs/Z" } },
  components: {
    schemas: {
      B: { $ref: "#/components/schemas/C", title: "b" },
      C: { title: "c", self: { $ref: "#/components/schemas/C" }, keys: { "a/b": 1, "c%41": 2 } },
    },
  },
  "x-added": { by: "the pipeline" },
};
const originOf = traceOrigins(bundle, tree);

test.each([
  ["", "a.yaml", ""],
  ["/paths/~1x", "item.yaml", ""],
  ["/paths/~1x/get/summary", "item.yaml", "/get/summary"],
  ["/paths/~1y/summary", "a.yaml", "/paths/~1y/summary"],
  ["/paths/~1y/get/summary", "item.yaml", "/get/summary"],
  ["/paths/~1x/get/schema", "item.yaml", "/get/schema"],
  ["/paths/~1x/get/schema/$ref", "item.yaml", "/get/schema/$ref"],
  ["/paths/~1x/get/schema/title", "item.yaml", "/get/schema/title"],
  ["/defs/Z/title", "a.yaml", "/defs/Z/title"],
  ["/defs/Y", "a.yaml", "/defs/Y"],
  ["/components/schemas/B", "schemas/B.yaml", ""],
  ["/components/schemas/B/title", "schemas/B.yaml", "/title"],
  ["/components/schemas/C/title", "schemas/C.yaml", "/title"],
  ["/components/schemas/C/self", "schemas/C.yaml", "/self"],
  ["/components/schemas/C/keys/a~1b", "schemas/C.yaml", "/keys/a~1b"],
  ["/components/schemas/C/keys/c%41", "schemas/C.yaml", "/keys/c%41"],
  ["/components/schemas/C/keys/none/below", "schemas/C.yaml", "/keys"],
  ["/components/schemas/None", "a.yaml", ""],
  ["/x-added/by", "a.yaml", ""],
])("%j of a bundle was written in %s at %j", (pointer, file, origin) => {
  expect(originOf(pointer)).toEqual({ file, pointer: origin });
});

test("what a bundler wrote in place of a reference comes from the file behind it", () => {
  const inline = { defs: { Y: { title: "z", keys: { "a/b": 1 } } } };
  const inlined = traceOrigins(inline, tree);
  expect(inlined("/defs/Y/title")).toEqual({ file: "a.yaml", pointer: "/defs/Z/title" });
  expect(inlined("/defs/Y/keys/a~1b")).toEqual({ file: "schemas/C.yaml", pointer: "/keys/a~1b" });
});

test("a reference that the bundle cannot resolve ends the walk there", () => {
  const odd = traceOrigins({ defs: { Y: { $ref: "#/nowhere" }, Z: { $ref: "https://x.example/y" } } }, tree);
  expect(odd("/defs/Y")).toEqual({ file: "a.yaml", pointer: "/defs/Y" });
  expect(odd("/defs/Z/$ref")).toEqual({ file: "a.yaml", pointer: "/defs/Z/$ref" });
});

test("the walk ends where a bundler wrote a part into itself", () => {
  const own: Record<string, unknown> = { title: "c" };
  const circular = { defs: { Y: { self: own } } };
  own.self = own;
  const looped = traceOrigins(circular, tree);
  expect(looped("/defs/Y/self/title")).toEqual({ file: "schemas/C.yaml", pointer: "/title" });
  expect(looped("/defs/Y/self/self/self/title")).toEqual({ file: "schemas/C.yaml", pointer: "" });
});
