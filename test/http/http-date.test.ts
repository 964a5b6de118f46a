import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHttpDate } from "../../src/http/http-date.ts";

const now = Date.parse("2026-11-22T10:00:00Z");
const sample = Date.UTC(1994, 10, 6, 8, 49, 37);

describe("An HTTP date", () => {
  it.each([
    ["IMF-fixdate", "Sun, 06 Nov 1994 08:49:37 GMT"],
    ["the form of RFC 850", "Sunday, 06-Nov-94 08:49:37 GMT"],
    ["asctime", "Sun Nov  6 08:49:37 1994"],
  ])("is read as %s", (_, text) => {
    expect(parseHttpDate(text, now)).toBe(sample);
  });

  it.each([
    ["Tuesday, 24-Nov-26 10:00:00 GMT", Date.UTC(2026, 10, 24, 10)],
    ["Sunday, 22-Nov-76 10:00:00 GMT", Date.UTC(2076, 10, 22, 10)],
    ["Tuesday, 22-Nov-77 10:00:00 GMT", Date.UTC(1977, 10, 22, 10)],
  ])("%s is at most 50 years ahead", (text, want) => {
    expect(parseHttpDate(text, now)).toBe(want);
  });

  it.each([
    undefined,
    null,
    "",
    "soon",
    "2026-11-22",
    "2026-11-22T10:00:00Z",
    "Sun, 99 Foo 2026 10:00:00 GMT",
    "Mon, 06 Nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 08:49:37",
    "Sun, 06 Nov 1994 08:49:37 CET",
    "Sun, 06 Nov 1994 24:49:37 GMT",
    "Sat, 31 Feb 1994 08:49:37 GMT",
    "sun, 06 nov 1994 08:49:37 gmt",
    "on Sun, 06 Nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 08:49:37 GMT+1",
    "on Sun Nov  6 08:49:37 1994",
    "Sun Nov  6 08:49:37 19945",
  ])("is not %j", (text) => {
    expect(parseHttpDate(text, now)).toBeUndefined();
  });

  it("is read back from any moment in each of the forms", () => {
    const moments = fc.date({
      min: new Date(now - 49 * 365.25 * 864e5),
      max: new Date(now + 49 * 365.25 * 864e5),
    });
    const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
    fc.assert(
      fc.property(moments, (moment) => {
        const ms = Math.floor(moment.getTime() / 1000) * 1000;
        const fixed = new Date(ms).toUTCString();
        const [weekday, day, month, year, clock] = fixed.split(/,? /) as [
          string,
          string,
          string,
          string,
          string,
        ];
        const long = days.find((name) => name.startsWith(weekday));
        expect(parseHttpDate(fixed, now)).toBe(ms);
        expect(parseHttpDate(`${long}, ${day}-${month}-${year.slice(2)} ${clock} GMT`, now)).toBe(ms);
        expect(parseHttpDate(`${weekday} ${month} ${day.replace(/^0/, " ")} ${clock} ${year}`, now)).toBe(ms);
      }),
      { seed: 10 },
    );
  });
});
