import { describe, expect, it } from "vitest";
import { deletion, errorBody, headers, notFound, rulesOf, verifyRecords } from "./records.ts";

type Json = Record<string, unknown>;
const limited = (retryAfter: unknown): Json =>
  notFound({
    status: 429,
    headers: { ...headers, ...(retryAfter !== undefined && { "Retry-After": retryAfter }) },
    body: errorBody("rate_limit_exceeded"),
  });
const page = "<!doctype html><h1>Sorry</h1>";
const html = { "content-type": "text/html" };

describe("what is no answer of the API is left out and counted", () => {
  it.each([
    {
      name: "a CORS preflight",
      record: deletion({ method: "OPTIONS", status: 204, body: undefined }),
      reason: "preflight",
    },
    { name: "an aborted request", record: notFound({ status: 0, body: "" }), reason: "no-response" },
    {
      name: "a blocked request without a status",
      record: notFound({ status: undefined }),
      reason: "no-response",
    },
    { name: "a cached answer", record: deletion({ status: 304, body: "" }), reason: "not-modified" },
    { name: "a WebSocket", record: notFound({ status: 101, body: "" }), reason: "stream" },
    { name: "a line of a log", record: { level: 30, msg: "started" }, reason: "not-a-record" },
  ])("$name", async ({ record, reason }) => {
    const report = await verifyRecords([notFound(), record]);
    expect(report).toMatchObject({
      records: 2,
      skipped: 1,
      skippedBy: { [reason]: 1 },
      conforming: 1,
      findings: [],
    });
  });
});

describe("status and headers are judged", () => {
  it.each<{ name: string; record: Json; want: string[] }>([
    {
      name: "a HEAD without its body",
      record: deletion({ method: "HEAD", url: notFound().url, body: "" }),
      want: [],
    },
    {
      name: "a HEAD with a status that is not declared",
      record: deletion({ method: "HEAD", url: notFound().url, status: 418, body: "" }),
      want: ["undeclared-status"],
    },
    { name: "an error under a success", record: notFound({ status: 200 }), want: ["status-mismatch"] },
    { name: "a success under an error", record: deletion({ status: 400 }), want: ["success-flag"] },
    {
      name: "a page of the API",
      record: notFound({ status: 500, headers: html, body: page }),
      want: ["not-json"],
    },
    { name: "no Retry-After", record: limited(undefined), want: ["retry-after-missing"] },
    ...["-1", "1.5", "abc", "", "1, 2"].map((value) => ({
      name: `Retry-After ${value}`,
      record: limited(value),
      want: ["retry-after-missing"],
    })),
    { name: "the same Retry-After twice", record: limited("3, 3"), want: [] },
    {
      name: "headers that were not recorded",
      record: { ...limited(undefined), headers: undefined },
      want: [],
    },
    {
      name: "HTTP/2's own headers",
      record: notFound({ headers: { ":status": "404", ...headers } }),
      want: [],
    },
    {
      name: "another media type",
      record: notFound({ headers: { ...headers, "content-type": "application/problem+json" } }),
      want: ["media-type"],
    },
    {
      name: "raw headers of Node",
      record: notFound({ headers: Object.entries({ ...headers, "content-type": "text/plain" }).flat() }),
      want: ["media-type"],
    },
    {
      name: "headers in pairs",
      record: notFound({ headers: Object.entries({ ...headers, "content-type": "text/plain" }) }),
      want: ["media-type"],
    },
  ])("$name", async ({ record, want }) => {
    expect(rulesOf(await verifyRecords([record]))).toEqual(want);
  });

  it("a date in Retry-After is noted", async () => {
    const report = await verifyRecords([limited("Sun, 06 Nov 1994 08:49:37 GMT")]);
    expect(report).toMatchObject({ findings: [], notes: { "retry-after-date": 1 } });
  });

  it("missing limits of a success are noted", async () => {
    const report = await verifyRecords([deletion({ headers: { "content-type": "application/json" } })]);
    expect(report).toMatchObject({ findings: [], conforming: 1, notes: { "header-missing": 1 } });
  });

  it("headers that were not recorded are counted", async () => {
    expect((await verifyRecords([notFound({ headers: undefined })])).notJudged).toEqual({
      "headers-absent": 1,
    });
  });

  it.each([502, 503, 504, 413, 431, 408, 414])(
    "a page with status %i is somebody's before the API",
    async (status) => {
      const report = await verifyRecords([notFound({ status, headers: html, body: page })]);
      expect(rulesOf(report)).toEqual(["undeclared-status", "not-json"]);
      expect(report.notTheApi).toBe(1);
    },
  );

  it("a page with a status of the API is the API's", async () => {
    expect((await verifyRecords([notFound({ status: 500, headers: html, body: page })])).notTheApi).toBe(0);
  });
});
