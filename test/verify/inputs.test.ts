import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sourceOf } from "../../src/conformance/bytes/json.ts";
import { createJsonSplitter } from "../../src/verify/json-splitter.ts";
import { isPlainSuccess } from "../../src/verify/plain-success.ts";
import { readBytes } from "../../src/verify/read-input.ts";
import { createValueReader } from "../../src/verify/read-values.ts";
import {
  deletion,
  errorBody,
  har,
  harEntry,
  lines,
  notFound,
  rulesOf,
  verify,
  verifyRecords,
} from "./records.ts";

const wrong = notFound({ status: 400 });
const pretty = (value: unknown) => JSON.stringify(value, null, 2);
/** In parts that end in the middle of everything. */
const pieces = (all: Uint8Array) =>
  Array.from({ length: Math.ceil(all.length / 13) }, (_, index) => all.subarray(index * 13, index * 13 + 13));
const bytes = (text: string) => new TextEncoder().encode(text);

describe("an input is read, whatever its form", () => {
  it.each<{ name: string; input: string; records?: number }>([
    { name: "records on lines", input: lines(wrong, notFound()) },
    {
      name: "records on lines with CRLF and empty lines",
      input: `\r\n${lines(wrong, notFound()).replaceAll("\n", "\r\n\r\n")}`,
    },
    { name: "records on lines without a last line break", input: lines(wrong, notFound()).trimEnd() },
    {
      name: "lines with a time before the record",
      input: [wrong, notFound()]
        .map((record) => `2026-03-30T10:30:00Z api ${JSON.stringify(record)}\n`)
        .join(""),
    },
    { name: "a list on one line", input: JSON.stringify([wrong, notFound()]) },
    { name: "a list over many lines", input: pretty([wrong, notFound()]) },
    { name: "values over many lines, one after the other", input: `${pretty(wrong)}\n${pretty(notFound())}` },
    { name: "a HAR on one line", input: JSON.stringify(har(harEntry(wrong), harEntry(notFound()))) },
    { name: "a HAR over many lines", input: pretty(har(harEntry(wrong), harEntry(notFound()))) },
    { name: "a HAR among lines", input: lines(har(harEntry(wrong)), notFound()) },
    { name: "an empty HAR before lines", input: lines(har(), wrong, notFound()) },
    {
      name: "request and response",
      input: lines(harEntry(wrong), {
        request: { method: "GET", url: notFound().url },
        response: notFound(),
      }),
    },
    {
      name: "the records of pino",
      input: lines(wrong, {
        req: { method: "GET", url: "/api/v1/teams/x/tickets/tkt_1" },
        res: { statusCode: 404, headers: notFound().headers, body: notFound().body },
      }),
    },
    {
      name: "statusCode instead of status",
      input: lines(wrong, { ...notFound({ status: undefined }), statusCode: 404 }),
    },
    { name: "a byte order mark before it", input: `\ufeff${lines(wrong, notFound())}` },
    { name: "a byte order mark before a list", input: `\ufeff${pretty([wrong, notFound()])}` },
  ])("$name", async ({ input }) => {
    for (const given of [input, bytes(input), gzipSync(input), pieces(bytes(input))]) {
      const report = await verify(given);
      expect(report).toMatchObject({ records: 2, skipped: 0, conforming: 1 });
      expect(report.findings).toMatchObject([{ rule: "status-mismatch", record: 1, pointer: "/status" }]);
    }
  });

  it("a body alone, with pointers into it", async () => {
    const report = await verify(pretty(errorBody("key_expired", { message: 1 })));
    expect(report).toMatchObject({
      records: 1,
      errors: 1,
      conforming: 0,
      byCode: { key_expired: { seen: 1, conforming: 0 } },
    });
    expect(report.findings).toMatchObject([{ rule: "field-type", pointer: "/error/message", record: 1 }]);
  });

  it("bodies on lines", async () => {
    expect(await verify(lines(errorBody("key_expired"), errorBody("nope")))).toMatchObject({
      records: 2,
      conforming: 1,
    });
  });

  it.each([
    { pieces: ["a\ud83d", "\ude00b"], want: "a\u{1f600}b" },
    { pieces: ["\ud83d", "\ude00"], want: "\u{1f600}" },
    { pieces: ["\ufeffä", "\ufeff"], want: "ä\ufeff" },
    { pieces: ["a", "\ud83d"], want: "a\ufffd" },
  ])("text in pieces, of which one may end within a character: $want", async ({ pieces, want }) => {
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    let text = "";
    await readBytes(pieces, (bytes) => {
      text += decoder.decode(bytes, { stream: true });
    });
    expect(text).toBe(want);
  });

  it("UTF-16", async () => {
    const text = lines(wrong, notFound());
    const report = await verify(Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text, "utf16le")]));
    expect(report).toMatchObject({ records: 2, conforming: 1 });
  });

  it("nothing", async () => {
    for (const empty of ["", "\n\n", new Uint8Array(), []]) expect((await verify(empty)).records).toBe(0);
  });

  it("an empty list and an empty HAR", async () => {
    expect((await verify("[]")).records).toBe(0);
    expect((await verify(JSON.stringify(har()))).records).toBe(0);
  });

  it("with what is no JSON counted, and the rest read", async () => {
    const report = await verify(`${lines(notFound())}no json\n{"a":\n${lines(wrong)}`);
    expect(report).toMatchObject({ records: 4, skippedBy: { unreadable: 2 } });
    expect(report.findings).toMatchObject([{ record: 4 }]);
  });

  it.each([
    { name: "HAR", whole: JSON.stringify(har(harEntry(wrong), harEntry(notFound()))) },
    { name: "list", whole: JSON.stringify([wrong, notFound()]) },
    { name: "file of lines", whole: lines(wrong, notFound()) },
    {
      name: "log with a time on each line",
      whole: lines(wrong, notFound()).replaceAll(/^/gm, "2026-03-30 "),
    },
  ])("as far as it goes when a $name ends too early", async ({ whole }) => {
    const report = await verify(whole.slice(0, -60), { source: "a.har" });
    expect(report).toMatchObject({
      records: 2,
      skippedBy: { unreadable: 1 },
      hints: ["a.har ends in the middle of a value"],
    });
    expect(rulesOf(report)).toEqual(["status-mismatch"]);
  });
});

