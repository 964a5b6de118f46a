import { expect, test } from "vitest";
import { parsedDocument } from "../../src/document/index.ts";
import { checkDocument } from "../../src/rules/check.ts";
import { countReads } from "../document/count-reads.ts";
import { check } from "./support/check.ts";
import { synthetic } from "./support/synthetic.ts";

function work(document: unknown): number {
  const { counted, reads } = countReads(document);
  checkDocument(parsedDocument(counted));
  return reads();
}

test("the work of the rules grows in proportion to the document", () => {
  const [one = 0, two = 0, four = 0] = [250, 500, 1000].map((count) => work(synthetic(count)));
  expect(one).toBeGreaterThan(1000);
  expect(two / one).toBeLessThan(2.05);
  expect(four / one).toBeLessThan(4.1);
});

test("the synthetic document keeps to the convention", () => {
  expect(check(synthetic(60))).toEqual([]);
});
