import { describe, expect, it } from "vitest";
import { explainAnswer, isSound } from "../../src/explain/index.ts";
import { exampleOf, table } from "./table.ts";

type Body = ReturnType<typeof exampleOf>;

const rulesOf = (pasted: string) =>
  explainAnswer(table, pasted)?.problems.map(({ rule, pointer }) => `${rule} ${pointer}`);

describe("the check of an answer", () => {
  it("finds nothing wrong with any example of the contract", () => {
    for (const { example } of table.errors) expect(rulesOf(JSON.stringify(example))).toEqual([]);
  });

  it.each<{ fault: string; change: (body: Body) => unknown; want: string[] }>([
    {
      fault: "success is true",
      change: (body) => ({ ...body, success: true }),
      want: ["success-flag /success"],
    },
    { fault: "meta is missing", change: ({ meta: _, ...body }) => body, want: ["meta-missing /meta"] },
    {
      fault: "meta has no requestId",
      change: (body) => ({ ...body, meta: { timestamp: "x" } }),
      want: ["field-missing /meta/requestId"],
    },
    {
      fault: "message is missing",
      change: (body) => without(body, "message"),
      want: ["field-missing /error/message"],
    },
    {
      fault: "message is a number",
      change: (body) => withField(body, "message", 1),
      want: ["field-type /error/message"],
    },
    {
      fault: "the type is another code's",
      change: (body) => withField(body, "type", "api_error"),
      want: ["type-mismatch /error/type"],
    },
    {
      fault: "the doc_url is another page",
      change: (body) => withField(body, "doc_url", "https://cstar.help/docs"),
      want: ["doc-url /error/doc_url"],
    },
    {
      fault: "the request ids differ",
      change: (body) => withField(body, "request_id", "req_other"),
      want: ["request-id-mismatch /meta/requestId"],
    },
    {
      fault: "param is missing",
      change: (body) => without(body, "param"),
      want: ["param-missing /error/param"],
    },
    {
      fault: "param is null",
      change: (body) => withField(body, "param", null),
      want: ["field-type /error/param"],
    },
    {
      fault: "the code is unknown",
      change: (body) => withField(body, "code", "parameter_mising"),
      want: ["unknown-code /error/code"],
    },
    {
      fault: "code and type are unknown",
      change: (body) => withField(withField(body, "code", "UNAUTHORIZED"), "type", "toString"),
      want: ["unknown-code /error/code", "unknown-type /error/type"],
    },
    {
      fault: "the code is an object that has no text",
      change: (body) => ({ ...body, error: { ...(body.error as object), code: { toString: [] } } }),
      want: ["field-type /error/code"],
    },
    { fault: "the error is a text", change: (body) => ({ ...body, error: "no" }), want: ["not-envelope "] },
    { fault: "there is only the error object", change: (body) => body.error, want: ["not-envelope "] },
    { fault: "it is a list", change: () => [1], want: ["not-envelope "] },
  ])("finds that $fault", ({ change, want }) => {
    expect(rulesOf(JSON.stringify(change(exampleOf("parameter_missing"))))).toEqual(want);
  });

  it("finds a param where there must be none", () => {
    const body = withField(exampleOf("key_expired"), "param", "x");
    expect(rulesOf(JSON.stringify(body))).toEqual(["param-unexpected /error/param"]);
  });

  it("notes a field that it does not know, and finds the answer sound all the same", () => {
    const answer = explainAnswer(table, JSON.stringify(withField(exampleOf("key_expired"), "hint", "x")));
    expect(answer?.problems).toMatchObject([
      { rule: "field-unknown", pointer: "/error/hint", severity: "note" },
    ]);
    expect(answer && isSound(answer)).toBe(true);
  });

  it("compares the status, and wants a usable Retry-After where the code promises one", () => {
    const body = JSON.stringify(exampleOf("rate_limit_exceeded"));
    expect(rulesOf(`HTTP/1.1 503 X\nRetry-After: soon\n\n${body}`)).toEqual([
      "status-mismatch /status",
      "retry-after-missing /headers/retry-after",
    ]);
    expect(rulesOf(`HTTP/1.1 429 X\nRetry-After: 5\n\n${body}`)).toEqual([]);
  });

  it("says that a body is not JSON, and which codes come with the status", () => {
    const answer = explainAnswer(table, "HTTP/1.1 401 Unauthorized\nContent-Type: text/plain\n\nno");
    expect(answer?.problems).toMatchObject([{ rule: "not-json" }]);
    expect(answer?.codesOfStatus).toContain("key_expired");
  });

  it("explains an error object that lacks its envelope", () => {
    const answer = explainAnswer(table, JSON.stringify(exampleOf("key_expired").error));
    expect(answer?.explanation?.code).toBe("key_expired");
    expect(answer && isSound(answer)).toBe(false);
  });
});

function withField(body: Body, name: string, value: unknown): Body {
  return { ...body, error: { ...body.error, [name]: value } };
}

function without(body: Body, name: string): Body {
  const { [name]: _, ...error } = body.error;
  return { ...body, error };
}
