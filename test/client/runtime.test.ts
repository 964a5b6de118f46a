import { describe, expect, it, onTestFinished, vi } from "vitest";
import { runtime } from "../../src/client/runtime.ts";
import { createClient } from "../../src/entries/main.ts";
import { failed, key, teamId } from "./harness.ts";

describe("the real runtime", () => {
  it("tells the time and gives numbers and UUIDs by chance", () => {
    const before = Date.now();
    const now = runtime.now();
    expect(now >= before && now <= Date.now()).toBe(true);
    const numbers = Array.from({ length: 100 }, runtime.random);
    expect(new Set(numbers).size).toBeGreaterThan(90);
    for (const number of numbers) expect(number >= 0 && number < 1).toBe(true);
    const ids = Array.from({ length: 100 }, runtime.uuid);
    expect(new Set(ids).size).toBe(100);
    for (const id of ids)
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it("lets a timer fire, and clears one", async () => {
    const fired: string[] = [];
    // Timers of the same length fire in the order in which they were set.
    const first = runtime.setTimeout(() => fired.push("first"), 1);
    await new Promise<void>((resolve) => {
      runtime.setTimeout(() => fired.push("second"), 1);
      runtime.setTimeout(resolve, 1);
      runtime.clearTimeout(first);
    });
    expect(fired).toEqual(["second"]);
  });

  it("makes no key where a page is not secure: a write then needs one of the caller's", async () => {
    vi.stubGlobal("crypto", {});
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    const fetch = async () => Response.json({ success: true, data: {}, meta: { requestId: "req_1" } });
    const { create } = createClient({ apiKey: key, teamId, fetch }).tickets;
    expect(failed(await create({ title: "x" }))).toMatchObject({ code: "local_error", outcome: "not_sent" });
    expect((await create({ title: "x" }, { idempotencyKey: "mine" })).ok).toBe(true);
  });

  it("ends an attempt of a client that nobody gave another one", async () => {
    const deaf: typeof fetch = () => new Promise(() => {});
    const client = createClient({ apiKey: key, teamId, fetch: deaf, attemptTimeout: 5, maxRetries: 0 });
    expect(failed(await client.tickets.get("x"))).toMatchObject({ code: "timeout", stopped: "attempts" });
  });
});
