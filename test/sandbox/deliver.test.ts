import { describe, expect, it } from "vitest";
import type { Fault } from "../../src/entries/sandbox.ts";
import { applyFault } from "../../src/sandbox/deliver.ts";
import { open } from "./open.ts";

const made = () => new Response('{"a":12345}', { status: 201, headers: { "x-a": "1" } });

/** What goes out; of a body the first part, and how it goes on. */
async function outcomeOf(fault: Fault) {
  const delivery = await applyFault(fault, made(), "https://watched.test/");
  if (delivery.kind !== "response") return delivery;
  const { status, headers, body } = delivery.response;
  const reader = body?.getReader();
  const first = await reader?.read();
  // What stalls never settles, so it is asked whether anything comes of it before everything that is ready.
  const rest = reader?.read().then(
    ({ done, value }) => (done ? "ends" : new TextDecoder().decode(value)),
    () => "breaks",
  );
  const stalls = new Promise((resolve) => setImmediate(resolve, "stalls"));
  const text = first?.value && new TextDecoder().decode(first.value);
  return { status, kept: headers.get("x-a"), text, end: rest && (await Promise.race([rest, stalls])) };
}

describe("What goes out with a fault", () => {
  const half = { status: 201, kept: "1", text: '{"a":1' };
  const whole = { ...half, text: '{"a":12345}', end: "ends" };

  it.each<[fault: Fault, want: object]>([
    [{ reset: "before" }, { kind: "reset", at: "before" }],
    [{ reset: "headers" }, { kind: "reset", at: "headers" }],
    [{ reset: "body" }, { ...half, end: "breaks" }],
    [{ stall: "headers" }, { kind: "stall" }],
    [{ stall: "body" }, { ...half, end: "stalls" }],
    [{ cut: true }, { ...half, end: "ends" }],
    [{ empty: true }, { status: 201, kept: "1", text: undefined, end: undefined }],
    [{ code: "internal_error", html: false, cut: false }, whole],
    [{ delay: 1 }, whole],
    [
      { cut: false, raw: { status: 200, body: "x" } },
      { status: 200, kept: null, text: "x", end: "ends" },
    ],
    [{ raw: { status: 200 } }, { status: 200, kept: null, text: undefined, end: undefined }],
  ])("%j", async (fault, want) => {
    expect(await outcomeOf(fault)).toEqual(want);
  });

  it("a page of HTML that says that it is one, and its status", async () => {
    const delivery = await applyFault({ html: true, status: 504 }, made(), "https://watched.test/");
    if (delivery.kind !== "response") throw new Error("There is no response.");
    expect(delivery.response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await delivery.response.text()).toMatch(/^<!doctype html><title>504<\/title>/);
  });

  it.each([
    [{ redirect: true }, 307, "https://watched.test/"],
    [{ redirect: "https://other.test/", status: 301 }, 301, "https://other.test/"],
  ] as const)("%j", async (fault, status, location) => {
    const delivery = await applyFault(fault, made(), "https://watched.test/");
    if (delivery.kind !== "response") throw new Error("There is no response.");
    expect([delivery.response.status, delivery.response.headers.get("location")]).toEqual([status, location]);
  });
});

describe("What a client does after an error is judged by what the error said:", () => {
  it.each([
    ["waits-for-retry-after", "limited", "failed"],
    ["repeats-no-refusal", "expired", "failed"],
    ["waits-for-retry-after", "expired", "not seen"],
    ["repeats-no-refusal", "unlimited", "not seen"],
  ] as const)("%s with the key %s is %s", async (id, key, result) => {
    const { send, world } = open();
    for (let request = 0; request < 4; request++) await send("/tickets", { key });
    expect(world.report().behaviours.find((row) => row.id === id)).toMatchObject({ result });
  });
});
