import { expect, test } from "vitest";
import { loadTree, openTree } from "../../src/document/index.ts";

/** Where a document with these schemas, or these files, has references that make a schema contain itself. */
function circles(schemas: Record<string, unknown>, files: Record<string, unknown> = {}): string[] {
  const all: Record<string, unknown> = { ...files, "a.json": { openapi: "3.1.0", components: { schemas } } };
  const { findings } = openTree("a.json", (file) => JSON.stringify(all[file]));
  return findings.map(
    ({ rule, file, pointer }) => `${rule} ${file}${pointer.replace("/components/schemas", "")}`,
  );
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

test.each<[string, Record<string, unknown>, string[]]>([
  ["in its own allOf", { A: { allOf: [ref("A")] } }, ["/A/allOf/0/$ref"]],
  ["beside other parts", { A: { allOf: [{ type: "object" }, ref("A")] } }, ["/A/allOf/1/$ref"]],
  ["over another schema", { A: { allOf: [ref("B")] }, B: { allOf: [ref("A")] } }, ["/B/allOf/0/$ref"]],
  ["over a plain reference", { A: { allOf: [ref("B")] }, B: ref("A") }, ["/B/$ref"]],
  ["deep in an allOf", { A: { allOf: [{ allOf: [ref("A")] }] } }, ["/A/allOf/0/allOf/0/$ref"]],
  [
    "each of two by itself",
    { A: { allOf: [ref("A")] }, B: { allOf: [ref("B")] } },
    ["/A/allOf/0/$ref", "/B/allOf/0/$ref"],
  ],
])(
  "a schema that contains itself %s is told once, on the reference that closes the circle",
  (_, schemas, want) => {
    expect(circles(schemas)).toEqual(want.map((pointer) => `schema-circular a.json${pointer}`));
  },
);

test("a circle over files is told as well", () => {
  const files = { "b.json": { allOf: [{ $ref: "a.json#/components/schemas/A" }] } };
  expect(circles({ A: { allOf: [{ $ref: "b.json" }] } }, files)).toEqual([
    "schema-circular b.json/allOf/0/$ref",
  ]);
});

test.each<[string, Record<string, unknown>]>([
  ["through a property", { A: { properties: { next: ref("A") } } }],
  ["through its items", { A: { type: "array", items: ref("A") } }],
  ["as one part of a hierarchy", { A: { oneOf: [ref("B")] }, B: { allOf: [ref("A")] } }],
  ["through a property of an allOf", { A: { allOf: [{ properties: { next: ref("A") } }] } }],
])("a schema that leads back to itself %s is none of these", (_, schemas) => {
  expect(circles(schemas)).toEqual([]);
});

test("one part that many contain is no circle", () => {
  expect(
    circles({
      A: { allOf: [ref("B"), ref("C")] },
      B: { allOf: [ref("D")] },
      C: { allOf: [ref("D")] },
      D: {},
    }),
  ).toEqual([]);
});

test("a circle of references alone has its own findings, one for each of them", () => {
  expect(circles({ A: ref("B"), B: ref("A") })).toEqual([
    "ref-circular a.json/A/$ref",
    "ref-circular a.json/B/$ref",
  ]);
});

test("a chain of any length ends", () => {
  const schemas = Object.fromEntries(
    Array.from({ length: 20_000 }, (_, index) => [`S${index}`, { allOf: [ref(`S${index + 1}`)] }]),
  );
  expect(circles({ ...schemas, S20000: {} })).toEqual([]);
});

test("a document with such a schema can be read all the same", () => {
  const document = { openapi: "3.1.0", components: { schemas: { A: { allOf: [ref("A")] } } } };
  expect(loadTree("a.json", () => JSON.stringify(document)).root.value).toEqual(document);
});

test("what is wrong and what to do is said, with the reference as it is written", () => {
  const document = { openapi: "3.1.0", components: { schemas: { A: { allOf: [ref("A")] } } } };
  const { findings } = openTree("a.json", () => JSON.stringify(document));
  expect(findings[0]?.message).toBe(
    'The $ref "#/components/schemas/A" makes a schema contain itself, with no property or item in between, so that no value can be checked. Take it out, or put it into a property.',
  );
});
