import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { inflate } from "../../src/cli/decompress.ts";
import type { VerifierOptions } from "../../src/entries/verify.ts";
import {
  deletion,
  errorBody,
  har,
  harEntry,
  headers,
  lines,
  notFound,
  origin,
  rulesOf,
  team,
  verify,
  verifyRecords,
} from "./records.ts";

const body = errorBody("resource_not_found");
const text = JSON.stringify(body);
const wrong = JSON.stringify(errorBody("resource_not_found", { doc_url: "/x" }));
const asBuffer = (bytes: Uint8Array) => ({ type: "Buffer", data: [...bytes] });

/** What is found in a body, and why it was not judged. */
async function judged(recorded: unknown, options: VerifierOptions = {}) {
  const report = await verifyRecords([notFound({ body: recorded })], options);
  return { findings: report.findings.map(({ rule, actual }) => [rule, actual]), notJudged: report.notJudged };
}

describe("a body is taken for", () => {
  it.each<[name: string, recorded: unknown, findings: string[][]]>([
    ["no envelope if it is null", null, [["not-envelope", "null"]]],
    ["no envelope if it is a number", 5, [["not-envelope", "a number"]]],
    ["no envelope if its text is a number", "5", [["not-envelope", "a number"]]],
    ["a string, if its text is one", '"x"', [["not-envelope", "a string of 1 character"]]],
    [
      "a string with a number in it, not for the number",
      '"5"',
      [["not-envelope", "a string of 1 character"]],
    ],
    [
      "a list with an object's text in it, not for the object",
      `[${JSON.stringify(wrong)}]`,
      [["not-envelope", "a list"]],
    ],
    [
      "an object of its own if it is called a Buffer and has no bytes",
      { type: "Buffer" },
      [["not-envelope", "an object without error"]],
    ],
    [
      "an object of its own if the bytes of a Buffer are no list",
      { type: "Buffer", data: text },
      [["not-envelope", "an object without error"]],
    ],
    [
      "an object of its own if it has bytes and is called something else",
      { ...asBuffer(Buffer.from(text)), type: "Blob" },
      [["not-envelope", "an object without error"]],
    ],
    [
      "text if it only begins as gzip does",
      asBuffer(Uint8Array.of(0x1f, 0x20)),
      [["not-json", "text that is not JSON"]],
    ],
  ])("%s", async (_, recorded, findings) => {
    expect(await judged(recorded)).toEqual({ findings, notJudged: {} });
  });

  it("text if it is called base64 and is none", async () => {
    expect(rulesOf(await verifyRecords([notFound({ body: wrong, encoding: "base64" })]))).toEqual([
      "doc-url",
    ]);
  });

  it.each([
    ["gzip", gzipSync(wrong)],
    ["deflate", deflateSync(wrong)],
  ])("what it was before %s, where that can be undone", async (_, bytes) => {
    expect((await judged(asBuffer(bytes), { inflate })).findings).toEqual([["doc-url", expect.any(String)]]);
    expect(await judged(asBuffer(bytes))).toEqual({ findings: [], notJudged: { "body-compressed": 1 } });
  });
});

