import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conformanceFacts as facts } from "../../generated/conformance.ts";
import { errorResponse } from "../../src/entries/server.ts";
import { createVerifier, watchFetch } from "../../src/entries/verify.ts";
import { createCaller, pairs, prefer } from "../prism/calls.ts";
import { type Mock, startPrism } from "../prism/prism.ts";

const real = globalThis.fetch;

describe("verify finds nothing", () => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startPrism();
  });
  afterAll(async () => {
    globalThis.fetch = real;
    await mock.stop();
  });

  it("in anything that Prism makes of the published document", async () => {
    const verifier = createVerifier({ base: "/" });
    globalThis.fetch = watchFetch(real, verifier);
    const call = createCaller(mock.url);
    for (const [id, code] of pairs()) await call(id, prefer(facts.errors[code]?.status ?? 0, code));
    for (const { id, responses } of facts.operations) {
      await call(id, prefer(Object.keys(responses).find((status) => status.startsWith("2")) ?? ""));
    }
    const report = await verifier.report();
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ skipped: 0, neverSeen: [], neverCalled: [] });
  });

  it("in anything that the server kit emits", async () => {
    const verifier = createVerifier();
    for (const { path, method, codes } of facts.operations) {
      for (const code of codes) {
        const details = {
          ...(facts.errors[code]?.param === "required" && { param: "title" }),
          ...(facts.errors[code]?.retry === "after" && { retryAfter: 30 }),
        };
        const response = errorResponse(code as "key_expired", details as object);
        const { status, headers } = response;
        verifier.add({
          method,
          path: `/api/v1${path}`,
          status,
          headers: [...headers],
          body: await response.text(),
        });
      }
    }
    const report = await verifier.report();
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ skipped: 0, neverSeen: [], neverCalled: [] });
  });
});
