import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainResponse, printResponse } from "../../src/explain/index.ts";
import { readResponse } from "../../src/explain/read-response.ts";
import { plain } from "../../src/report/index.ts";
import { exampleOf, knowledge } from "./table.ts";

const body = exampleOf("rate_limit_exceeded");
const json = JSON.stringify(body);

describe("a pasted response", () => {
  it.each([
    { name: "a body", pasted: json },
    {
      name: "a body over several lines, with a BOM and CRLF",
      pasted: `\uFEFF${JSON.stringify(body, null, 2).replaceAll("\n", "\r\n")}\r\n`,
    },
    { name: "a body inside a JSON string", pasted: JSON.stringify(json) },
    { name: "a body within a line of a log", pasted: `12:00:01 WARN call failed: ${json} (attempt 1)` },
  ])("is read from $name", ({ pasted }) => {
    expect(readResponse(pasted)).toEqual({
      headers: new Map(),
      text: json.length > 0 ? expect.any(String) : "",
      body,
    });
  });

  it.each([
    { name: "curl -i", pasted: `HTTP/1.1 429 Too Many Requests\r\nRetry-After: 30\r\n\r\n${json}` },
    { name: "HTTP/2 without a reason", pasted: `HTTP/2 429 \r\nretry-after: 30\r\n\r\n${json}` },
    {
      name: "curl -v",
      pasted: `*   Trying 1.2.3.4:443...\n> GET /api HTTP/2\n> authorization: Bearer x\n>\n< HTTP/2 429 \n< retry-after: 30\n< \n{ [5 bytes data]\n* Connection left intact\n${json}`,
    },
    {
      name: "curl -iL with a head before",
      pasted: `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 429 X\r\nRetry-After: 30\r\n\r\n${json}`,
    },
  ])("is read from what $name prints", ({ pasted }) => {
    const response = readResponse(pasted);
    expect(response?.status).toBe(429);
    expect([...(response?.headers ?? [])]).toEqual([["retry-after", "30"]]);
    expect(response?.body).toEqual(body);
  });

  it("keeps a body that is not JSON, when there is a status", () => {
    const response = readResponse(
      "HTTP/1.1 502 Bad Gateway\nContent-Type: text/html\n\n<h1>Bad Gateway</h1>",
    );
    expect(response).toMatchObject({ status: 502, text: "<h1>Bad Gateway</h1>" });
    expect(response && "body" in response).toBe(false);
  });

  it.each(["", "   \n", "hello", "{", "< <", "HTTP", "<html></html>"])("is not found in %j", (pasted) => {
    expect(readResponse(pasted)).toBeUndefined();
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
        const response = explainResponse(knowledge, pasted);
        if (response) expect(printResponse(response, plain)).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
      }),
      { numRuns: 500 },
    );
  });
});
