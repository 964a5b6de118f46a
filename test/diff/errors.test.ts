import { describe, expect, test } from "vitest";
import { readContractLeniently } from "../../src/contract/index.ts";
import { bumpOf, diffContracts } from "../../src/diff/index.ts";
import { brief, casesOf, contractOfData, shop, treeOf } from "./support.ts";

const cases = casesOf("errors");

describe("a change of errors gives the entries that its folder expects", () => {
  test.each(cases.map((one) => [one.name.replaceAll("-", " "), one] as const))(
    "%s",
    (_, { base, head, expected }) => {
      const changes = diffContracts(contractOfData(base), contractOfData(head));
      expect(changes.map((change, index) => brief(change, expected[index]))).toEqual(expected);
    },
  );
});

test("the document that all cases begin with reads without a finding", () => {
  expect(readContractLeniently(treeOf(shop())).findings).toEqual([]);
});

test("there are cases for more than eighty changes, and for several changes at once", () => {
  expect(cases.length).toBeGreaterThan(80);
  expect(cases.filter(({ expected }) => expected.length > 2).length).toBeGreaterThan(5);
});

test("the step of a release is that of its most severe change", () => {
  const bump = (name: string) => {
    const one = cases.find((candidate) => candidate.name === name);
    return bumpOf(diffContracts(contractOfData(one?.base), contractOfData(one?.head)));
  };
  expect(bump("several-at-once-a-major-release")).toBe("major");
  expect(bump("several-at-once-a-minor-release")).toBe("minor");
  expect(bump("words-of-a-code")).toBe("patch");
  expect(bump("retired-entry-removed")).toBe("none");
  expect(bump("order-of-codes")).toBe("none");
});
