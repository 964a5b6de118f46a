import { describe, expect, it } from "vitest";
import { conformanceFacts as facts } from "../../generated/conformance.ts";
import { type CheckedResponse, checkResponse } from "../../src/conformance/index.ts";
import { type BadSample, badSamples, goodSamples, named } from "../contract/samples.ts";

const problemsOf = (response: CheckedResponse) => checkResponse(facts, response);
const rulesOf = (response: CheckedResponse, severity: "error" | "note") =>
  problemsOf(response)
    .filter((problem) => problem.severity === severity)
    .map(({ rule }) => rule);

/** As it came: with operation and status where the sample names them, as a bare body otherwise. */
function asCame({ value, bodyOf, code }: BadSample): CheckedResponse {
  const { operation, status } = bodyOf;
  return code === undefined ? { operation, status: Number(status), body: value } : { body: value };
}

describe("the check of a response", () => {
  it.each(named(goodSamples()))(
    "finds nothing at all in %s, wherever it may come",
    (_, { value, bodyOf }) => {
      expect(problemsOf({ body: value })).toEqual([]);
      for (const { operation, status } of bodyOf) {
        expect(problemsOf({ operation, status: Number(status), body: value })).toEqual([]);
      }
    },
  );

  it.each(named(badSamples()))("finds in %s what bad.json names, once, and no other fault", (_, sample) => {
    const isNote = sample.rule === "field-unknown";
    expect(rulesOf(asCame(sample), "error")).toEqual(isNote ? [] : [sample.rule]);
    if (isNote) expect(rulesOf(asCame(sample), "note")).toEqual([sample.rule]);
  });

  it.each(named(badSamples()))("finds the same in the text of %s as in its value", (_, sample) => {
    const { body, ...rest } = asCame(sample);
    expect(problemsOf({ ...rest, text: JSON.stringify(body) })).toEqual(problemsOf(asCame(sample)));
  });

  it.each(named(badSamples()))(
    "says of %s what was expected and what came, and repeats no text",
    (_, sample) => {
      for (const { message, expected, actual } of problemsOf(asCame(sample))) {
        expect(message).toMatch(/^\S.*\.$/s);
        expect([expected, actual]).not.toContain("");
        for (const text of textsIn(sample.value)) expect(message).not.toContain(text);
      }
    },
  );
});

/** The texts that a body holds, besides the words of the contract. */
function textsIn(value: unknown, key = ""): string[] {
  if (typeof value === "string")
    return /^(?:code|type|doc_url|object)$/.test(key) || value.length < 5 ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => textsIn(member, name));
}
