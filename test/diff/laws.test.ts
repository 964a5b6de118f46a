import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readContract } from "../../src/contract/index.ts";
import { BUMPS, type Bump, bumpOf, type Change, diffContracts } from "../../src/diff/index.ts";
import { loadTree } from "../../src/document/index.ts";
import { anyModel, anyStyle, type Model, plainStyle, writeModel } from "./model.ts";
import { contractOfData, type Json } from "./support.ts";

const RUNS = { numRuns: 20 };
const read = (model: Model, style = plainStyle, copies = 1) =>
  contractOfData(style === plainStyle && copies === 1 ? plain(model) : writeModel(model, style, copies));

const written = new WeakMap<Model, Json>();

/** The document of a model in the plain style, which is written once. */
function plain(model: Model): Json {
  const document = written.get(model) ?? writeModel(model);
  written.set(model, document);
  return document;
}
const diff = (base: Model, head: Model) => diffContracts(read(base), read(head));

/** An entry without its line: head says the same at another place when it is written differently. */
const entryText = ({ location: _, ...change }: Change) => JSON.stringify(change);

test("nothing changed between a contract and itself, however it is written", () => {
  fc.assert(
    fc.property(anyModel, anyStyle, (model, style) => {
      expect(diffContracts(read(model), read(model, style)).map(entryText)).toEqual([]);
    }),
    RUNS,
  );
});

test("a change is reported in the same words, however both versions are written", () => {
  fc.assert(
    fc.property(anyModel, anyModel, anyStyle, anyStyle, (base, head, one, two) => {
      const wanted = diff(base, head).map(entryText).sort();
      expect(diffContracts(read(base, one), read(head, two)).map(entryText).sort()).toEqual(wanted);
    }),
    RUNS,
  );
});

test("nothing changed between the hand-written files of this contract and their published bundle", () => {
  const of = (entry: string) => readContract(loadTree(entry, (file) => readFileSync(file, "utf8")));
  const [files, bundle] = [of("openapi/openapi.yaml"), of("generated/openapi.json")];
  expect(diffContracts(files, bundle)).toEqual([]);
  expect(diffContracts(bundle, files)).toEqual([]);
});

/** What a change looks like from the other side. */
const MIRRORS: Readonly<Record<string, readonly string[]>> = {
  "code-added": ["code-removed"],
  "code-removed": ["code-added", "code-retired-reused"],
  "code-retired-reused": ["code-removed"],
  "operation-code-added": ["operation-code-removed"],
  "operation-code-removed": ["operation-code-added"],
  "operation-added": ["operation-removed"],
  "operation-removed": ["operation-added"],
  "field-added": ["field-removed"],
  "field-removed": ["field-added"],
  "field-required": ["field-optional"],
  "field-optional": ["field-required"],
  "retry-after-added": ["retry-after-dropped"],
  "retry-after-dropped": ["retry-after-added"],
  "limit-lowered": ["limit-raised"],
  "limit-raised": ["limit-lowered"],
};
test("the way back has the mirrored changes, apart from renames and the list of retired codes", () => {
  fc.assert(
    fc.property(anyModel, anyModel, (one, two) => {
      const oneWay = (id: string) => id === "retired-entry-removed" || id === "since-mismatch";
      const there = diff(one, two).filter(({ id }) => !oneWay(id));
      const back = diff(two, one).filter(({ id }) => !oneWay(id));
      fc.pre(![...there, ...back].some(({ id }) => id === "code-renamed"));
      const found = back.map(({ id, code }) => `${id} ${code}`);
      const missing = there.filter(
        ({ id, code }) => !(MIRRORS[id] ?? [id]).some((mirror) => found.includes(`${mirror} ${code}`)),
      );
      expect(missing).toEqual([]);
      expect(back.length).toBe(there.length);
    }),
    RUNS,
  );
});

const rank = (bump: Bump) => BUMPS.length - BUMPS.indexOf(bump);

