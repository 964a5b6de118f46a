import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { conformanceFacts } from "../../generated/conformance.ts";
import { inflate } from "../../src/cli/decompress.ts";
import { badSamples, named } from "../contract/samples.ts";
import {
  errorBody,
  har,
  harEntry,
  lines,
  notFound,
  origin,
  rulesOf,
  verify,
  verifyRecords,
} from "./records.ts";

const body = errorBody("resource_not_found");
const text = JSON.stringify(body);
const wrong = JSON.stringify(errorBody("resource_not_found", { doc_url: "/x" }));
const gzip = gzipSync(wrong);

describe("a body is found however it was recorded", () => {
  it.each<{ name: string; change: Record<string, unknown> }>([
    { name: "an object", change: { body: JSON.parse(wrong) } },
    { name: "text", change: { body: wrong } },
    { name: "JSON in a JSON string", change: { body: JSON.stringify(wrong) } },
    { name: "base64", change: { body: Buffer.from(wrong).toString("base64"), encoding: "base64" } },
    { name: "gzip in base64 that is not marked", change: { body: gzip.toString("base64") } },
    { name: "a Buffer", change: { body: JSON.parse(JSON.stringify(Buffer.from(wrong))) } },
    { name: "a compressed Buffer", change: { body: JSON.parse(JSON.stringify(gzip)) } },
    {
      name: "text beside a Content-Encoding",
      change: { body: wrong, headers: { "content-type": "application/json", "content-encoding": "gzip" } },
    },
  ])("$name", async ({ change }) => {
    expect(rulesOf(await verifyRecords([notFound(change)], { inflate }))).toEqual(["doc-url"]);
  });

  it("but not if it is compressed and the runtime cannot undo that", async () => {
    const report = await verifyRecords([notFound({ body: gzip.toString("base64") })]);
    expect(report).toMatchObject({ findings: [], notJudged: { "body-compressed": 1 } });
  });
});

describe("a body that was not recorded as it was sent is not judged, and counted", () => {
  it.each([
    { name: "none", body: undefined, reason: "body-absent" },
    { name: "one that a program could not print", body: "[object Object]", reason: "body-absent" },
    { name: "one with an ellipsis", body: `${text.slice(0, 60)}…`, reason: "body-truncated" },
    { name: "one that was cut off", body: text.slice(0, 64), reason: "body-truncated" },
    {
      name: "one that was cut off within a string",
      body: text.slice(0, text.indexOf("No.") + 1),
      reason: "body-truncated",
    },
    { name: "one that was taken out", body: "[REDACTED]", reason: "body-redacted" },
    { name: "one of stars", body: "***", reason: "body-redacted" },
  ])("$name", async ({ body: recorded, reason }) => {
    const report = await verifyRecords([notFound({ body: recorded })]);
    expect(report).toMatchObject({ records: 1, skipped: 0, findings: [], notJudged: { [reason]: 1 } });
  });

  it.each([
    ["within a string", '{"message":"a'],
    ["behind a backslash", '{"message":"a\\\\\\'],
    ["behind an escaped quote", '{"message":"a\\"'],
    ["behind a bracket that stands in a string", '{"message":"}"'],
    ["before its last bracket", '[{"a":[1]}'],
    ["behind its first", "[["],
    ["within spaces", ' { "a": [ '],
  ])("JSON that ends %s was cut off", async (_, cut) => {
    expect(await verifyRecords([notFound({ body: cut })])).toMatchObject({
      ...{ findings: [], notJudged: { "body-truncated": 1 } },
    });
  });

  it("a body was cut off where its record says so, though it does not look like it", async () => {
    const { method, url, ...response } = notFound({ body: "Not f" });
    const judged = (truncated: boolean) =>
      verifyRecords([{ request: { method, url }, response: { ...response, truncated } }]);
    expect(await judged(true)).toMatchObject({ findings: [], notJudged: { "body-truncated": 1 } });
    expect((await judged(false)).notJudged).toEqual({});
  });

  it("a text was cut off that is shorter than the size that its HAR names", async () => {
    const entry = harEntry(notFound(), { text: "Not f", size: 9 });
    expect((await verifyRecords([entry])).notJudged).toEqual({ "body-truncated": 1 });
    const whole = harEntry(notFound(), { text: "Not found", size: 9 });
    expect(rulesOf(await verifyRecords([whole]))).toEqual(["not-json"]);
  });

  it.each([
    ["text", "Not found"],
    ["text with brackets in it", 'see {"a'],
    ["text that begins with a bracket", "[error] {"],
    ["JSON with something behind it", '{"a":"}"} and more {'],
    ["a list with something behind it", '[["a\\\\"]] ['],
    ["JSON with another quote's escape in it", '{"a":"\\"}"}}'],
    ["two values", "{}{"],
  ])("but %s was not cut off, and is no JSON", async (_, whole) => {
    const report = await verifyRecords([notFound({ body: whole })]);
    expect([rulesOf(report), report.notJudged]).toEqual([["not-json"], {}]);
  });

  it("fields that were taken out go by their rule, but for the message, unless the mark is named", async () => {
    const masked = notFound({ body: errorBody("resource_not_found", { message: "***" }, "***") });
    expect(rulesOf(await verifyRecords([masked]))).toEqual(["request-id-format"]);
    expect(rulesOf(await verifyRecords([masked], { redacted: "***" }))).toEqual([]);
  });

  it("an empty one of an error is no JSON", async () => {
    expect(rulesOf(await verifyRecords([notFound({ body: "" })]))).toEqual(["not-json"]);
  });
});

