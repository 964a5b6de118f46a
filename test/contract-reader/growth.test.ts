import { expect, test } from "vitest";
import { readContract } from "../../src/contract/index.ts";
import { parsedDocument } from "../../src/document/index.ts";
import { countReads } from "../document/count-reads.ts";
import { syntheticContract, treeWithoutText } from "./synthetic.ts";

/** How often the reader looks into a document with so many codes and operations, each of which declares all codes. */
function work(codes: number, operations: number): number {
  const { counted, reads } = countReads(syntheticContract(codes, operations));
  const contract = readContract(treeWithoutText(parsedDocument(counted)));
  expect(contract.errors).toHaveLength(codes);
  expect(contract.operations.every((operation) => operation.codes.length === codes)).toBe(true);
  return reads();
}

test("the work of the reader grows with the operations, not with what they share", () => {
  const [few = 0, more = 0, most = 0] = [50, 100, 200].map((operations) => work(200, operations));
  expect(most - more).toBeLessThan(2.1 * (more - few));
  // An operation costs the same, whether its responses carry ten codes or two hundred.
  expect((most - more) / 100).toBeLessThan(1.05 * ((work(10, 200) - work(10, 100)) / 100));
});

test("the work of the reader grows with the codes", () => {
  const [few = 0, more = 0, most = 0] = [50, 100, 200].map((codes) => work(codes, 20));
  expect(most - more).toBeLessThan(2.1 * (more - few));
});
