import { expect, test } from "vitest";
import {
  CLIENT_CODES,
  explainCode,
  explainResponse,
  explainResponses,
  printClientCode,
  printCode,
  printResponse,
} from "../../src/explain/index.ts";
import { plainProse, wrap } from "../../src/explain/text.ts";
import { plain } from "../../src/report/index.ts";
import { exampleOf, knowledge, table } from "./table.ts";

/** The lines below a heading, up to the next empty line. */
function below(heading: string, text: string): string {
  const [, rest = ""] = text.split(`\n${heading}\n`);
  return rest.split("\n\n")[0] ?? "";
}

const numbered = (texts: readonly string[]) =>
  texts.map((text, index) => `  ${index + 1}. ${wrap(plainProse(text), { indent: 5 })}`).join("\n");
const dashed = (texts: readonly string[]) =>
  texts.map((text) => `  - ${wrap(plainProse(text), { indent: 4 })}`).join("\n");

test.each(table.errors)(
  "$code is printed with its causes below one heading and its fixes, counted, below another",
  ({ code, causes, fixes }) => {
    const explanation = explainCode(table, code);
    if (explanation === undefined) throw new Error(`There is no ${code}.`);
    const text = printCode(explanation, plain);
    expect(below("Why it happens", text)).toBe(dashed(causes));
    expect(below("How to fix it", text).startsWith(`${numbered(fixes)}\n  In general: `)).toBe(true);
    expect(text).toMatch(/^Retry {10}\S/m);
    expect(text).not.toMatch(/\n{3}/);
  },
);

test.each(CLIENT_CODES)(
  "$code of the client is printed with its fixes, counted, and when to retry",
  (row) => {
    const text = printClientCode(row, plain);
    expect(below("How to fix it", text)).toBe(numbered(row.fixes));
    expect(text).toMatch(/\n\nRetry {10}\S/);
    expect(text).not.toMatch(/\n{3}/);
  },
);

function printed(pasted: string): string {
  const response = explainResponse(knowledge, pasted);
  if (response === undefined) throw new Error("It was not taken for a response.");
  return printResponse(response, plain);
}

test("parts of an explanation are one empty line apart, and none is empty", () => {
  const text = printed(JSON.stringify(exampleOf("key_expired")));
  const parts = text.split("\n\n");
  expect(parts.length).toBeGreaterThan(4);
  expect(parts.filter((part) => part.trim() === "")).toEqual([]);
  expect(text).toMatch(/[^\n]\n$/);
});

test.each([
  [
    "an error of the client",
    '{"code":"connection_error","message":"[connection_error] The connection failed"}',
  ],
  [
    "a compressed body",
    "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Encoding: gzip\n\n\u001f\ufffd\b",
  ],
])("%s is not called sound, nor wrong: it is no response that could be checked", (_, pasted) => {
  const text = printed(pasted);
  expect(text).not.toContain("as the contract says");
  expect(text).not.toContain("What is wrong");
});

test("a byte order mark before a response is passed by, one within it stays", () => {
  const body = JSON.stringify(exampleOf("key_expired"));
  expect(printed(`\ufeff${body}`)).toBe(printed(body));
  const marked = structuredClone(exampleOf("key_expired"));
  marked.error.message = "a\ufeffb";
  expect(explainResponse(knowledge, JSON.stringify(marked))?.message).toBe("a\ufeffb");
});

test("of many responses in one paste the first hundred are explained", () => {
  const line = JSON.stringify({ ...exampleOf("key_expired") });
  expect(explainResponses(knowledge, `${line}\n`.repeat(101))).toHaveLength(100);
});