describe("a HAR's own ways are understood", () => {
  it.each([
    {
      name: "no content, as Chrome leaves it out",
      content: { text: undefined, size: 120 },
      reason: "body-absent",
    },
    {
      name: "content that is smaller than its size",
      content: { text: text.slice(0, 50), size: 999 },
      reason: "body-truncated",
    },
    {
      name: "a comment on the content",
      content: { text: text.slice(0, 50), size: 50, comment: "cut" },
      reason: "body-truncated",
    },
    {
      name: "content in another file",
      content: { text: undefined, _file: "a.json" },
      reason: "body-in-another-file",
    },
  ])("$name", async ({ content, reason }) => {
    const report = await verify(JSON.stringify(har(harEntry(notFound(), content))));
    expect(report).toMatchObject({ records: 1, skipped: 0, findings: [], notJudged: { [reason]: 1 } });
  });

  it("content in a file beside it", async () => {
    const entry = harEntry(notFound(), { text: undefined, _file: "a.json" });
    const report = await verify(JSON.stringify(har(entry)), {
      readFile: (name) => (name === "a.json" ? wrong : undefined),
    });
    expect(rulesOf(report)).toEqual(["doc-url"]);
  });

  it("base64 content", async () => {
    const entry = harEntry(notFound(), { text: Buffer.from(wrong).toString("base64"), encoding: "base64" });
    expect(rulesOf(await verify(JSON.stringify(har(entry))))).toEqual(["doc-url"]);
  });

  it("an empty success before the same request comes again, as Playwright records it", async () => {
    const empty = harEntry({ ...notFound(), method: "DELETE", status: 200 }, { text: "", size: 0 });
    const again = harEntry({ ...notFound(), method: "DELETE" });
    expect(await verify(JSON.stringify(har(empty, again)))).toMatchObject({
      records: 2,
      findings: [],
      notJudged: { retried: 1 },
    });
    expect(rulesOf(await verify(JSON.stringify(har(empty, harEntry(notFound())))))).toEqual(["not-json"]);
  });

  it("images, scripts, streams and failed requests", async () => {
    const asset = harEntry(
      { ...notFound(), url: `${origin}/logo.png` },
      { text: "iVBORw0", encoding: "base64" },
    );
    const socket = { ...harEntry(notFound()), _resourceType: "websocket", _webSocketMessages: [] };
    const failed = harEntry({ ...notFound(), status: 0 }, { text: undefined });
    const report = await verify(JSON.stringify(har(asset, socket, failed, harEntry(notFound()))));
    expect(report).toMatchObject({
      records: 4,
      conforming: 1,
      skippedBy: { foreign: 1, stream: 1, "no-response": 1 },
    });
  });
});

describe("what stands in a body is judged", () => {
  it.each(["__proto__", "constructor", "toString"])("%s is no code", async (code) => {
    const report = await verify(lines(notFound()).replace('"code":"resource_not_found"', `"code":"${code}"`));
    expect(rulesOf(report)).toEqual(["unknown-code"]);
    expect(Object.entries(report.byCode)).toEqual([[code, { seen: 1, conforming: 0 }]]);
  });

  it("numbers beyond 2^53, lone surrogates and NUL are no faults", async () => {
    const odd = lines(notFound({ body: errorBody("resource_not_found", { message: "\u0000\ud800" }) }));
    const report = await verify(odd.replace('"code"', '"big":9007199254740993,"code"'));
    expect(report).toMatchObject({ findings: [], notes: { "field-unknown": 1 } });
  });

  it("records with the same request id are fine", async () => {
    expect(await verifyRecords([notFound(), notFound(), notFound()])).toMatchObject({
      conforming: 3,
      findings: [],
    });
  });

  it.each(["2026-03-30T10:30:00+02:00", "2016-12-31T23:59:60Z"])("%s is a time", async (timestamp) => {
    const record = notFound({ body: { ...body, meta: { requestId: "req_1", timestamp } } });
    expect(rulesOf(await verifyRecords([record]))).toEqual([]);
  });

  it("2026-03-30 10:30:00 is none", async () => {
    const record = notFound({
      body: { ...body, meta: { requestId: "req_1", timestamp: "2026-03-30 10:30:00" } },
    });
    expect(rulesOf(await verifyRecords([record]))).toEqual(["field-type"]);
  });

  it("unknown codes are counted by their own words, a thousand of them", async () => {
    const records = Array.from({ length: 1001 }, (_, index) =>
      notFound({ body: errorBody(`code_${index}`) }),
    );
    const report = await verifyRecords([...records, notFound()]);
    expect(Object.keys(report.byCode)).toHaveLength(1001);
    expect(report.byRule).toEqual({ "unknown-code": 1001 });
    expect(report.byCode.resource_not_found).toEqual({ seen: 1, conforming: 1 });
  });

  it.each(named(badSamples()))("%s is found once, by its name", async (_, { value, bodyOf, rule, code }) => {
    const { path, method } = conformanceFacts.operations.find(({ id }) => id === bodyOf.operation) ?? {
      path: "",
      method: "",
    };
    const url = `/api/v1${path.replaceAll(/\{\w+\}/g, "x")}`;
    // A string in a record is the text of its body.
    const report = await verifyRecords([
      { method, url, status: Number(bodyOf.status), body: JSON.stringify(value) },
    ]);
    const isNote = rule === "field-unknown";
    expect(rulesOf(report)).toEqual(isNote ? [] : [rule]);
    if (isNote) expect(report.notes).toEqual({ [rule]: 1 });
    // Alone in a file a list is one of records.
    if (code !== undefined && !isNote && !Array.isArray(value))
      expect(rulesOf(await verify(JSON.stringify(value, null, 2)))).toHaveLength(1);
  });
});
