import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FORMATS } from "../../src/conformance/format.ts";
import { badTimes, goodTimes } from "./times.ts";

const ajv = new Ajv2020.default({ strict: false });
addFormats.default(ajv);

describe("a format", () => {
  it.each<{ format: string; valid: string[]; invalid: string[] }>([
    {
      format: "date-time",
      valid: goodTimes,
      invalid: badTimes,
    },
    {
      format: "date",
      valid: ["2026-03-30"],
      invalid: ["2026-3-30", "2026-13-01", "2026-04-31", "2026-03-30T"],
    },
    {
      format: "email",
      valid: ["a@example.com", "a.b+c@x-y.example"],
      invalid: ["a", "a@", "@example.com", "a b@example.com", "a@-x.com"],
    },
    {
      format: "uri",
      valid: ["https://example.com/a?b#c", "https://example.com/%C3%a4", "mailto:a@example.com"],
      invalid: ["/a", "example.com", "https://a b", "https://%zz", "https://a/%4"],
    },
    {
      format: "uuid",
      valid: ["6f9619ff-8b86-4d01-b42d-00cf4fc964ff"],
      invalid: ["6f9619ff8b864d01b42d00cf4fc964ff", "6f9619ff-8b86-4d01-b42d-00cf4fc964fg"],
    },
  ])("$format is told", ({ format, valid, invalid }) => {
    const check = FORMATS[format];
    expect(valid.filter((text) => !check?.(text))).toEqual([]);
    expect(invalid.filter((text) => check?.(text))).toEqual([]);
  });

  it("of a time is what Ajv takes for one, but for a space in place of the T", () => {
    const validate = ajv.compile({ format: "date-time" });
    const part = fc.integer({ min: 0, max: 70 }).map((value) => String(value).padStart(2, "0"));
    const time = fc
      .tuple(
        fc.constantFrom("2024", "2026", "1900"),
        part,
        part,
        part,
        part,
        part,
        fc.constantFrom("Z", "z", "+01:00", "-23:59", "+24:00", ".5Z", ".Z", ""),
      )
      .map(
        ([year, ...[month, day, hour, minute, second, zone]]) =>
          `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`,
      );
    fc.assert(
      fc.property(time, (text) => FORMATS["date-time"]?.(text) === validate(text)),
      { numRuns: 2000 },
    );
  });
});
