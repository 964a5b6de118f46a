import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FORMATS } from "../../src/conformance/format.ts";

const ajv = new Ajv2020.default({ strict: false });
addFormats.default(ajv);

describe("a format", () => {
  it.each<{ format: string; valid: string[]; invalid: string[] }>([
    {
      format: "date-time",
      valid: [
        "2026-03-30T10:30:00Z",
        "2026-03-30t10:30:00.123z",
        "2024-02-29T00:00:00+02:00",
        "2016-12-31T23:59:60Z",
        "2017-01-01T00:59:60+01:00",
        "2017-01-01T05:29:60+05:30",
        "2016-12-31T18:59:60-05:00",
        "2000-02-29T00:00:00Z",
        "0000-01-01T00:00:00Z",
        "2026-03-30T23:59:59.0+23:59",
        "2026-03-30T00:00:00-00:00",
      ],
      invalid: [
        ...["1900-02-29T10:30:00Z", "2026-01-29x10:30:00Z", "2026x03-30T10:30:00Z", "2026-03x30T10:30:00Z"],
        ...["20/6-03-30T10:30:00Z", "20:6-03-30T10:30:00Z", "2026-x3-30T10:30:00Z", "2026-03-3xT10:30:00Z"],
        ...["2026-03-00T10:30:00Z", "2026-00-30T10:30:00Z", "2026-04-31T10:30:00Z"],
        ...["2026-03-30Tx0:30:00Z", "2026-03-30T10:x0:00Z", "2026-03-30T10:30:x0Z"],
        ...["2026-03-30T10x30:00Z", "2026-03-30T10:30x00Z", "2026-03-30T10:60:00Z"],
        ...["2016-12-31T23:59:61Z", "2016-12-31T23:59:60+00:01", "2016-12-31T18:59:60+05:00"],
        ...["2026-03-30T10:30:00.5", "2026-03-30T10:30:00.5x", "2026-03-30T10:30:00ZZ"],
        ...["2026-03-30T10:30:00+24:00", "2026-03-30T10:30:00+10:60", "2026-03-30T10:30:00*10:00"],
        ...["2026-03-30T10:30:00+1000", "2026-03-30T10:30:00+10x00", "2026-03-30T10:30:00+10:000"],
        ...["2026-03-30T10:30:00+x0:00", "2026-03-30T10:30:00+10:x0", "2026-03-30T10:30:00,10:00"],
        "2026-03-30 10:30:00Z",
        "2026-03-30T10:30:00",
        "2026-02-29T10:30:00Z",
        "2026-03-30T24:00:00Z",
        "2026-03-30T10:30:60Z",
        "2026-03-30T10:30:00.Z",
        "2026-03-30T10:30:00+2:00",
        "2026-03-30T10:30:00Z ",
        "x026-03-30T10:30:00Z",
        "",
      ],
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
      valid: ["https://example.com/a?b#c", "mailto:a@example.com"],
      invalid: ["/a", "example.com", "https://a b", "https://%zz"],
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
