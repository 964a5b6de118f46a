import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parsedDocument } from "../../src/document/index.ts";
import { readModel } from "../../src/rules/model/model.ts";
import { rules } from "../../src/rules/rules.ts";
import { library } from "./support/library.ts";

const bundle: unknown = JSON.parse(
  readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8"),
);

/** Runs every rule and gives their findings; throws what they throw. */
function check(document: unknown) {
  const model = readModel(parsedDocument(document));
  return rules.flatMap((rule) => rule.check(model));
}

/** Every place in a document, as keys. */
function places(value: unknown, keys: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [keys];
  return [keys, ...Object.entries(value).flatMap(([key, entry]) => places(entry, [...keys, key]))];
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 404, "", "x", [], {}, [[]], [null], { $ref: 1 }, { $ref: "" }),
  fc.constantFrom<unknown>({ $ref: "#" }, { $ref: "#/" }, { $ref: "#/%zz" }, { $ref: "other.yaml#/a" }),
  fc.constantFrom<unknown>(
    { allOf: null },
    { oneOf: {} },
    { allOf: [{ $ref: "#/components/schemas/ErrorEnvelope" }] },
  ),
  fc.constantFrom<unknown>(
    { oneOf: [null, 1, { $ref: "#/components" }] },
    { properties: [] },
    { enum: 1 },
    { const: {} },
  ),
  fc.json({ maxDepth: 3 }).map((text): unknown => JSON.parse(text)),
);

test.each([
  ["the library", library(), 120],
  ["our bundle", bundle, 25],
])(
  "no change to %s makes a rule throw, and each finding has a message and a path",
  (_, document, numRuns) => {
    const all = places(document);
    const index = fc.nat({ max: all.length - 1 });
    const action = fc.oneof(
      fc.record({ at: index, value: odd }),
      fc.record({ at: index, from: index }),
      fc.record({ at: index, ref: index }),
    );
    fc.assert(
      fc.property(fc.array(action, { minLength: 1, maxLength: 4 }), (actions) => {
        let changed: unknown = structuredClone(document);
        for (const each of actions) changed = apply(changed, each, all);
        for (const { message, at } of check(changed)) {
          expect(message).toMatch(/\S.*[.?]$/s);
          expect(at.location).toEqual({ file: "", pointer: expect.any(String) });
        }
      }),
      { numRuns },
    );
  },
);

type Action = { at: number; value?: unknown; from?: number; ref?: number };

/** Puts an odd value, a copy from elsewhere, or a reference to elsewhere (circular ones included) in a place. */
function apply(document: unknown, action: Action, all: string[][]): unknown {
  const keys = all[action.at] ?? [];
  const value =
    action.ref !== undefined
      ? {
          $ref: `#/${(all[action.ref] ?? []).map((key) => key.replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`,
        }
      : action.from !== undefined
        ? structuredClone(get(document, all[action.from] ?? []))
        : action.value;
  const key = keys.at(-1);
  if (key === undefined) return value;
  const parent = get(document, keys.slice(0, -1));
  if (typeof parent === "object" && parent !== null) (parent as Record<string, unknown>)[key] = value;
  return document;
}

function get(value: unknown, keys: string[]): unknown {
  return keys.reduce<unknown>(
    (parent, key) =>
      typeof parent === "object" && parent !== null ? (parent as Record<string, unknown>)[key] : undefined,
    value,
  );
}

test.each([null, undefined, 0, "text", [], [[]], {}, { openapi: 3 }, { openapi: "3.1.0", paths: [] }])(
  "%j has no findings",
  (document) => {
    expect(check(document)).toEqual([]);
  },
);

test("choices that lead to each other end", () => {
  const names = Array.from({ length: 12 }, (_, index) => `S${index}`);
  const schemas = Object.fromEntries(
    names.map((name) => [name, { oneOf: names.map((other) => ({ $ref: `#/components/schemas/${other}` })) }]),
  );
  const content = { "application/json": { schema: { $ref: "#/components/schemas/S0" } } };
  const paths = { "/a": { get: { responses: { "400": { description: "No.", content } } } } };
  expect(check({ openapi: "3.1.0", paths, components: { schemas } })).toEqual([]);
});
