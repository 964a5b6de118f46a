import { expect, test } from "vitest";
import { count, listed } from "../../src/report/words.ts";

test.each<[words: string[], last: string | undefined, text: string]>([
  [[], undefined, ""],
  [["a"], undefined, "a"],
  [["a", "b"], undefined, "a and b"],
  [["a", "b", "c"], undefined, "a, b and c"],
  [["a", "b", "c"], "or", "a, b or c"],
])("the words %j with %j before the last read %j", (words, last, text) => {
  expect(listed(words, last)).toBe(text);
});

test.each([
  [0, "0 records"],
  [1, "1 record"],
  [2, "2 records"],
])("%d of a noun is %j", (number, text) => {
  expect(count(number, "record")).toBe(text);
});
