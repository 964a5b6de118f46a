import { expect, test } from "vitest";
import { withTemporaryFiles } from "../../src/cli/files.ts";
import { sortChanges } from "../../src/diff/diff-contracts.ts";
import { diffApis } from "../../src/diff/general/diff-apis.ts";
import { diffContracts, findRedocly } from "../../src/diff/index.ts";
import { brief, casesOf, contractOfData } from "./support.ts";

const cases = casesOf("api");

// Each case that changes anything runs Redocly once, in a process of its own.
test.each(cases.map((one) => [one.name.replaceAll("-", " "), one] as const))(
  "%s",
  { timeout: 120_000 },
  async (_, { base, head, expected }) => {
    const [before, after] = [contractOfData(base), contractOfData(head)];
    const apis = await diffApis(before, after, { withFiles: withTemporaryFiles, redocly: findRedocly() });
    const changes = sortChanges([...diffContracts(before, after), ...apis.changes]);
    expect(changes.map((change, index) => brief(change, expected[index]))).toEqual(expected);
  },
);

test("there are cases for more than forty changes", () => {
  expect(cases.length).toBeGreaterThan(40);
});
