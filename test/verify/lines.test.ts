import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conformanceFacts as facts } from "../../generated/conformance.ts";
import { sourceOf } from "../../src/conformance/bytes/json.ts";
import { checkerOf, createByteMatcher } from "../../src/conformance/index.ts";
import type { VerifierOptions } from "../../src/entries/verify.ts";
import { createRecordReader } from "../../src/verify/clean-record.ts";
import { createVerifier } from "../../src/verify/index.ts";
import { rewritten } from "../conformance/bytes.ts";
import { good, mutated } from "../conformance/mutate.ts";
import {
  deletion,
  errorBody,
  headers,
  limits,
  notFound,
  origin,
  team,
  verify,
  verifyRecords,
} from "./records.ts";

type Json = Record<string, unknown>;

const records = createRecordReader(checkerOf(facts), createByteMatcher(facts));

const encodedPath = notFound({ url: undefined, encoding: `${team}/tickets/tkt_1` });

/** Whether a record is known to conform by its bytes, and so is not parsed. */
function isReadByBytes(line: string): boolean {
  const bytes = new TextEncoder().encode(line);
  return records.read(sourceOf(bytes), 0, bytes.length) !== undefined;
}

const urlOf = (path: string) =>
  `${origin}/api/v1${path.replace("{teamId}", "x").replace(/\{\w+\}/g, "tkt_1")}`;

/** Records of calls to every operation, sound or not, as an object that JSON writes in any order. */
const someRecord = fc
  .tuple(
    fc.oneof(good, mutated),
    fc.constantFrom<Json>(headers, headers, headers, { ...headers, "retry-after": "30" }, limits, {
      ...headers,
      "content-type": "text/html",
    }),
    fc.constantFrom<Json>(
      {},
      {},
      {},
      { time: "2026-03-30" },
      { path: "/x" },
      { res: null },
      { encoding: "base64" },
    ),
    fc.constantFrom("object", "object", "text", "text of text", "nothing"),
    fc.boolean(),
  )
  .map(([{ operation, status, body }, own, more, form, isReversed]): Json => {
    const { method = "", path = "" } = facts.operations.find(({ id }) => id === operation) ?? {};
    const texts: Json = {
      object: body,
      text: JSON.stringify(body),
      "text of text": JSON.stringify(JSON.stringify(body)),
    };
    const record = { method, url: urlOf(path), status, headers: own, body: texts[form], ...more };
    return isReversed ? reversed(record) : record;
  });

const someOptions = fc.constantFrom<VerifierOptions>(
  {},
  {},
  { errorsOnly: true },
  { host: "www.cstar.help" },
  { host: "other.example" },
  { base: "/" },
);

describe("a record on a line is judged as the record that it stands for", () => {
  it("whatever its bytes are", async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          someRecord.chain((record) => rewritten(record)).map((line) => line.replaceAll("\n", " ")),
          { minLength: 1, maxLength: 16 }, // several at once: what is made for a run takes as long as twenty of them
        ),
        someOptions,
        async (texts, options) => {
          const values = texts.flatMap((text) => {
            try {
              return [JSON.parse(text)];
            } catch {
              return [];
            }
          });
          read += texts.filter(isReadByBytes).length;
          // What is no JSON is counted, and cannot be added.
          const lines = texts.filter((text) => values.length === texts.length || isJson(text));
          const ofLines = await verify(lines.map((line) => `${line}\n`).join(""), options);
          const ofValues = await verifyRecords(values, options);
          // A success is left out before it is asked whose it was.
          const whose = options.errorsOnly ? { skippedBy: {}, hints: [] } : {};
          expect({ ...ofLines, ...whose }).toEqual({ ...ofValues, ...whose });
        },
      ),
      { numRuns: 250 },
    );
    expect(read).toBeGreaterThan(100);
  });

  it.each([
    { name: "a record", line: JSON.stringify(notFound()) },
    { name: "a success", line: JSON.stringify(deletion()) },
    {
      name: "a body that is text",
      line: JSON.stringify(notFound({ body: JSON.stringify(notFound().body) })),
    },
    {
      name: "a body that is text with spaces in it",
      line: JSON.stringify(notFound({ body: textOf(notFound()).replaceAll('":', '" : ') })),
    },
    { name: "a body that is long text", line: JSON.stringify(notFound({ body: textOf(longer(5000)) })) },
    { name: "other members", line: JSON.stringify({ time: 1, ...notFound(), tags: [{ a: null }, true] }) },
    { name: "spaces", line: JSON.stringify(notFound(), null, 1).replaceAll("\n", " ") },
    {
      name: "a body before the status",
      line: JSON.stringify(reversed(notFound())),
    },
    {
      name: "the path alone",
      line: JSON.stringify(notFound({ url: undefined, path: `${team}/tickets/tkt_1` })),
    },
    {
      name: "names of headers in capitals",
      line: JSON.stringify(notFound()).replace("content-type", "Content-Type"),
    },
    { name: "a charset", line: JSON.stringify(notFound()).replace("/json", "/json; charset=utf-8") },
  ])("and is not even parsed, if it conforms, with $name", ({ line }) => {
    expect(isReadByBytes(line)).toBe(true);
  });

  it.each([
    { name: "a HEAD", record: notFound({ method: "HEAD" }) },
    { name: "another API", record: notFound({ url: "https://www.cstar.help/other/teams/x/tickets/tkt_1" }) },
    { name: "an unknown path", record: notFound({ url: `${origin}${team}/tickets/tkt_1/x` }) },
    { name: "a method that the path does not have", record: notFound({ method: "PUT" }) },
    { name: "a wrong status", record: notFound({ status: 400 }) },
    { name: "an empty segment", record: notFound({ url: `${origin}${team}/tickets//` }) },
    { name: "no headers", record: notFound({ headers: undefined }) },
    { name: "headers as pairs", record: notFound({ headers: Object.entries(headers) }) },
    { name: "no body", record: notFound({ body: undefined }) },
    { name: "two requests in one response", record: notFound({ body: twoIds() }) },
    { name: "a body of another kind", record: notFound({ body: [notFound().body] }) },
    {
      name: "a rate limit that is no number",
      record: notFound({ headers: { ...headers, "x-ratelimit-limit": "many" } }),
    },
    {
      name: "a media type that only begins as the right one",
      record: notFound({ headers: { ...headers, "content-type": "application/json5" } }),
    },
    {
      name: "a header in two spellings, which is a header with two values",
      record: notFound({ headers: { ...headers, "Content-Type": "application/json" } }),
    },
    { name: "a status that has no body", record: deletion({ status: 204 }) },
    { name: "a redirect", record: deletion({ status: 301 }) },
    { name: "no URL but an encoding that is like one", record: encodedPath },
    { name: "headers beside the other parts", record: notFound({ headers: undefined, ...headers }) },
    { name: "headers that are wrong before it is known", record: reversed(notFound({ headers: limits })) },
    { name: "an encoding beside the body", record: notFound({ encoding: "base64" }) },
    { name: "a response inside", record: notFound({ response: {} }) },
    {
      name: "more text behind the body in its string",
      record: notFound({ body: `${JSON.stringify(notFound().body)}x` }),
    },
    {
      name: "text that ends in the middle",
      record: notFound({ body: JSON.stringify(notFound().body).slice(0, -1) }),
    },
  ])("and is parsed with $name", ({ record }) => {
    expect(isReadByBytes(JSON.stringify(record))).toBe(false);
  });
});

