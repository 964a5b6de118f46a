import { describe, expect, it } from "vitest";
import { retryTime } from "../../src/explain/retry-time.ts";

const date = "Sun, 06 Nov 1994 08:49:37 GMT";

describe("the time of a retry", () => {
  it.each([
    { given: {}, want: { allowed: true } },
    { given: { "retry-after": "30" }, want: { allowed: true, seconds: 30, header: "Retry-After" } },
    {
      given: { "retry-after": "30", date },
      want: { allowed: true, seconds: 30, at: "1994-11-06T08:50:07.000Z", header: "Retry-After" },
    },
    {
      given: { "retry-after": "Sun, 06 Nov 1994 08:50:07 GMT", date },
      want: { allowed: true, seconds: 30, at: "1994-11-06T08:50:07.000Z", header: "Retry-After" },
    },
    { given: { "retry-after": "soon" }, want: { allowed: true } },
    { given: { "retry-after": "-1" }, want: { allowed: true } },
    {
      given: { "retry-after": "999999999999", date },
      want: { allowed: true, seconds: 999999999999, at: expect.any(String), header: "Retry-After" },
    },
    {
      given: { "retry-after": "", "x-ratelimit-reset": "784111807", date },
      want: { allowed: true, seconds: 30, at: "1994-11-06T08:50:07.000Z", header: "X-RateLimit-Reset" },
    },
    ...["x1", "1x", "-1", "1.5", "9999999999999"].map((reset) => ({
      given: { "x-ratelimit-reset": reset },
      want: { allowed: true },
    })),
    {
      given: { "x-ratelimit-reset": "784111807" },
      want: { allowed: true, at: "1994-11-06T08:50:07.000Z", header: "X-RateLimit-Reset" },
    },
    {
      given: { "x-ratelimit-reset": "784111776", date },
      want: { allowed: true, seconds: 0, at: "1994-11-06T08:49:36.000Z", header: "X-RateLimit-Reset" },
    },
    {
      given: { "x-ratelimit-reset": "999999999999" },
      want: { allowed: true, header: "X-RateLimit-Reset", at: expect.any(String) },
    },
  ])("is read from $given", ({ given, want }) => {
    expect(retryTime("after", { headers: new Map(Object.entries(given)) })).toStrictEqual(want);
  });

  it("is none for a code that must not be retried, whatever the headers say", () => {
    expect(retryTime("never", { headers: new Map([["retry-after", "1"]]) })).toEqual({ allowed: false });
  });
});