test("two steps together are never smaller than the one step over both", () => {
  fc.assert(
    fc.property(anyModel, anyModel, anyModel, (a, b, c) => {
      const [whole, first, second] = [bumpOf(diff(a, c)), bumpOf(diff(a, b)), bumpOf(diff(b, c))];
      expect(rank(whole)).toBeLessThanOrEqual(Math.max(rank(first), rank(second)));
    }),
    RUNS,
  );
});

test("an unrelated change takes no entry away", () => {
  fc.assert(
    fc.property(anyModel, anyModel, (base, head) => {
      const more: Model = { ...head, limit: 900, meta: { ...head.meta, planet: false } };
      const entries = new Set(diff(base, more).map(entryText));
      const lost = diff(base, { ...head, limit: base.limit })
        .map(entryText)
        .filter((entry) => !entries.has(entry));
      expect(lost).toEqual([]);
    }),
    RUNS,
  );
});

test("there are as many entries for three operations as for one that have the same change", () => {
  fc.assert(
    fc.property(anyModel, anyModel, (base, head) => {
      const both: Model = { ...head, operations: {} };
      for (const name of Object.keys(base.operations)) {
        both.operations[name] = head.operations[name] ?? Object.keys(head.codes);
      }
      const once = diffContracts(read(base), read(both));
      const thrice = diffContracts(read(base, plainStyle, 3), read(both, plainStyle, 3));
      expect(thrice.map(({ id, code }) => [id, code])).toEqual(once.map(({ id, code }) => [id, code]));
    }),
    RUNS,
  );
});

describe("each difference of facts belongs to exactly one entry", () => {
  const COMES_OR_GOES = /^code-(added|removed|renamed|retired-reused)$|^operation-code-/;

  test("which operation returns which code", () => {
    fc.assert(
      fc.property(anyModel, anyModel, (base, head) => {
        const changes = diff(base, head);
        const renamed = new Map<string, string>();
        for (const { code, replacedBy } of head.retired) {
          const isRename =
            replacedBy && base.codes[code] && !base.retired.some((entry) => entry.code === replacedBy);
          if (isRename) renamed.set(code, replacedBy);
        }
        fc.pre(!changes.some(({ guess }) => guess));
        for (const name of Object.keys(base.operations).filter((one) => head.operations[one])) {
          const before = new Set((base.operations[name] ?? []).map((code) => renamed.get(code) ?? code));
          const after = new Set(head.operations[name]);
          const moved = [...new Set([...before, ...after])].filter(
            (code) => before.has(code) !== after.has(code),
          );
          for (const code of moved) {
            const entries = changes.filter(
              (change) =>
                COMES_OR_GOES.test(change.id) && change.code === code && change.operations?.includes(name),
            );
            expect(entries.map(({ id }) => id)).toHaveLength(1);
          }
        }
      }),
      RUNS,
    );
  });

  const FACTS = {
    type: "code-type-changed",
    status: "code-status-changed",
    param: "param-rule-changed",
    retry: "retry-changed",
  } as const;

  test("the facts of a code that both versions have", () => {
    fc.assert(
      fc.property(anyModel, anyModel, (base, head) => {
        const changes = diff(base, head);
        const both = Object.keys(base.codes).filter((code) => head.codes[code]);
        for (const [fact, id] of Object.entries(FACTS) as [keyof typeof FACTS, string][]) {
          const differing = both.filter((code) => base.codes[code]?.[fact] !== head.codes[code]?.[fact]);
          const entries = changes.filter((change) => change.id === id);
          const known = new Set(
            changes.filter((change) => change.id === "code-renamed").map(({ code }) => code),
          );
          expect(
            entries
              .flatMap(({ code }) => code ?? [])
              .filter((code) => !known.has(code))
              .sort(),
          ).toEqual(differing.filter((code) => !known.has(code)).sort());
        }
      }),
      RUNS,
    );
  });
});

test("two runs over the same versions are byte for byte the same", () => {
  fc.assert(
    fc.property(anyModel, anyModel, (base, head) => {
      const again = diffContracts(contractOfData(writeModel(base)), contractOfData(writeModel(head)));
      expect(JSON.stringify(again)).toBe(JSON.stringify(diff(base, head)));
    }),
    RUNS,
  );
});