describe("a text in place of a body", () => {
  it.each<[recorded: string, reason: string | undefined]>([
    ["Not found [truncated]", "body-truncated"],
    ["Not found truncated", "body-truncated"],
    ["Not found [TRUNCATED  ", "body-truncated"],
    ["Not found...\n", "body-truncated"],
    ["Not found…", "body-truncated"],
    ["truncated texts are found", undefined],
    ["... and more", undefined],
    ['{"message":"} and', "body-truncated"],
    ["[object Object]", "body-absent"],
    ["an [object Object]", undefined],
    ["[object Object] and more", undefined],
    ["<Buffer 7b 7d>", "body-absent"],
    ["a <Buffer 7b 7d>", undefined],
    ["(binary)", "body-absent"],
    [" binary ", "body-absent"],
    ["binary files", undefined],
    ["undefined", "body-absent"],
    ["undefined is not a function", undefined],
    ["<redacted>", "body-redacted"],
    ["{{ FILTERED }}", "body-redacted"],
    ["(hidden)", "body-redacted"],
    ["xxx", "body-redacted"],
    ["xx", undefined],
    ["**", undefined],
    ["*** secret ***", "body-redacted"],
    ["secret agent", undefined],
    ["a secret", undefined],
    ["x".repeat(63), "body-redacted"],
    ["x".repeat(64), undefined],
  ])("%j is not judged: %s", async (recorded, reason) => {
    const { findings, notJudged } = await judged(recorded);
    expect(notJudged).toEqual(reason === undefined ? {} : { [reason]: 1 });
    expect(findings).toEqual(reason === undefined ? [["not-json", expect.any(String)]] : []);
  });

  it("is not judged if it is the mark of what was taken out", async () => {
    expect((await judged("<gone>")).notJudged).toEqual({});
    expect(await judged("<gone>", { redacted: "<gone>" })).toEqual({
      ...{ findings: [], notJudged: { "body-redacted": 1 } },
    });
  });
});

describe("a response of which no body is expected", () => {
  it.each<[name: string, record: unknown, notJudged: object]>([
    ["a HEAD", notFound({ method: "HEAD", body: undefined }), {}],
    ["a head", notFound({ method: "head", body: undefined }), {}],
    ["a 204", deletion({ status: 204, body: undefined }), {}],
    ["a 300", deletion({ status: 300, body: undefined }), {}],
    ["a 399", deletion({ status: 399, body: undefined }), {}],
    ["but not a 299", deletion({ status: 299, body: undefined }), { "body-absent": 1 }],
    ["but not a 400", notFound({ status: 400, body: undefined }), { "body-absent": 1 }],
    ["but not one without a method", notFound({ method: undefined, body: undefined }), { "body-absent": 1 }],
  ])("does not lack one: %s", async (_, record, notJudged) => {
    expect((await verifyRecords([record])).notJudged).toEqual(notJudged);
  });
});

describe("errors are counted", () => {
  it.each<[name: string, record: unknown, errors: number]>([
    ["by their status", notFound({ status: 400, body: "x" }), 1],
    [
      "by their status, of one that conforms",
      notFound({ status: 400, body: errorBody("invalid_id_format") }),
      1,
    ],
    ["by their code", notFound({ status: 200 }), 1],
    ["but not a success", deletion(), 0],
    ["but not a redirect", deletion({ status: 399, body: "" }), 0],
    ["of bodies alone by their code", { success: true, error: { code: "nope" } }, 1],
    ["of bodies alone by their flag", { success: false }, 1],
    ["but not a body alone that is a success", { success: true, data: {} }, 0],
  ])("%s", async (_, record, errors) => {
    const [added, read] = [await verifyRecords([record]), await verify(lines(record))];
    expect([added.errors, read.errors]).toEqual([errors, errors]);
    const { skippedBy } = await verifyRecords([record], { errorsOnly: true });
    expect(skippedBy).toEqual(errors === 0 ? { success: 1 } : {});
  });

  it("apart from successes that only look like errors", async () => {
    const report = await verify(lines(deletion({ note: "no error" }), notFound()), { errorsOnly: true });
    expect(report).toMatchObject({ skippedBy: { success: 1 }, errors: 1, conforming: 1 });
  });
});

