import { describe, expect, it } from "vitest";
import { har, harEntry, headers, lines, notFound, rulesOf, verify, verifyRecords } from "./records.ts";

describe("an entry of a HAR", () => {
  it.each([
    ["a WebSocket by its type", { _resourceType: "websocket" }],
    ["server-sent events", { _resourceType: "eventsource" }],
    ["a WebSocket by its messages", { _webSocketMessages: [] }],
  ])("that is %s is a stream, which has no body to check", async (_, more) => {
    const entry = { ...harEntry(notFound()), ...more };
    expect(await verify(JSON.stringify(har(entry)))).toMatchObject({ records: 1, skippedBy: { stream: 1 } });
  });

  it("of any other type is checked", async () => {
    const entry = { ...harEntry(notFound()), _resourceType: "fetch" };
    expect(await verify(JSON.stringify(har(entry)))).toMatchObject({ records: 1, skipped: 0, conforming: 1 });
  });
});

describe("a value is a record", () => {
  const { status, headers, body } = notFound();
  const url = "/api/v1/teams/x/tickets/tkt_1";
  const [isJudged, isNone] = [{}, { "not-a-record": 1 }];
  it.each<[name: string, value: unknown, skippedBy: object]>([
    ["with a status and a method", { status, method: "GET" }, isJudged],
    ["with a status and a URL", { status, url }, isJudged],
    ["with a status and a path", { status, path: url }, isJudged],
    ["with a status and headers", { status, headers }, isJudged],
    ["with a status and a body", { status, body }, isJudged],
    ["with a statusCode and a body", { statusCode: status, body }, isJudged],
    ["with a method and a URL, which then has no response", { method: "GET", url }, { "no-response": 1 }],
    [
      "with a method and a path, which then has no response",
      { method: "GET", path: url },
      { "no-response": 1 },
    ],
    ["with a response inside", { response: { status, body } }, isJudged],
    ["but not with a status and nothing else of a response", { status, level: 30 }, isNone],
    ["but not with a method alone", { method: "GET", level: 30 }, isNone],
    ["but not with a URL alone", { url, path: url }, isNone],
    ["but not with a response that is no object", { response: [status, body] }, isNone],
    ["but not as a list", [{ status, body }], isNone],
    ["but not as text", "status", isNone],
    ["but not as null", null, isNone],
  ])("%s", async (_, value, skippedBy) => {
    expect((await verifyRecords([notFound(), value])).skippedBy).toEqual(skippedBy);
  });
});

describe("a value that is no record is a body of the API", () => {
  it.each<[name: string, value: unknown, want: number]>([
    ["with a flag of success", { success: true }, 1],
    ["with a flag of failure", { success: false }, 1],
    ["with an error", { error: {} }, 1],
    ["but not with a success that is no flag", { success: "yes" }, 0],
    ["but not with an error that is no object", { error: "no" }, 0],
    ["but not with no error", { error: null }, 0],
    ["but not with neither", { message: "no" }, 0],
  ])("%s", async (_, value, want) => {
    const { records, skipped } = await verifyRecords([notFound(), value]);
    expect(records - skipped - 1).toBe(want);
  });

  it("whatever it is, if it is all that there is", async () => {
    expect(rulesOf(await verifyRecords([{ message: "no" }]))).toEqual(["not-envelope"]);
    for (const [more, want] of [
      [notFound(), 1],
      [{ success: true }, 1],
      [{ message: "no" }, 2],
    ] as const) {
      const { skippedBy } = await verifyRecords([{ message: "no" }, more]);
      expect(skippedBy).toEqual({ "not-a-record": want });
    }
  });
});

describe("the content of a HAR", () => {
  it.each<[name: string, content: Record<string, unknown>, rules: string[], notJudged: object]>([
    ["that is empty by its size is an empty body", { text: undefined, size: 0 }, ["not-json"], {}],
    ["of unknown size is absent", { text: undefined, size: -1 }, [], { "body-absent": 1 }],
    ["that is no text is absent", { text: 5 }, [], { "body-absent": 1 }],
    ["is whole, whatever a size that is no number says", { text: "Not f", size: "99" }, ["not-json"], {}],
    ["is whole without a size", { text: "Not f", size: undefined }, ["not-json"], {}],
    ["is whole with an empty comment", { text: "Not f", size: 5, comment: "" }, ["not-json"], {}],
    ["is whole with a comment that is no text", { text: "Not f", size: 5, comment: 7 }, ["not-json"], {}],
    ["is cut off with a comment", { text: "Not f", size: 5, comment: "x" }, [], { "body-truncated": 1 }],
    ["is in its own place, unless its file is named", { _file: "" }, [], {}],
  ])("%s", async (_, content, rules, notJudged) => {
    const report = await verifyRecords([harEntry(notFound(), content)]);
    expect([rulesOf(report), report.notJudged]).toEqual([rules, notJudged]);
  });
});

