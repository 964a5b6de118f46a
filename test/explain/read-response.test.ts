import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainResponses, printResponse } from "../../src/explain/index.ts";
import { readResponses } from "../../src/explain/read-response.ts";
import { plain } from "../../src/report/index.ts";
import { exampleOf, knowledge } from "./table.ts";

const body = exampleOf("rate_limit_exceeded");
const json = JSON.stringify(body);

const record = {
  method: "GET",
  url: "/api/v1/teams/x/tickets",
  status: 429,
  headers: { "Retry-After": "30" },
  body,
};
const harEntry = {
  request: { method: "GET", url: "https://www.cstar.help/api/v1/teams/x/tickets" },
  response: { status: 429, headers: [{ name: "Retry-After", value: "30" }], content: { text: json } },
};
/** As Python prints it. */
const python = json.replaceAll('"', "'").replaceAll("false", "False").replaceAll("true", "True");

interface Pasted {
  pasted: string;
  /** How often the body is in it. */
  times?: number;
  /** Whether the body is a list, with the error in it. */
  list?: boolean;
}

describe("a pasted response", () => {
  it.each([
    { name: "a body", pasted: json },
    {
      name: "a body over several lines, with a BOM and CRLF",
      pasted: `\uFEFF${JSON.stringify(body, null, 2).replaceAll("\n", "\r\n")}\r\n`,
    },
    { name: "a body inside a JSON string", pasted: JSON.stringify(json) },
    { name: "a body within a line of a log", pasted: `12:00:01 WARN call failed: ${json} (attempt 1)` },
    {
      name: "a field of a line of a log",
      pasted: JSON.stringify({ level: 50, err: { details: body }, msg: "failed" }),
    },
    {
      name: "text in a field of a line of a log",
      pasted: JSON.stringify({ level: 50, msg: `call failed: ${json}` }),
    },
    { name: "what console.log prints", pasted: `Failed: ${inspect(body, { depth: null })}` },
    { name: "what console.log prints in colours", pasted: inspect(body, { depth: null, colors: true }) },
    { name: "what Python prints", pasted: `ERROR:root:${python}` },
    ...[json, python].flatMap((text) => [
      { name: `brackets before it, ${text.slice(0, 12)}`, pasted: `[12:00:01] failed: ${text}` },
      { name: `brackets after it, ${text.slice(0, 12)}`, pasted: `failed: ${text} [attempt 1 of 3]` },
      { name: `brackets around it, ${text.slice(0, 12)}`, pasted: `[warn] failed: ${text} [attempt 1]` },
      { name: `a list of one within a line, ${text.slice(0, 12)}`, pasted: `all: [${text}]`, list: true },
      { name: `a list within a line, ${text.slice(0, 12)}`, pasted: `all: [${text}, ${text}]`, times: 2 },
    ]),
  ])("is read from $name", ({ pasted, times = 1, list = false }: Pasted) => {
    const want = { text: expect.any(String), body: list ? [body] : body };
    expect(readResponses(pasted)).toEqual(Array(times).fill(want));
  });

  it.each([
    { name: "curl -i", pasted: `HTTP/1.1 429 Too Many Requests\r\nRetry-After: 30\r\n\r\n${json}` },
    {
      name: "curl -i with a body inside a JSON string",
      pasted: `HTTP/1.1 429 X\nRetry-After: 30\n\n${JSON.stringify(json)}`,
    },
    { name: "HTTP/2 without a reason", pasted: `HTTP/2 429 \r\nretry-after: 30\r\n\r\n${json}` },
    {
      name: "curl -v",
      pasted: `*   Trying 1.2.3.4:443...\n> GET /api HTTP/2\n> authorization: Bearer x\n>\n< HTTP/2 429 \n< retry-after: 30\n< \n{ [5 bytes data]\n* Connection left intact\n${json}`,
    },
    {
      name: "curl -iL with heads before",
      pasted: `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 302 X\r\nLocation: /\r\n\r\nHTTP/1.1 429 X\r\nRetry-After: 30\r\n\r\n${json}`,
    },
    {
      name: "curl -i, inside a line of a log",
      pasted: JSON.stringify({ msg: `HTTP/1.1 429 X\r\nRetry-After: 30\r\n\r\n${json}` }),
    },
    { name: "a record", pasted: JSON.stringify(record, null, 2) },
    { name: "a record whose body is text", pasted: JSON.stringify({ ...record, body: json }) },
    {
      name: "a line of a log with a record in it",
      pasted: JSON.stringify({ time: 1, call: { response: record } }),
    },
    { name: "a HAR entry", pasted: JSON.stringify(harEntry) },
    { name: "a HAR", pasted: JSON.stringify({ log: { entries: [harEntry] } }) },
    {
      name: "an error of axios",
      pasted: JSON.stringify({ response: { status: 429, headers: record.headers, data: body } }),
    },
    {
      name: "a record that Python prints",
      pasted: `{'status': 429, 'headers': {'Retry-After': '30'}, 'body': ${python}}`,
    },
  ])("is read from what $name has", ({ pasted }) => {
    const [response, ...others] = readResponses(pasted);
    expect(others).toEqual([]);
    expect(response?.status).toBe(429);
    expect([...(response?.headers ?? [])]).toEqual([["retry-after", "30"]]);
    expect(response?.body).toEqual(body);
  });

  it("has a body of text where that is what its JSON is", () => {
    const [response] = readResponses('HTTP/1.1 500 X\n\n"no such thing"');
    expect(response).toEqual({
      status: 500,
      headers: new Map(),
      text: '"no such thing"',
      body: "no such thing",
    });
  });

  it("is told with its request, where that is there too", () => {
    const verbose = `> GET /api/v1/teams/x/tickets HTTP/2\n> Host: x\n>\n< HTTP/2 429\n< a: b\n<\n${json}`;
    for (const pasted of [verbose, JSON.stringify(record)]) {
      expect(readResponses(pasted)).toMatchObject([{ method: "GET", url: "/api/v1/teams/x/tickets" }]);
    }
  });

  it("takes its body from elsewhere in the same line, if the record has none", () => {
    const line = { req: { method: "GET", url: "/x" }, res: { statusCode: 429 }, err: { body: json } };
    expect(readResponses(JSON.stringify(line))).toMatchObject([{ status: 429, body }]);
  });

  it.each([
    { name: "one after the other", pasted: `HTTP/1.1 429 X\n\n${json}\nHTTP/1.1 500 X\nA: b\n\n{}` },
    { name: "on lines", pasted: `${json}\nnothing here\n${JSON.stringify({ status: 500, body: {} })}` },
    { name: "in a list", pasted: JSON.stringify([record, { status: 500, body: {} }]) },
  ])("may come with others $name", ({ pasted }) => {
    expect(readResponses(pasted).map((response) => response.body)).toEqual([body, {}]);
  });

  it("keeps a body that is not JSON, when there is a status", () => {
    const [response] = readResponses(
      "HTTP/1.1 502 Bad Gateway\nContent-Type: text/html\n\n<h1>Bad Gateway</h1>",
    );
    expect(response).toMatchObject({ status: 502, text: "<h1>Bad Gateway</h1>" });
    expect(response && "body" in response).toBe(false);
  });

  it.each([
    "",
    "   \n",
    "hello",
    "{",
    "< <",
    "HTTP",
    "{ error: [Object] }",
    "{'a': <object at 0x1>}",
    "{a: 1 b: 2}",
  ])("is not found in %j", (pasted) => {
    expect(readResponses(pasted)).toEqual([]);
  });

  it("can be anything at all: explaining and printing it never throws and never prints a control character", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.json(),
      fc
        .jsonValue()
        .map(
          (error) =>
            `HTTP/1.1 429 X\r\nRetry-After: ${JSON.stringify(error)}\r\n\r\n${JSON.stringify({ error })}`,
        ),
      fc
        .record({ code: fc.jsonValue(), message: fc.string(), type: fc.jsonValue(), meta: fc.jsonValue() })
        .map((error) => JSON.stringify({ success: false, error })),
    );
    fc.assert(
      fc.property(anything, (pasted) => {
        for (const response of explainResponses(knowledge, pasted))
          expect(printResponse(response, plain)).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
      }),
      { numRuns: 500 },
    );
  });
});
