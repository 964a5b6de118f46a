import { expect, test } from "vitest";
import { explainResponse, printResponse, type ResponseExplanation } from "../../src/explain/index.ts";
import { plain } from "../../src/report/index.ts";
import { badSamples, named } from "../contract/samples.ts";
import { exampleOf, knowledge } from "./table.ts";

function explained(pasted: string): ResponseExplanation {
  const found = explainResponse(knowledge, pasted);
  if (found === undefined) throw new Error("It was not taken for a response.");
  return found;
}

/** What is printed, with its lines joined as a person reads them. */
const printed = (response: ResponseExplanation) => printResponse(response, plain).replace(/\s+/g, " ");

// What is wrong for one operation alone, or in a success, does not show in the body by itself.
const samples = badSamples().filter(({ value }) => {
  return (explainResponse(knowledge, JSON.stringify(value))?.problems.length ?? 0) > 0;
});

test.each(named(samples))(
  "every problem of %s is printed: what it is, where, and by which rule",
  (_, { value }) => {
    const response = explained(JSON.stringify(value));
    const text = printed(response);
    for (const { message, pointer, rule, severity } of response.problems) {
      expect(text).toContain(
        `${severity} ${message.replace(/\s+/g, " ")} ${pointer === "" ? "" : `${pointer} `}${rule}`,
      );
    }
    const isFaulty = response.problems.some(({ severity }) => severity === "error");
    expect(text.includes("is as the contract says")).toBe(!isFaulty);
    expect(text.includes("What is wrong with the body itself")).toBe(isFaulty);
  },
);

test("there are many samples, and some with several problems", () => {
  expect(samples.length).toBeGreaterThan(30);
  const counts = samples.map(({ value }) => explained(JSON.stringify(value)).problems.length);
  expect(Math.max(...counts, explained('{"error":{"code":"key_expired"}}').problems.length)).toBeGreaterThan(
    3,
  );
});

test("a note is printed beside the word that the response is sound, and no heading of faults", () => {
  const { error, ...rest } = exampleOf("key_expired");
  const text = printed(explained(JSON.stringify({ ...rest, error: { ...error, hint: "x" } })));
  expect(text).toContain("The body is as the contract says.");
  expect(text).toMatch(/note .+ \/error\/hint field-unknown/);
  expect(text).not.toContain("What is wrong");
});

test("the facts of the response are printed: status, message, parameter and request", () => {
  const body = exampleOf("parameter_missing");
  const response = explained(
    `HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n${JSON.stringify(body)}`,
  );
  const text = printed(response);
  const { message, param, request_id } = body.error as Record<string, string>;
  for (const fact of [`Message ${message}`, `Parameter ${param}`, `Request ${request_id}`]) {
    expect(text).toContain(fact.replace(/\s+/g, " "));
  }
  expect(text).toMatch(/Status 400 /);
});