describe("cutting JSON", () => {
  const spaces = fc.constantFrom("", " ", "\n", "\r\n\t");
  const cut = (text: string, sizes: readonly number[]) => {
    const found: unknown[] = [];
    const splitter = createJsonSplitter((json, from, to) => {
      found.push(JSON.parse(new TextDecoder().decode(json.bytes.subarray(from, to))));
    });
    const all = bytes(text);
    let at = 0;
    for (let index = 0; at < all.length; index++) {
      const size = sizes[index % sizes.length] ?? 1;
      splitter.push(all.subarray(at, at + size));
      at += size;
    }
    return { found, isCut: splitter.end() };
  };
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });

  it("gives the elements of any list, however it arrives", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.boolean(), sizes, (list, isPretty, pieces) => {
        const text = isPretty ? pretty(list) : JSON.stringify(list);
        expect(cut(text, pieces)).toEqual({ found: JSON.parse(text), isCut: false });
      }),
    );
  });

  it("gives the entries of any HAR, and nothing else of it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.jsonValue(),
        spaces,
        sizes,
        (entries, other, space, pieces) => {
          const log = `{${space}"log"${space}:${space}{"pages":${JSON.stringify([other])},"entries"${space}:${JSON.stringify(entries)},"x":${JSON.stringify(other)}}}`;
          expect(cut(log, pieces)).toEqual({ found: JSON.parse(JSON.stringify(entries)), isCut: false });
        },
      ),
    );
  });

  it("gives values one after the other, whatever stands between them", () => {
    const values = fc.array(fc.tuple(fc.object(), fc.constantFrom("\n", " ", "")));
    fc.assert(
      fc.property(values, sizes, (pairs, pieces) => {
        const objects = pairs.map(([value]) => JSON.parse(JSON.stringify({ v: value })));
        const text = objects
          .map((value, index) => JSON.stringify(value) + (pairs[index]?.[1] ?? ""))
          .join("");
        expect(cut(text, pieces)).toEqual({ found: objects, isCut: false });
      }),
    );
  });

  it("never throws, whatever arrives", () => {
    fc.assert(
      fc.property(fc.string(), sizes, (text, pieces) => {
        const reader = createValueReader({ onValue: () => {}, onUnreadable: () => {} });
        for (const size of pieces) reader.push(bytes(text).subarray(0, size));
        expect(typeof reader.end()).toBe("boolean");
      }),
    );
  });
});