it("a status that has no body, or is none, is parsed, whatever the contract declares", () => {
  const operations = facts.operations.map((operation) => {
    const [any = ""] = Object.values(operation.responses);
    return { ...operation, responses: { ...operation.responses, default: any } };
  });
  const all = { ...facts, operations };
  const reader = createRecordReader(checkerOf(all), createByteMatcher(all));
  const isRead = (status: number) => {
    const bytes = new TextEncoder().encode(JSON.stringify(deletion({ status })));
    return reader.read(sourceOf(bytes), 0, bytes.length) !== undefined;
  };
  const statuses = [100, 101, 199, 200, 203, 204, 299, 300, 304, 399, 600, 1000];
  expect(statuses.filter(isRead)).toEqual([200, 203, 299]);
});

describe("a line that says something twice, or more than it should, is parsed", () => {
  const line = JSON.stringify(notFound());
  const lineOfText = JSON.stringify(notFound({ body: textOf(notFound()) }));
  it.each([
    ["a header", line.replace('"content-type":', '"content-type":"text/html","content-type":')],
    ["the method", line.replace(/\}$/, ',"method":"POST"}')],
    ["a part of the record", line.replace('"status":404', '"status":400,"status":404')],
    ["a member of the body", line.replace('"success":false', '"success":true,"success":false')],
    ["more behind the record", `${line}x`],
    ["another record behind it", `${line}${line}`],
    ["another bracket before it", `[${line.slice(1)}`],
    ["a tab that JSON writes otherwise", lineOfText.replace(`"{`, `"{\t`)],
  ])("%s", (_, text) => {
    expect(isReadByBytes(line)).toBe(true);
    expect(isReadByBytes(text)).toBe(false);
  });

  it("an error in a success of which the contract says that it may have any members", async () => {
    const free = Object.entries(facts.responses).map(([name, response]) => {
      const { schema } = response;
      return [
        name,
        schema ? { ...response, schema: { allOf: [schema], additionalProperties: true } } : response,
      ];
    });
    const contract = { ...facts, responses: Object.fromEntries(free) };
    const { body } = deletion() as { body: Json };
    const record = deletion({ body: { ...body, error: { code: "nope" } } });
    const [ofLine, ofValue] = [createVerifier(contract), createVerifier(contract)];
    await ofLine.read(`${JSON.stringify(record)}\n`);
    ofValue.add(record);
    expect(await ofLine.report()).toEqual(await ofValue.report());
  });

  it("nothing of a longer record that was read before it", async () => {
    const longer = notFound({
      body: JSON.stringify({ ...(notFound().body as Json), more: "x".repeat(5000) }),
    });
    const good = notFound({ body: JSON.stringify(notFound().body) });
    const cut = notFound({ body: JSON.stringify(notFound().body).slice(0, -1) });
    expect([longer, good, cut, good].map((record) => isReadByBytes(JSON.stringify(record)))).toEqual([
      ...[false, true, false, true],
    ]);
    const late = reversed(notFound({ status: 400 }));
    expect([good, late, good].map((record) => isReadByBytes(JSON.stringify(record)))).toEqual([
      true,
      false,
      true,
    ]);
  });
});

function textOf({ body }: Json): string {
  return JSON.stringify(body);
}

function reversed(record: Json): Json {
  return Object.fromEntries(Object.entries(record).reverse());
}

/** A record that conforms, with a message of many characters. */
function longer(length: number): Json {
  return notFound({ body: errorBody("resource_not_found", { message: "x".repeat(length) }) });
}

function twoIds(): Json {
  const { body } = notFound() as { body: { meta: Json } };
  return { ...body, meta: { ...body.meta, requestId: "req_2" } };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