describe("a record is of the host that was asked for", () => {
  it.each<[url: string, host: string, isOf: boolean]>([
    ["https://a.example", "a.example", true],
    ["http://A.Example", "a.example", true],
    ["HTTPS://a.example", "A.EXAMPLE", true],
    ["https://a.example:8443", "a.example", true],
    ["https://a.example:8443", "A.example:8443", true],
    ["https://a.example:8443", "a.example:8", false],
    ["https://user:secret@a.example", "a.example", true],
    ["https://user:secret@a.example:8443", "a.example:8443", true],
    ["https://b.a.example", "a.example", false],
    ["https://a.example.b", "a.example", false],
    ["https://b.example", "a.example", false],
    ["", "a.example", true],
  ])("%s: of %s %s", async (start, host, isOf) => {
    const record = notFound({ url: `${start}${team}/tickets/tkt_1?next=https://c.example/@d.example` });
    for (const report of [await verify(lines(record), { host }), await verifyRecords([record], { host })])
      expect(report).toMatchObject(isOf ? { conforming: 1 } : { skippedBy: { foreign: 1 } });
  });

  it("not by what stands behind the host", async () => {
    const record = notFound({ url: `https://b.example/?x@a.example${team}/tickets/tkt_1` });
    expect((await verifyRecords([record], { host: "a.example" })).skippedBy).toEqual({ foreign: 1 });
  });
});

describe("a finding", () => {
  it("has no members for what it is not about, and nor has its group", async () => {
    const { findings, groups, byCode, neverCalled } = await verifyRecords([
      { status: 404, body: 1 },
      { status: 404, body: 2 },
    ]);
    const [finding] = findings;
    expect(Object.keys(finding ?? {})).toEqual([
      "rule",
      "pointer",
      "expected",
      "actual",
      "message",
      "record",
    ]);
    expect(groups).toStrictEqual([{ rule: "not-envelope", count: 2, requestIds: [], first: finding }]);
    expect(byCode).toEqual({});
    expect(neverCalled).toContain("getTicket");
  });

  it("names no operation where the contract has none of the path", async () => {
    const { findings } = await verifyRecords([
      notFound({ url: `${team}/unicorns`, body: errorBody("resource_not_found", { doc_url: "/" }) }),
    ]);
    expect(findings.map(({ rule, operation }) => [rule, operation])).toEqual([["doc-url", undefined]]);
  });

  it("points into the response, or into the body if that is all there is", async () => {
    const faulty = errorBody("resource_not_found", { doc_url: "/" });
    const ofRecord = await verifyRecords([notFound({ body: faulty })]);
    expect(ofRecord.findings).toMatchObject([{ pointer: "/body/error/doc_url" }]);
    const ofBody = await verifyRecords([faulty]);
    expect(ofBody.findings).toMatchObject([{ pointer: "/error/doc_url" }]);
  });

  it("names no request by an id that may be something else", async () => {
    const ids = ["req_1", "", "two words", "x".repeat(80), "x".repeat(81), "id_sk_live_secret"];
    const records = ids.map((id) => notFound({ status: 400, body: errorBody("resource_not_found", {}, id) }));
    const { findings } = await verifyRecords(records);
    const named = findings.filter(({ rule }) => rule === "status-mismatch").map(({ requestId }) => requestId);
    expect(named).toEqual(["req_1", undefined, undefined, "x".repeat(80), undefined, undefined]);
  });
});

describe("a page is somebody's before the API", () => {
  it.each<[name: string, change: Record<string, unknown>, notTheApi: number]>([
    ["with a status that the operation does not know", { status: 418, body: "<p>" }, 1],
    ["even if it is JSON", { status: 418, body: { message: "teapot" } }, 1],
    ["but not with an envelope that has another fault", { status: 418, body: { success: true } }, 0],
    ["but not with a status that the operation knows", { status: 404, body: "<p>" }, 0],
  ])("%s", async (_, change, notTheApi) => {
    const report = await verifyRecords([notFound(change)]);
    expect([report.notTheApi, report.conforming]).toEqual([notTheApi, 0]);
  });
});

it("what was skipped and what came in a HAR keep their places among the records", async () => {
  const foreign = notFound({ url: `${origin}/x` });
  const wrongStatus = notFound({ status: 400 });
  const report = await verify(lines(foreign, har(harEntry(deletion()), harEntry(wrongStatus)), { headers }));
  expect(report.findings.map(({ record }) => record)).toEqual([3]);
  expect(report).toMatchObject({ records: 4, skippedBy: { foreign: 1, "not-a-record": 1 } });
});