describe("errors alone", () => {
  it("leave plain successes out, and count them", async () => {
    const report = await verify(lines(deletion(), notFound(), wrong), { errorsOnly: true });
    expect(report).toMatchObject({
      records: 3,
      skipped: 1,
      skippedBy: { success: 1 },
      errors: 2,
      conforming: 1,
    });
  });

  it("count the successes of other APIs with the others, since nothing but the status of a success is read", async () => {
    const other = { url: "https://other.test/x" };
    const report = await verify(lines(deletion(other), notFound(other)), { errorsOnly: true });
    expect(report.skippedBy).toEqual({ foreign: 1, success: 1 });
  });

  it("leave out successes that are added one by one, under the same name", async () => {
    const report = await verifyRecords([deletion(), notFound()], { errorsOnly: true });
    expect(report).toMatchObject({ skippedBy: { success: 1 }, errors: 1 });
  });

  it("include an error under a success, whether its body is text or not", async () => {
    const hidden = notFound({ status: 200 });
    const asText = { ...hidden, body: JSON.stringify(hidden.body) };
    const report = await verify(lines(hidden, asText), { errorsOnly: true });
    expect(rulesOf(report)).toEqual(["status-mismatch", "status-mismatch"]);
  });

  it.each([
    { name: "a success", json: JSON.stringify(deletion()), want: true },
    { name: "a success with spaces", json: JSON.stringify(deletion(), null, 1), want: true },
    {
      name: "a success of a ticket that has a status",
      json: JSON.stringify(deletion({ body: { data: { status: "open" } } })),
      want: true,
    },
    { name: "a HAR entry", json: JSON.stringify(harEntry(deletion())), want: true },
    { name: "an error", json: JSON.stringify(notFound()), want: false },
    {
      name: "an error whose request has a status",
      json: '{"request":{"status":200},"response":{"status":404}}',
      want: false,
    },
    { name: "no record", json: '{"level":30}', want: false },
    { name: "a status that is no number", json: '{"status":null,"method":"GET"}', want: false },
    {
      name: "a body in base64",
      json: '{"status":200,"body":"eyJlcnJvciI6e319","encoding":"base64"}',
      want: false,
    },
    {
      name: "a body in bytes",
      json: '{"status":200,"body":{"type":"Buffer","data":[123,125]}}',
      want: false,
    },
    { name: "a body with gzip", json: '{"status":200,"body":"H4sIAAAA"}', want: false },
    { name: "a statusCode", json: '{"statusCode":200}', want: true },
    { name: "a statusCode of an error", json: '{"statusCode":404}', want: false },
    { name: "a status with spaces around its colon", json: '{"status" :  200}', want: true },
    {
      name: "other keys that begin as status does",
      json: '{"statusText":"","status_9":1,"status":200}',
      want: true,
    },
    { name: "a status of nothing beside it", json: '{"request":{"status":null},"status":200}', want: true },
    { name: "a status of 0 beside it", json: '{"request":{"status":0},"status":200}', want: false },
    { name: "a status of 999 beside it", json: '{"request":{"status":999},"status":200}', want: false },
    { name: "the word error before it", json: 'error {"status":200}', want: false },
    { name: "the word error behind it", json: '{"status":200} error', want: false },
    { name: "the word error in it", json: '{"status":200,"body":"{\\"error\\":{}}"}', want: false },
  ])("are told from the bytes of $name", ({ json, want }) => {
    expect(isPlainSuccess(sourceOf(bytes(json)), 0, json.length)).toBe(want);
    // What stands around it is another record's.
    const among = `error "status":404 ${json} error "status":404`;
    expect(isPlainSuccess(sourceOf(bytes(among)), 19, 19 + json.length)).toBe(want);
  });

  it("are told from the bytes of a record alone, to the last", () => {
    const json = '{"status":200} error';
    expect(isPlainSuccess(sourceOf(bytes(json)), 0, json.length - 1)).toBe(true);
  });
});
