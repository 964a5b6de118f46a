import { expect, test } from "vitest";
import { ACTOR_LABELS, APPLIES_TO_LABELS, PARAM_LABELS, RETRY_LABELS } from "../../src/contract/labels.ts";

test("every word of the contract has a label for a badge and a sentence, no two alike", () => {
  const labels = [RETRY_LABELS, ACTOR_LABELS, PARAM_LABELS].flatMap((all) => Object.values(all));
  for (const { short, long } of labels) {
    expect(short).toMatch(/^\w[\w ]{3,24}$/);
    expect(long).toMatch(/^[`A-Zc].{10,}\.$/);
  }
  for (const key of ["short", "long"] as const)
    expect(new Set(labels.map((label) => label[key])).size).toBe(labels.length);
  const places = Object.values(APPLIES_TO_LABELS);
  for (const place of places)
    expect(place).toMatch(/^(?:every operation|operations (?:that|whose|with|on) .+[^.])$/);
  expect(new Set(places).size).toBe(places.length);
});
