import { expect } from "vitest";
import { CStarError } from "../../src/entries/main.ts";
import { contract, operationOf } from "../contract/project.ts";
import { type createCaller, prefer } from "./calls.ts";

/** Lets the mock answer an operation with a code, and checks all that the client makes of it. */
export async function expectError(
  call: ReturnType<typeof createCaller>,
  operationId: string,
  code: string,
): Promise<void> {
  const fact = contract.errors.find((one) => one.code === code);
  if (!fact) throw new Error(`The contract has no code ${code}.`);
  const result = await call(operationId, prefer(fact.status, code));
  if (result.ok) throw new Error(`${operationId} succeeded instead of failing with ${code}.`);
  const { error } = result;
  expect(error).toBeInstanceOf(CStarError);
  expect({ ...error.toJSON(), attempts: error.attempts.length }).toMatchObject({
    name: "CStarError",
    code,
    type: fact.type,
    status: fact.status,
    docUrl: fact.docUrl,
    message: `[${code}] ${fact.example.error.message}`,
    requestId: fact.example.meta.requestId,
    outcome: fact.status < 500 ? "rejected" : "unknown",
    retryable: fact.retry !== "never",
    attempts: 1,
  });
  expect(error.param).toBe(fact.example.error.param);
  expectHeaders(error, operationId, fact.status);
}

/** The headers that the document promises arrive: the limits with every answer, `Retry-After` where it is declared. */
function expectHeaders(
  error: { rateLimit?: object; retryAfter?: number; retryAt?: Date },
  operationId: string,
  status: number,
): void {
  const response = operationOf(operationId).responses.find((one) => one.status === String(status));
  const names = new Set(response?.headers.map(({ name }) => name.toLowerCase()));
  expect(Object.keys(error.rateLimit ?? {}).sort()).toEqual(
    ["limit", "remaining", "reset", "window"].filter((name) => names.has(`x-ratelimit-${name}`)),
  );
  if (!names.has("retry-after")) {
    expect(error.retryAfter).toBeUndefined();
    return;
  }
  expect(error.retryAfter).toBeGreaterThan(0);
  expect(error.retryAt).toBeInstanceOf(Date);
}
