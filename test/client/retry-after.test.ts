import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRetryAfter } from "../../src/client/headers.ts";

const now = Date.parse("2026-11-22T10:00:00Z");
const date = (ms: number) => new Date(now + ms).toUTCString();
const read = (headers: Record<string, string>, orReset = true) =>
  readRetryAfter(new Headers(headers), now, orReset);

describe("readRetryAfter", () => {
  it.each<[string, Record<string, string>, number | undefined]>([
    ["seconds", { "retry-after": "120" }, 120_000],
    ["a fraction, rounded up", { "retry-after": "6.2" }, 7_000],
    ["the largest of several", { "retry-after": "3, 7" }, 7_000],
    ["a date as RFC 850 has it", { "retry-after": "Sunday, 22-Nov-26 10:00:30 GMT" }, 30_000],
    ["seconds with spaces around them", { "retry-after": " 7 " }, 7_000],
    ["an HTTP date against our clock", { "retry-after": date(30_000) }, 30_000],
    [
      "an HTTP date against the server's clock",
      { date: date(-60_000), "retry-after": date(-30_000) },
      30_000,
    ],
    [
      "an HTTP date against our clock when Date is malformed",
      { date: "now", "retry-after": date(30_000) },
      30_000,
    ],
    ["nothing for no header", {}, undefined],
    ["nothing for 0", { "retry-after": "0" }, undefined],
    ["nothing for a date in the past", { "retry-after": date(-1000) }, undefined],
    [
      "nothing for 0, though the window's end is known",
      { "retry-after": "0", "x-ratelimit-reset": "1795341630" },
      undefined,
    ],
    ["the window's end without Retry-After", { "x-ratelimit-reset": String(now / 1000 + 30) }, 30_000],
    [
      "the window's end against the server's clock",
      { date: date(-60_000), "x-ratelimit-reset": String(now / 1000) },
      60_000,
    ],
    [
      "the window's end when Retry-After is garbage",
      { "retry-after": "soon", "x-ratelimit-reset": String(now / 1000 + 30) },
      30_000,
    ],
    ["nothing for a window that has ended", { "x-ratelimit-reset": String(now / 1000 - 1) }, undefined],
  ])("reads %s", (_, headers, want) => {
    expect(read(headers)).toBe(want);
  });

  it.each([
    "soon",
    "",
    "-1",
    "0x10",
    "1e3",
    "NaN",
    "+5",
    "Infinity",
    "1 2",
    "12s",
    "2026-11-22",
    "Sun, 99 Foo 2026 10:00:00 GMT",
    "9".repeat(400),
    "8640000000001",
  ])("counts %j as absent", (value) => {
    expect(read({ "retry-after": value })).toBeUndefined();
  });

  it("does not look at the window's end unless it is told to", () => {
    expect(read({ "x-ratelimit-reset": String(now / 1000 + 30) }, false)).toBeUndefined();
  });

  it("gives a time that a Date can hold, or nothing, for any text", () => {
    const text = fc.oneof(fc.string(), fc.bigInt({ min: -10n, max: 10n ** 30n }).map(String));
    const header = text.filter((value) => /^[\x20-\x7e]*$/.test(value));
    fc.assert(
      fc.property(header, header, (value, reset) => {
        const wait = read({ "retry-after": value, "x-ratelimit-reset": reset });
        if (wait === undefined) return;
        expect(wait).toBeGreaterThan(0);
        expect(Number.isNaN(new Date(now + wait).getTime())).toBe(false);
      }),
      { numRuns: 5000, seed: 7 },
    );
  });
});
