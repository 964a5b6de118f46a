import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRetryAfter } from "../../src/http/retry-after.ts";

const date = "Sun, 06 Nov 1994 08:49:37 GMT";
const now = Date.parse(date);
const later = "Sun, 06 Nov 1994 08:50:37 GMT";
const in60 = { seconds: 60, at: now + 60_000 };

describe("Retry-After", () => {
  it.each([
    ["seconds", "60", in60],
    ["a fraction, rounded up", "59.01", in60],
    ["a fraction without digits", "60.", in60],
    ["an IMF-fixdate", later, in60],
    ["a date as RFC 850 has it", "Sunday, 06-Nov-94 08:50:37 GMT", in60],
    ["a date as asctime writes it", "Sun Nov  6 08:50:37 1994", in60],
    ["the largest of several", "5, 60, 7", in60],
    ["the largest of several without spaces", "60,5", in60],
    ["the later of two dates", `${date}, ${later}`, in60],
    ["the later of two dates of RFC 850", `Sunday, 06-Nov-94 08:50:37 GMT, ${date}`, in60],
    ["the larger of seconds and a date", `30, ${later}`, in60],
    ["the larger of a date and seconds", `${later}, 90`, { seconds: 90, at: now + 90_000 }],
    ["what is usable beside garbage", "soon, 60, -3", in60],
    ["0", "0", { seconds: 0, at: now }],
    ["a moment in the past", "Sun, 06 Nov 1994 08:00:00 GMT", { seconds: 0, at: now - 2_977_000 }],
  ])("is read from %s", (_, value, want) => {
    expect(parseRetryAfter(value, date)).toEqual(want);
    expect(parseRetryAfter(value, now)).toEqual(want);
  });

  it("takes the years of RFC 850 as seen from the response, not from here", () => {
    // 1960, not 2060.
    expect(parseRetryAfter("Sunday, 06-Nov-60 08:50:37 GMT", date)).toMatchObject({ seconds: 0 });
    const after = Date.UTC(2030, 10, 6, 8, 50, 37);
    expect(parseRetryAfter("Wednesday, 06-Nov-30 08:50:37 GMT", date)).toMatchObject({ at: after });
  });

  it("tells no moment of seconds, and no seconds of a date, where the time of the response is unknown", () => {
    expect(parseRetryAfter("60")).toEqual({ seconds: 60 });
    expect(parseRetryAfter(later, "yesterday")).toEqual({ at: in60.at });
    expect(parseRetryAfter(`60, ${later}`, null)).toEqual({ seconds: 60, at: in60.at });
  });

  it.each([
    ...[
      undefined,
      null,
      "",
      ",",
      "soon",
      "-1",
      "+5",
      "0x10",
      "1e3",
      "NaN",
      "Infinity",
      "1 2",
      "12s",
      ".5",
      "1.2.3",
    ],
    ...["2026-11-22", "Sun, 99 Foo 2026 10:00:00 GMT", "9".repeat(400), "8640000000001"],
  ])("counts %j as absent", (value) => {
    expect(parseRetryAfter(value, date)).toBeUndefined();
  });

  it("gives a time that a Date can hold, or nothing, for any text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.bigInt({ min: -10n, max: 10n ** 30n }).map(String)), (value) => {
        const { seconds = 0, at = now } = parseRetryAfter(value, date) ?? {};
        expect(seconds).toBeGreaterThanOrEqual(0);
        expect(Number.isNaN(new Date(at).getTime())).toBe(false);
      }),
      { numRuns: 5000, seed: 7 },
    );
  });
});
