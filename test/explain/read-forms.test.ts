import { describe, expect, test } from "vitest";
import { isGzip, isPage, readResponses } from "../../src/explain/read-response.ts";

const lines = (...texts: string[]) => texts.join("\n");
const body = { success: false, error: { code: "a_code" } };
const json = JSON.stringify(body);

test("of what curl -v prints, the response alone is left, without its progress and the request", () => {
  const pasted = lines(
    "  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current",
    "                                 Dload  Upload   Total   Spent    Left  Speed",
    "  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0",
    "100 1234k  100  1234    0     0   9000      0 --:--:-- --:--:-- --:--:--  9000",
    "* Connected to www.cstar.help",
    "*",
    "> POST /api/v1/teams/x/tickets?a=1 HTTP/2",
    "> Content-Type: application/json",
    ">",
    "} [12 bytes data]",
    "< HTTP/2 400",
    "< Content-Type: text/plain",
    "<X-Empty:",
    "<",
    "{ [5 bytes data]",
    "{ [1234 bytes data]",
    "* Closing",
    "*",
    "> again",
    ">",
    "% Total    % Received",
    "  % Total    % Received",
    "Dload  Upload",
    "      Dload  Upload",
    "100 1234k  100  1234    0     0   9000      0",
    "  0     0    0     0",
    "10  9M  1  2",
    "no > yes",
    "a * b < c",
    "12 apples, % Total",
    "a < HTTP/1.1 200",
  );
  expect(readResponses(pasted)).toEqual([
    {
      status: 400,
      method: "POST",
      url: "/api/v1/teams/x/tickets?a=1",
      headers: new Map([
        ["content-type", "text/plain"],
        ["x-empty", ""],
      ]),
      text: lines("no > yes", "a * b < c", "12 apples, % Total", "a < HTTP/1.1 200"),
    },
  ]);
});

test("what curl -v adds is taken off only where curl -v was used", () => {
  const text = lines("* a", "> b", "100 200 300", "< c");
  expect(readResponses(lines("HTTP/1.1 500 X", "", text))).toEqual([
    { status: 500, headers: new Map(), text },
  ]);
});

describe("of several heads", () => {
  const heads = (...statuses: (number | string)[]) =>
    readResponses(statuses.map((status) => `HTTP/1.1 ${status}\nA: b\n\n`).join("")).map(
      ({ status }) => status,
    );
  test.each<[string, (number | string)[], number[]]>([
    ["those before the response proper are left out", [100, 199, 300, 302, 399, 429], [429]],
    ["others are responses themselves", [200, 400, 299, 429], [200, 400, 299, 429]],
    ["the last one is a response, whatever it is", [429, 302], [429, 302]],
    ["a reason may follow", ["100 Continue", "404 Not Found"], [404]],
  ])("%s", (_, given, want) => {
    expect(heads(...given)).toEqual(want);
  });

  test("the one of a tunnel is left out: 200 without a header and without a body", () => {
    const tunnel = (head: string) => readResponses(`${head}HTTP/1.1 429 X\n\n`).map(({ status }) => status);
    expect(tunnel("HTTP/1.1 200 Connection established\n\n")).toEqual([429]);
    expect(tunnel("HTTP/1.1 200 OK\nA: b\n\n")).toEqual([200, 429]);
    expect(tunnel("HTTP/1.1 200 OK\n\nfine\n")).toEqual([200, 429]);
    expect(tunnel("HTTP/1.1 201 Created\n\n")).toEqual([201, 429]);
  });

  test("none is said to answer the only request", () => {
    const [first, second] = readResponses("> GET /x HTTP/2\n< HTTP/2 429\n< \na\n< HTTP/2 500\n< \nb\n");
    expect([first?.status, second?.status]).toEqual([429, 500]);
    expect([first?.url, first?.method, second?.url]).toEqual([undefined, undefined, undefined]);
  });
});

test("headers that are repeated are joined, those without a value are empty, and the first other line ends them", () => {
  const [response] = readResponses(
    lines("HTTP/1.1 429 X", "Vary:  a ", "VARY: b ", "X-None:", "no header", "C: d"),
  );
  expect(response).toEqual({
    status: 429,
    headers: new Map([
      ["vary", "a, b"],
      ["x-none", ""],
    ]),
    text: "no header\nC: d",
  });
});

