import fc from "fast-check";
import { expect, test } from "vitest";
import { listFiles } from "../../scripts/disk.ts";
import { AREAS, codeOf, OUTSIDE } from "./areas.ts";
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

test("every module is in one area, or outside all of them for a reason", () => {
  const modules = ["src", "scripts"]
    .flatMap((folder) => listFiles(folder).map((file) => `${folder}/${file}`))
    .filter((file) => file.endsWith(".ts"));
  const inAreas = Object.values(AREAS).flatMap((area) => codeOf(area, modules));
  const outside = modules.filter((file) =>
    Object.keys(OUTSIDE).some((place) => file === place || file.startsWith(`${place}/`)),
  );
  expect([...inAreas, ...outside].sort()).toEqual(modules.sort());
});

test("the tests of every area are there", () => {
  const folders = Object.values(AREAS).flatMap(({ tests }) => tests);
  expect(folders.filter((folder) => !listFiles(folder).some((file) => file.endsWith(".test.ts")))).toEqual(
    [],
  );
});
