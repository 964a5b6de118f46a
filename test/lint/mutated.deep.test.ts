import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { parse, stringify } from "yaml";
import { clean, folderWith } from "./document.ts";
import { runLint } from "./run-lint.ts";

vi.setConfig({ testTimeout: 1_800_000 });

/** The frames of a stack, which no person is to see. */
const STACK = /\n\s+at .+[(:]\d+:\d+\)?/;

async function survives(spec: string): Promise<void> {
  const { status, out, err, findings } = await runLint([spec, "--timeout", "30"]);
  expect(out + err).not.toMatch(STACK);
  expect([0, 1, 2]).toContain(status);
  for (const { message, line, column } of findings) {
    expect(message).toMatch(/\S/);
    expect([line > 0, column > 0]).toEqual([true, true]);
  }
}

type Keys = (string | number)[];

function places(value: unknown, keys: Keys = []): Keys[] {
  if (typeof value !== "object" || value === null) return [keys];
  return [keys, ...Object.entries(value).flatMap(([key, member]) => places(member, [...keys, key]))];
}

const document: unknown = parse(clean["openapi.yaml"]);
const all = places(document);

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    "",
    "\u0000",
    [],
    {},
    [[]],
    { $ref: 1 },
    { $ref: "" },
    { $ref: "#" },
  ),
  fc.constantFrom<unknown>(
    { $ref: "#/tags/length" },
    { $ref: "#/paths/%7E1orders" },
    { $ref: "no%20such.yaml" },
  ),
  fc.constantFrom<unknown>(
    { $ref: "#name" },
    { $anchor: "name" },
    { $id: "https://x.example/a" },
    { $ref: "%zz" },
  ),
  fc.constantFrom<unknown>(
    JSON.parse('{"__proto__": {"a": 1}}'),
    { constructor: 1 },
    { oneOf: 1 },
    { allOf: null },
  ),
  fc.integer({ min: 0, max: all.length - 1 }).map((at) => ({
    $ref: `#/${(all[at] ?? []).map((key) => String(key).replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`,
  })),
  fc.json({ maxDepth: 2 }).map((text): unknown => JSON.parse(text)),
);

test("whatever stands in a document, the command ends with a verdict and no stack", async () => {
  const edit = fc.record({ at: fc.nat({ max: all.length - 1 }), value: odd });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      let changed = structuredClone(document);
      for (const { at, value } of edits) changed = put(changed, all[at] ?? [], value);
      const folder = folderWith({ ...clean, "openapi.yaml": stringify(changed) });
      await survives(join(folder, "openapi.yaml"));
    }),
    { numRuns: 200 },
  );
});

function put(root: unknown, keys: Keys, value: unknown): unknown {
  const key = keys.at(-1);
  if (key === undefined) return value;
  const parent = keys.slice(0, -1).reduce<unknown>((at, step) => {
    return typeof at === "object" && at !== null ? (at as Record<string, unknown>)[step] : undefined;
  }, root);
  if (typeof parent === "object" && parent !== null) (parent as Record<string, unknown>)[key] = value;
  return root;
}

test("whatever bytes a document consists of, the command ends with a verdict and no stack", async () => {
  const lines = clean["openapi.yaml"].split("\n");
  const edit = fc.record({
    at: fc.nat({ max: lines.length - 1 }),
    text: fc.string({ unit: "binary", maxLength: 12 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
      const changed = [...lines];
      for (const { at, text } of edits) changed[at] = `${changed[at]?.slice(0, 6)}${text}`;
      const folder = folderWith({ ...clean, "openapi.yaml": changed.join("\n") });
      await survives(join(folder, "openapi.yaml"));
    }),
    { numRuns: 100 },
  );
});

/** Legal documents that a linter of the two has refused or died of. */
const LEGAL: [string, Record<string, string>][] = [
  ["a percent-encoded file name", { ref: "./a%20b.yaml", "a b.yaml": "type: string\n" }],
  ["backslashes", { ref: "sub\\one.yaml", "sub/one.yaml": "type: string\n" }],
  [
    "a chain of 700 files",
    Object.fromEntries([
      ["ref", "c0.yaml"],
      ...Array.from({ length: 700 }, (_, index) => [`c${index}.yaml`, `$ref: c${index + 1}.yaml\n`]),
      ["c700.yaml", "type: string\n"],
    ]),
  ],
  [
    "a union of 520",
    {
      ref: "u.yaml",
      "u.yaml": `oneOf:\n${Array.from({ length: 520 }, (_, n) => `  - {const: v${n}}\n`).join("")}`,
    },
  ],
  ["tags of other tools", { ref: "t.yaml", "t.yaml": "type: !Sub string\n" }],
  [
    "an alias used 150 times",
    { ref: "l.yaml", "l.yaml": `x-a: &a {type: string}\nanyOf: [${Array(150).fill("*a")}]\n` },
  ],
];

test.each(LEGAL)("%s is linted by every linter", async (_, { ref = "", ...files }) => {
  const folder = folderWith({ ...clean, ...files });
  const spec = join(folder, "openapi.yaml");
  const parameter = `description: All orders.\n      parameters: [{name: a, in: query, schema: {$ref: '${ref}'}}]`;
  writeFileSync(spec, clean["openapi.yaml"].replace("description: All orders.", parameter));
  const { rules } = await runLint([spec]);
  expect(
    rules.filter((rule) => /^(linter-failed|source-|ref-|no-unresolved|invalid-ref)/.test(rule)),
  ).toEqual([]);
});
