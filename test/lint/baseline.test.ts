import { expect, test } from "vitest";
import { compareToBaseline, parseBaseline } from "../../src/lint/index.ts";
import type { Finding } from "../../src/report/index.ts";

const finding = (rule: string, line: number, pointer = "/a"): Finding => ({
  ...{ rule, severity: "error", file: "a.yaml", line, column: 1, pointer, message: `${rule} ${line}` },
});
const lines = (findings: readonly Finding[]) => findings.map(({ message }) => message);

test("a finding is known by its rule and place, wherever its line has moved", () => {
  const { fresh, known, gone } = compareToBaseline(
    [finding("r", 9), finding("s", 1), finding("r", 1, "/b")],
    [finding("r", 1)],
  );
  expect([lines(fresh), known, gone]).toEqual([["s 1", "r 1"], 1, []]);
});

test("of several findings of a rule in one place, as many are known as were counted", () => {
  const baseline = [finding("r", 1), finding("r", 2)];
  const of = (count: number) =>
    compareToBaseline(
      Array.from({ length: count }, (_, index) => finding("r", index)),
      baseline,
    );
  expect([1, 2, 3].map((count) => [of(count).known, of(count).fresh.length, of(count).gone.length])).toEqual([
    [1, 0, 1],
    [2, 0, 0],
    [2, 1, 0],
  ]);
});

test("a file has the name that the baseline gives it", () => {
  const found = [{ ...finding("r", 1), file: "../a.yaml" }];
  const toPortable = (one: Finding) => ({ ...one, file: one.file.replace("../", "") });
  expect(compareToBaseline(found, [finding("r", 1)], toPortable).known).toBe(1);
  expect(compareToBaseline(found, [finding("r", 1)])).toMatchObject({ known: 0, gone: [{ file: "a.yaml" }] });
});

test.each(["{}", "[1]", "[null]", '[{"rule":"r"}]', '[{"rule":"r","file":"a","pointer":7}]'])(
  "%s is no baseline",
  (text) => {
    expect(() => parseBaseline(text)).toThrow("it is no array of findings, as --format json prints them");
  },
);

test("what --format json prints is a baseline, and so is a list of rules and places alone", () => {
  expect(parseBaseline(JSON.stringify([finding("r", 1)]))).toEqual([finding("r", 1)]);
  expect(parseBaseline('[{"rule":"r","file":"a","pointer":""}]')).toHaveLength(1);
  expect(parseBaseline("[]")).toEqual([]);
});
