import fc from "fast-check";
import { expect, test } from "vitest";
import { AREAS } from "./areas.ts";
import { sampleLines } from "./sample.ts";

const lengths = new Map([
  ["a.ts", 30],
  ["b.ts", 5],
]);

test("all of it is every line, once", () => {
  const lines = sampleLines(lengths, 1, 7).flatMap(({ file, from, to }) =>
    Array.from({ length: to - from + 1 }, (_, index) => `${file}:${from + index}`),
  );
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines).toHaveLength(35);
});

test("a share of it is the same for the same seed, within the files, and about as large as asked for", () => {
  fc.assert(
    fc.property(fc.integer(), fc.double({ min: 0.05, max: 1, noNaN: true }), (seed, share) => {
      const sample = sampleLines(lengths, share, seed);
      expect(sampleLines(lengths, share, seed)).toEqual(sample);
      expect(sample).toHaveLength(Math.ceil(4 * share));
      for (const { file, from, to } of sample)
        expect([1 <= from, to <= (lengths.get(file) ?? 0)]).toEqual([true, true]);
    }),
  );
});

test("other seeds pick other lines", () => {
  const picks = Array.from({ length: 20 }, (_, seed) => JSON.stringify(sampleLines(lengths, 0.25, seed)));
  expect(new Set(picks).size).toBeGreaterThan(2);
});

test("areas have code of their own", () => {
  const code = Object.values(AREAS).flatMap((area) => area.code);
  expect(new Set(code).size).toBe(code.length);
});