describe("headers are read", () => {
  const plain = { ...headers, "content-type": "text/plain" };
  it.each<[name: string, headers: unknown, rules: string[], notJudged: object]>([
    ["as an object", plain, ["media-type"], {}],
    ["as pairs", Object.entries(plain), ["media-type"], {}],
    [
      "as names and values",
      Object.entries(plain).map(([name, value]) => ({ name, value })),
      ["media-type"],
      {},
    ],
    ["as names and values in turn", Object.entries(plain).flat(), ["media-type"], {}],
    ["from a list with something else in it", ["x", 7, null, ...Object.entries(plain)], ["media-type"], {}],
    ["unless the list is empty", [], [], { "headers-absent": 1 }],
    ["unless they are text", "content-type: text/plain", [], { "headers-absent": 1 }],
  ])("%s", async (_, given, rules, notJudged) => {
    const report = await verifyRecords([notFound({ headers: given })]);
    expect([rulesOf(report), report.notJudged]).toEqual([rules, notJudged]);
  });

  it("as names and values in turn of which the last has no value", async () => {
    const raw = [...Object.entries(headers).flat(), "retry-after"];
    expect(await verifyRecords([notFound({ headers: raw })])).toMatchObject({ conforming: 1, notJudged: {} });
  });
});

describe("an empty success in a HAR is a request that was sent again", () => {
  const empty = (status: number, text = "") =>
    harEntry({ ...notFound(), method: "DELETE", status }, { text, size: text.length });
  const again = harEntry({ ...notFound(), method: "DELETE" });
  it.each<[name: string, entry: unknown, want: object]>([
    ["with the status 200", empty(200), { retried: 1 }],
    ["with the status 299", empty(299), { retried: 1 }],
    ["but not with 204, which has no body", empty(204), {}],
    ["but not with an error", empty(404), {}],
    ["but not with a redirect", empty(300), {}],
    ["but not with a body", empty(200, "{}"), {}],
    ["but not as a record of another form", { ...notFound(), method: "DELETE", status: 200, body: "" }, {}],
  ])("%s", async (_, entry, want) => {
    expect((await verifyRecords([entry, again])).notJudged).toEqual(want);
  });

  it("unless more than sixty-four of them wait for it", async () => {
    const others = (count: number) =>
      Array.from({ length: count }, (_, index) => {
        const url = `${notFound().url}${index}`;
        return harEntry({ ...notFound({ url }), method: "DELETE", status: 200 }, { text: "", size: 0 });
      });
    const judged = (count: number) => verifyRecords([empty(200), ...others(count), again]);
    expect((await judged(63)).notJudged).toEqual({ retried: 1 });
    expect((await judged(64)).notJudged).toEqual({});
  });
});

describe("a record", () => {
  it.each([
    ["url", { url: 7 }],
    ["url", { url: "" }],
    ["method", { method: ["GET"] }],
  ])("whose %s is no text is taken to have none, as one without", async (member, odd) => {
    const without = Object.fromEntries(Object.entries(notFound()).filter(([key]) => key !== member));
    const [one, other] = await Promise.all([verify(lines(notFound(odd))), verify(lines(without))]);
    expect(one).toEqual(other);
  });

  it("has its address as url, path or originalUrl, the first that is there", async () => {
    const { url, ...rest } = notFound();
    for (const address of [{ path: url }, { originalUrl: url }, { url, path: "/elsewhere" }]) {
      const request = { method: rest.method, ...address };
      const response = { status: rest.status, headers: rest.headers, body: rest.body };
      expect(await verifyRecords([{ request, response }])).toMatchObject({ conforming: 1, skipped: 0 });
    }
  });
});
