import fc from "fast-check";
import { expect, it } from "vitest";
import { conformanceFacts as facts } from "../../generated/conformance.ts";
import { checkResponse } from "../../src/conformance/index.ts";
import { goodSamples } from "../contract/samples.ts";
import { isCleanByBytes, problemsIn, rewritten } from "./bytes.ts";
import { good, mutated } from "./mutate.ts";
import { fieldByField, verdicts } from "./verdicts.ts";

it("the published schema, the check and a look at each field give the same verdict on mutated payloads", () => {
  const seen = { valid: 0, invalid: 0, clean: 0 };
  fc.assert(
    fc.property(mutated, (payload) => {
      const { schema, check, fast } = verdicts(payload);
      seen[schema ? "valid" : "invalid"]++;
      if (fast.length === 0) seen.clean++;
      expect(check).toBe(schema);
      if (fast.length === 0) expect(fieldByField(payload)).toEqual([]);
    }),
    { numRuns: 1500 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
});

it("what is told from the bytes of a body alone, the full check tells too", () => {
  const payloads = fc
    .oneof(good, mutated)
    .chain((payload) => rewritten(payload.body).map((json) => ({ payload, json })));
  let clean = 0;
  fc.assert(
    fc.property(payloads, ({ payload, json }) => {
      if (!isCleanByBytes(payload, json)) return;
      clean++;
      expect(problemsIn(payload, json)).toEqual([]);
    }),
    { numRuns: 3000 },
  );
  expect(clean).toBeGreaterThan(100);
});

it("each good sample is known by its bytes, however it is spaced on its line", () => {
  const samples = goodSamples().flatMap(({ value, bodyOf }) =>
    bodyOf.map(({ operation, status }) => ({ operation, status: Number(status), value })),
  );
  for (const sample of samples) {
    const spaced = JSON.stringify(sample.value, null, 1).replaceAll("\n", " ");
    const found = [JSON.stringify(sample.value), spaced].map((json) => isCleanByBytes(sample, json));
    const want = checkResponse(facts, { ...sample, body: sample.value }).length === 0;
    expect([sample, found]).toEqual([sample, [want, want]]);
  }
});

it("a body with one byte of it replaced is known by its bytes only if it still is as it should be", () => {
  const one = (code?: string) => goodSamples().filter((sample) => sample.code === code)[0];
  for (const sample of [one("publishable_key_write"), one()]) {
    const place = {
      operation: sample?.bodyOf[0]?.operation ?? "",
      status: Number(sample?.bodyOf[0]?.status),
    };
    const json = JSON.stringify(sample?.value);
    const isMissed = (damaged: string) =>
      isCleanByBytes(place, damaged) && problemsIn(place, damaged)?.length !== 0;
    const all = Array.from(json, (_, at) =>
      [...'"u1 {'].map((other) => json.slice(0, at) + other + json.slice(at + 1)),
    );
    expect(all.flat().filter(isMissed)).toEqual([]);
  }
});
