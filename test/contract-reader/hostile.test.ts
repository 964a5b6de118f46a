import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { stringify } from "yaml";
import { readContract } from "../../src/contract/index.ts";
import {
  ContractError,
  fromPointer,
  loadTree,
  toPointer,
  traceOrigins,
  valueAt,
} from "../../src/document/index.ts";
import { files } from "./document.ts";

vi.setConfig({ testTimeout: 120_000 }); // thousands of documents take their time on a busy machine

/** Reads a document to its end; anything but a contract or a ContractError with places is a failure of the reader. */
function readThrough(base: Readonly<Record<string, string>>): void {
  try {
    const tree = loadTree("api/openapi.yaml", (file) => {
      if (base[file] === undefined) throw new Error("there is no such file");
      return base[file];
    });
    readContract(tree);
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    expect(error.findings.length).toBeGreaterThan(0);
    for (const { line, column, message, file } of error.findings) {
      expect([line >= 1, column >= 1, message !== "", file !== ""]).toEqual([true, true, true, true]);
    }
  }
}

test("any text is a contract or a list of findings", () => {
  const piece = fc.constantFrom(
    ..."{}[]:,-?&*!|>'\"%@`#\n\t \r".split(""),
    ...[
      "$ref",
      "&a",
      "*a",
      "<<",
      "---\n",
      "...\n",
      "!!binary",
      "\ufeff",
      "paths",
      "x",
      "'#/x'",
      "null",
      "~",
      "__proto__",
    ],
    ...[
      "\u0000",
      "\u001f",
      "\u0085",
      "\u2028",
      "\ud800",
      "openapi: 3.1.0\n",
      "allOf: ",
      "properties: ",
      "  ",
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) =>
      readThrough({ "api/openapi.yaml": pieces.join("") }),
    ),
    { numRuns: 500 },
  );
});

const words = [
  "$ref",
  "allOf",
  "oneOf",
  "properties",
  "enum",
  "const",
  "examples",
  "required",
  "schema",
  "content",
];
const words2 = [
  "responses",
  "parameters",
  "paths",
  "info",
  "headers",
  "404",
  "/x",
  "get",
  "error",
  "code",
  "x-retry",
];
const refs = [
  "#",
  "#/paths",
  "#/info",
  "openapi.yaml",
  "%",
  "%zz",
  "#/%",
  "a:b",
  "",
  "..",
  "#//",
  "http://x/",
  "./#/x-retry",
];
const shape = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom<unknown>(null, true, 0, -1.5, "", "x", "404", ...refs),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...words, ...words2), tie("value"), { maxKeys: 6 }),
    fc.record({ $ref: fc.constantFrom(...refs) }),
  ),
}));

test("any structure of OpenAPI's own words is a contract or a list of findings", () => {
  fc.assert(
    fc.property(shape.value, (value) => readThrough({ "api/openapi.yaml": JSON.stringify(value) ?? "" })),
    { numRuns: 500 },
  );
});

test("a whole document with any of its values replaced is a contract or a list of findings", () => {
  const names = Object.keys(files);
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.nat(),
      fc.constantFrom("[]", "{}", "null", "7", "''", "{$ref: '#'}"),
      (name, at, value) => {
        const lines = (files[name] ?? "").split("\n");
        const index = at % lines.length;
        const changed = lines.map((line, number) =>
          number === index ? line.replace(/: .*|:$/, `: ${value}`) : line,
        );
        readThrough({ ...files, [name]: changed.join("\n") });
      },
    ),
    { numRuns: 200 },
  );
});

const keys = fc.array(
  fc.oneof(fc.string(), fc.constantFrom("a/b", "~", "~1", "%25", "%", "", "0", "__proto__")),
);

test("a pointer that was written reads as the same keys", () => {
  fc.assert(
    fc.property(keys, (path) => {
      expect(fromPointer(toPointer(path))).toEqual(path);
    }),
  );
});

test("a pointer leads to the value that its keys lead to", () => {
  fc.assert(
    fc.property(keys, (path) => {
      const document = path.reduceRight<unknown>((inner, key) => Object.fromEntries([[key, inner]]), "found");
      expect(valueAt(document, fromPointer(toPointer(path)))).toBe("found");
      expect(valueAt(document, [...path, "more"])).toBeUndefined();
    }),
  );
});

test("every key of a document is located on the line that it was written on", () => {
  const plain = fc.dictionary(fc.string({ minLength: 1 }), fc.integer(), { minKeys: 1, maxKeys: 8 });
  fc.assert(
    fc.property(plain, (members) => {
      const tree = loadTree("f.yaml", () => stringify({ top: members }, { lineWidth: 0 }));
      const lines = Object.keys(members).map(
        (key) => tree.locate({ file: "f.yaml", pointer: toPointer(["top", key]) }).line,
      );
      expect(new Set(lines).size).toBe(lines.length);
      expect([...lines].sort((a, b) => a - b)).toEqual(lines);
      expect(Math.min(...lines)).toBe(2);
    }),
  );
});

test("origins of a document that is its own bundle are its own pointers", () => {
  fc.assert(
    fc.property(shape.value, (value) => {
      const text = JSON.stringify(value);
      if (text.includes("$ref")) return;
      const originOf = traceOrigins(
        value,
        loadTree("f.json", () => text),
      );
      const walk = (node: unknown, path: string[]): void => {
        expect(originOf(toPointer(path))).toEqual({ file: "f.json", pointer: toPointer(path) });
        for (const [key, member] of Object.entries(node ?? {}))
          if (typeof node === "object") walk(member, [...path, key]);
      };
      walk(value, []);
    }),
  );
});
