import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Contract } from "../../src/contract/index.ts";
import { diffApis } from "../../src/diff/general/diff-apis.ts";
import { diffContracts } from "../../src/diff/index.ts";
import { type Refactoring, refactorings } from "./refactorings.ts";
import { contractOfData, type Json, shop } from "./support.ts";

const own: Json = JSON.parse(readFileSync("generated/openapi.json", "utf8"));
const documents: Record<string, Json> = { "the document of the cases": shop(), "this contract": own };
const contracts = Object.fromEntries(
  Object.entries(documents).map(([name, document]) => [name, contractOfData(document)]),
);

/** What differs; without Redocly, that the canonical forms differ shows in that it is missed. */
async function differences(base: Contract, head: Contract): Promise<unknown[]> {
  const withFiles = () => Promise.reject(new Error("called"));
  const { skipped } = await diffApis(base, head, { withFiles, redocly: undefined });
  return [...diffContracts(base, head), ...(skipped ? [skipped] : [])];
}

describe.each(Object.keys(documents))("%s", (name) => {
  const base = contracts[name] as Contract;

  test.each(Object.entries(refactorings))("does not change when %s", async (_, refactor) => {
    const document = refactor(structuredClone(documents[name]));
    expect(JSON.stringify(document)).not.toBe(JSON.stringify(documents[name]));
    expect(await differences(base, contractOfData(document))).toEqual([]);
  });

  test("does not change by several of them, in any order", async () => {
    const some = fc.shuffledSubarray(Object.entries(refactorings), { minLength: 2 });
    await fc.assert(
      fc.asyncProperty(some, async (chosen: [string, Refactoring][]) => {
        const document = chosen.reduce<Json>(
          (written, [, refactor]) => refactor(written),
          structuredClone(documents[name]),
        );
        expect(await differences(base, contractOfData(document))).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });
});