test.each<[string, value: unknown, want: object[]]>([
  ["the error of axios", { message: "m", response: { status: 400, data: body } }, [{ status: 400, body }]],
  ["its response alone", { status: 400, data: body, config: {} }, [{ status: 400, body }]],
  ["a record that has both, by its body", { status: 400, data: { a: 1 }, body }, [{ status: 400, body }]],
  [
    "a response that never came",
    { code: "ECONNRESET", message: "m", response: null },
    [{ body: { code: "ECONNRESET", message: "m", response: null } }],
  ],
  ["a response that is text", { status: 503, response: "busy", body }, [{ status: 503, body }]],
  [
    "a body of the API that says its status",
    { success: false, status: 400, data: 1 },
    [{ body: { success: false, status: 400, data: 1 } }],
  ],
  [
    "the call of axios",
    { method: "GET", url: "/x", response: { status: 400, data: body } },
    [{ method: "GET", url: "/x", status: 400, body }],
  ],
  [
    "a record whose body is a text",
    { status: 500, url: "/x", body: "busy" },
    [{ status: 500, text: "busy" }],
  ],
  ["a list of one record", [{ status: 400, body }], [{ status: 400, body }]],
  ["a list of one body", [body], [{ body: [body] }]],
  ["a list of two bodies", [body, body], [{ body }, { body }]],
  ["a body in a line", { msg: "m", err: { success: true } }, [{ body: { success: true } }]],
  ["an error in a line", { msg: "m", err: { error: {} } }, [{ body: { error: {} } }]],
  [
    "the error object in a line",
    { msg: "m", err: { code: "x", message: "m" } },
    [{ body: { code: "x", message: "m" } }],
  ],
  ...[
    { success: "yes" },
    { error: "x" },
    { error: null },
    { code: 7, message: "m" },
    { code: "x" },
    { message: "m" },
  ].map((err): [string, unknown, object[]] => [
    `the whole line, where ${JSON.stringify(err)} is no body`,
    { msg: "m", err },
    [{ body: { msg: "m", err } }],
  ]),
  [
    "a record as deep as anybody would log it",
    { a: { b: { c: { d: { e: { f: { g: { status: 400, body } } } } } } } },
    [{ status: 400 }],
  ],
])("a value is read: %s", (_, value, want) => {
  const found = readResponses(JSON.stringify(value));
  expect(found).toMatchObject(want);
  expect(found).toHaveLength(want.length);
});

test.each([
  ["<!DOCTYPE html>", true],
  ["\n  <html lang=en>", true],
  ["<HEAD>", true],
  ["<center>", true],
  ["<h1>502</h1>", true],
  ['<?xml version="1.0"?>', true],
  ["<h2>", false],
  ["a <html>", false],
  ["", false],
])("whether %j is a page: %s", (text, want) => {
  expect(isPage(text)).toBe(want);
});

test.each([
  ["\u001f\u008b\b", true],
  ["\u001f\ufffd\b", true],
  ["a\u001f\u008b", false],
  ["\u001fa", false],
])("whether %j is gzip: %s", (text, want) => {
  expect(isGzip(text)).toBe(want);
});

test.each([
  ["alone", json],
  ["with a blank at each end", ` ${json}\n`],
  ["within text in brackets", `[a] ${json} (b) [c]`],
  [
    "as a literal within text in braces",
    `{x} ${json.replaceAll('"', "'").replace("false", "False")}`.slice(4),
  ],
])("a body is found %s, once", (_, pasted) => {
  expect(readResponses(pasted)).toEqual([{ text: json, body }]);
});

test("of a record that says nothing of its request nothing is told of it", () => {
  expect(readResponses(JSON.stringify({ status: 400, body }))).toStrictEqual([
    { status: 400, text: json, body },
  ]);
});

test.each(["1\n2", "true", "[]\n{}"])("%j holds no response but what it is", (pasted) => {
  expect(readResponses(pasted).every((one) => one.status === undefined)).toBe(true);
});

test("a byte order mark and the colours of a terminal are left out", () => {
  expect(readResponses(`\ufeff${json}`)).toEqual([{ text: json, body }]);
  expect(readResponses(`\u001b[31mHTTP/1.1 500\u001b[0m\nA: b\n\n\u001b[1;32m${json}\u001b[m`)).toMatchObject(
    [{ status: 500, text: json, body }],
  );
});

test("a text that is JSON is the body of that text, unless a response is in it", () => {
  expect(readResponses('"no such thing"')).toEqual([{ text: "no such thing", body: "no such thing" }]);
  expect(readResponses(JSON.stringify(json))).toEqual([{ text: json, body }]);
});
