import { describe, expect, it, onTestFinished, vi } from "vitest";
import { runtime } from "../../src/client/runtime.ts";
import { createClient } from "../../src/entries/main.ts";
import { failed, key, teamId } from "./harness.ts";

function replaceGlobal(name: string, value: unknown): void {
  vi.stubGlobal(name, value);
  onTestFinished(() => void vi.unstubAllGlobals());
}

function expectUuids(ids: string[]): void {
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids)
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
}

describe("the real runtime", () => {
  it("tells the time and gives numbers and UUIDs by chance", () => {
    const before = Date.now();
    const now = runtime.now();
    expect(now >= before && now <= Date.now()).toBe(true);
    const numbers = Array.from({ length: 100 }, runtime.random);
    expect(new Set(numbers).size).toBeGreaterThan(90);
    for (const number of numbers) expect(number >= 0 && number < 1).toBe(true);
    expectUuids(Array.from({ length: 100 }, runtime.uuid));
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

  it("makes UUIDs on a page that is not secure, where randomUUID is missing", () => {
    const real = crypto;
    const getRandomValues = vi.fn((bytes: Uint8Array<ArrayBuffer>) => real.getRandomValues(bytes));
    replaceGlobal("crypto", { getRandomValues });
    const ids = Array.from({ length: 400 }, runtime.uuid);
    expect(getRandomValues).toHaveBeenCalledTimes(400);
    expectUuids(ids);
    // No digit but the version and the variant is always the same, and of the variant all four forms occur.
    for (let at = 0; at < 36; at++) {
      const most = { 8: 1, 13: 1, 14: 1, 18: 1, 19: 4, 23: 1 }[at] ?? 16;
      expect(new Set(ids.map((id) => id[at])).size).toBe(most);
    }
  });

  it.each([
    ["no randomness", {}],
    ["no crypto", undefined],
  ])("asks for a key where there is %s to make one with, and reads without", async (_, crypto) => {
    replaceGlobal("crypto", crypto);
    const fetch = async () => Response.json({ success: true, data: {}, meta: { requestId: "req_1" } });
    const { create, get } = createClient({ apiKey: key, teamId, fetch }).tickets;
    const error = failed(await create({ title: "x" }));
    expect(error).toMatchObject({ code: "local_error", outcome: "not_sent" });
    expect(error.rawMessage).toMatch(
      /: idempotencyKey must be given where there is no crypto\.getRandomValues$/,
    );
    expect((await create({ title: "x" }, { idempotencyKey: "mine" })).ok).toBe(true);
    expect((await get("x")).ok).toBe(true);
  });

  it("measures time by the clock of the day where there is no other", () => {
    replaceGlobal("performance", undefined);
    const before = Date.now();
    const now = runtime.monotonic();
    expect(now >= before && now <= Date.now()).toBe(true);
  });

  it("reads bodies of many chunks where a Blob cannot be made, and fails as ever where there is no btoa", async () => {
    replaceGlobal("Blob", undefined);
    replaceGlobal("btoa", undefined);
    const text = JSON.stringify({ success: true, data: { id: "tkt_ü" }, meta: { requestId: "req_1" } });
    const bytes = new TextEncoder().encode(text);
    const chunked = () =>
      new ReadableStream({
        start(controller) {
          for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
          controller.close();
        },
      });
    const fetch = async () => new Response(chunked());
    const reset = () => Promise.reject(Object.assign(new TypeError("reset"), { code: "ECONNRESET" }));
    const options = { apiKey: key, teamId, maxRetries: 0 };
    expect(await createClient({ ...options, fetch }).tickets.get("x")).toMatchObject({
      data: { id: "tkt_ü" },
    });
    const error = failed(await createClient({ ...options, fetch: reset }).tickets.get("x"));
    expect(error).toMatchObject({ code: "connection_error", networkCode: "ECONNRESET" });
  });

  it("ends an attempt of a client that nobody gave another one", async () => {
    const deaf: typeof fetch = () => new Promise(() => {});
    const client = createClient({ apiKey: key, teamId, fetch: deaf, attemptTimeout: 5, maxRetries: 0 });
    expect(failed(await client.tickets.get("x"))).toMatchObject({ code: "timeout", stopped: "attempts" });
  });
});
