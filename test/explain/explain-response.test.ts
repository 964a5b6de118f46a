import { describe, expect, it } from "vitest";
import { explainResponse, isSound } from "../../src/explain/index.ts";
import { badSamples, named } from "../contract/samples.ts";
import { exampleOf, knowledge, table } from "./table.ts";

const explain = (pasted: string) => {
  const found = explainResponse(knowledge, pasted);
  if (found === undefined) throw new Error("It was not taken for a response.");
  return found;
};
const rulesOf = (pasted: string) => explain(pasted).problems.map(({ rule, pointer }) => `${rule} ${pointer}`);
const errorSamples = badSamples().filter(
  ({ code, bodyOf }) => code !== undefined && bodyOf.status.startsWith("4"),
);

describe("the explanation of a response", () => {
  it("finds nothing wrong with any example of the contract", () => {
    for (const { example } of table.errors) expect(rulesOf(JSON.stringify(example))).toEqual([]);
  });

  it.each(named(errorSamples))(
    "gives the fault of %s the name that verify gives it",
    (_, { value, rule }) => {
      expect(explain(JSON.stringify(value)).problems.map((problem) => problem.rule)).toEqual(
        rule === "meta-missing" ? expect.arrayContaining([rule]) : [rule],
      );
    },
  );

  it("points into a body that came alone, and into the response otherwise", () => {
    const body = JSON.stringify({ ...exampleOf("rate_limit_exceeded"), success: true });
    expect(rulesOf(body)).toEqual(["success-flag /success"]);
    expect(rulesOf(`HTTP/1.1 503 X\nContent-Type: text/plain\nRetry-After: soon\n\n${body}`)).toEqual([
      "status-mismatch /status",
      "media-type /headers/content-type",
      "retry-after-missing /headers/retry-after",
      "success-flag /body/success",
    ]);
  });

  it("notes a field that it does not know, and finds the response sound all the same", () => {
    const { error, ...rest } = exampleOf("key_expired");
    const found = explain(JSON.stringify({ ...rest, error: { ...error, hint: "x" } }));
    expect(found.problems).toMatchObject([
      { rule: "field-unknown", pointer: "/error/hint", severity: "note" },
    ]);
    expect(isSound(found)).toBe(true);
  });

  it("says that a body is not JSON, and which codes come with the status", () => {
    const found = explain("HTTP/1.1 401 Unauthorized\nContent-Type: text/plain\n\nno");
    expect(found.problems).toMatchObject([{ rule: "not-json" }]);
    expect(found.codesOfStatus).toContain("key_expired");
  });

  it("explains an error object that lacks its envelope", () => {
    const found = explain(JSON.stringify(exampleOf("key_expired").error));
    expect(found.explanation?.code).toBe("key_expired");
    expect(isSound(found)).toBe(false);
  });
});

it.each([
  ["the error", { error: { request_id: "req_error" }, meta: { requestId: "req_meta" } }, "req_error"],
  [
    "meta, where the error has none",
    { error: { request_id: undefined }, meta: { requestId: "req_meta" } },
    "req_meta",
  ],
  [
    "the header, where the body has none",
    { error: { request_id: undefined }, meta: { requestId: undefined } },
    "req_head",
  ],
])("the id of the request is read from %s", (_, { error, meta }, requestId) => {
  const example = exampleOf("key_expired");
  const body = { ...example, error: { ...example.error, ...error }, meta: { ...example.meta, ...meta } };
  const head = "HTTP/1.1 401 Unauthorized\nContent-Type: application/json\nX-Request-Id: req_head\n\n";
  expect(explainResponse(knowledge, head + JSON.stringify(body))).toMatchObject({ kind: "error", requestId });
});
