import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { conformanceFacts as facts } from "../../generated/conformance.ts";
import { checkResponse, type Problem } from "../../src/conformance/index.ts";
import { createClient } from "../../src/entries/main.ts";
import { isCleanByBytes, problemsIn, rewritten } from "./bytes.ts";
import { createIsNew, good, goodPayloads, type Mutated, mutated, mutatedFrom } from "./mutate.ts";
import { fieldByField, verdicts } from "./verdicts.ts";

// Of 25 faults put into the check, its fast path or the client, 18 are met within 10,000 payloads; five change no verdict.
vi.setConfig({ testTimeout: 1_800_000 }); // these many take minutes on a busy machine

it("the published schema, the check and a look at each field give the same verdict on mutated payloads", () => {
  const isNew = createIsNew();
  let count = 0;
  fc.assert(
    fc.property(mutated, (payload) => {
      if (!isNew(payload)) return true;
      count++;
      const { schema, check, fast } = verdicts(payload);
      return check === schema && (fast.length > 0 || fieldByField(payload).length === 0);
    }),
    { numRuns: 60_000 },
  );
  expect(count).toBeGreaterThan(40_000);
});

it("what is told from bytes alone is what the full check tells, however the payload is written", () => {
  const payloads = fc
    .oneof({ arbitrary: good, weight: 2 }, mutated)
    .chain((payload) => rewritten(payload.body).map((json) => ({ payload, json })));
  const isNew = createIsNew();
  let clean = 0;
  fc.assert(
    fc.property(payloads, ({ payload, json }) => {
      if (!isCleanByBytes(payload, json) || !isNew({ ...payload, body: json })) return true;
      clean++;
      return problemsIn(payload, json)?.length === 0;
    }),
    { numRuns: 60_000 },
  );
  expect(clean).toBeGreaterThan(6_000);
});

/** Where the client reads a list, it wants a page. */
const lists = new Set(facts.operations.filter(({ id }) => id.startsWith("list")).map(({ id }) => id));

/** Problems that are of a value's kind, and not of what an object holds. */
function isOfKind({ actual }: Problem): boolean {
  return !["an object of another kind", "an object with none of them"].includes(actual);
}

/** What the client must make of a response, told from what the check says of it. */
function wanted({ operation, status, body }: Mutated): string {
  const problems = checkResponse(facts, { operation, status, body }).filter(
    ({ severity }) => severity === "error",
  );
  const has = (rules: readonly string[], ...pointers: string[]) =>
    problems.some(
      (one) =>
        rules.includes(one.rule) &&
        (pointers.length === 0 || (pointers.includes(one.pointer) && isOfKind(one))),
    );
  const fields = ["field-missing", "field-type", "unknown-type"];
  if (has(["not-envelope", "success-flag", "not-json"])) return "unexpected_response";
  if (status < 400) {
    // Of an object that is not the one that is meant the check says no more than that.
    const { pagination, meta } = body as Record<string, Record<string, unknown> | undefined>;
    const isPage = !lists.has(operation) || typeof Object(pagination).hasMore === "boolean";
    const isBad = has(["status-mismatch"]) || has(fields, "/body/data") || !isPage;
    return isBad || typeof Object(meta).requestId !== "string" ? "unexpected_response" : "success";
  }
  const error = (body as { error: Record<string, unknown> }).error;
  const { code, message, param } = error;
  if (typeof code !== "string" || typeof message !== "string") return "unexpected_response";
  const isNamed = facts.errors[code]?.param !== "required" || typeof param === "string";
  if (!isNamed) return "unexpected_response";
  return has(["undeclared-code", "unknown-code"]) ? "unrecognized_code" : code;
}

it("the client's quick judgement agrees with the check on mutated payloads", async () => {
  let next: Mutated = { operation: "", status: 0, body: undefined };
  const client = createClient({
    apiKey: "sk_test_1",
    teamId: "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
    maxRetries: 0,
    fetch: async () => new Response(JSON.stringify(next.body), { status: next.status }),
  });
  const { tickets, customers, articles } = client;
  const calls: Record<string, () => Promise<{ ok: boolean; error?: { code: string } | undefined }>> = {
    listTickets: () => tickets.list(),
    getTicket: () => tickets.get("tkt_1"),
    deleteTicket: () => tickets.delete("tkt_1"),
    listTicketMessages: () => tickets.messages.list("tkt_1"),
    listCustomers: () => customers.list(),
    getCustomer: () => customers.get("cus_1"),
    deleteCustomer: () => customers.delete("cus_1"),
    listArticles: () => articles.list(),
    getArticle: () => articles.get("art_1"),
    deleteArticle: () => articles.delete("art_1"),
  };
  const isNew = createIsNew();
  let count = 0;
  await fc.assert(
    fc.asyncProperty(
      mutatedFrom(goodPayloads.filter(({ operation }) => operation in calls)),
      async (payload) => {
        if (payload.body === undefined || !isNew(payload)) return;
        count++;
        next = payload;
        const result = await calls[payload.operation]?.();
        const [got, want] = [result?.ok ? "success" : result?.error?.code, wanted(payload)];
        if (got !== want) throw new Error(`It is ${got}, and not ${want}.`);
      },
    ),
    { numRuns: 40_000 },
  );
  expect(count).toBeGreaterThan(25_000);
});
