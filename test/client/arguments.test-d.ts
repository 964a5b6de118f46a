import type { fetch as undici } from "undici-types";
import { describe, expectTypeOf, it } from "vitest";
import { createClient, type FetchFunction } from "../../src/entries/main.ts";

const client = createClient({ apiKey: "sk_test_x", teamId: "t" });

describe("a method whose operation requires a body", () => {
  it("cannot be called without one", () => {
    // @ts-expect-error the body is missing
    client.tickets.create();
    // @ts-expect-error the body is missing
    client.tickets.create(undefined);
    // @ts-expect-error the body is missing
    client.tickets.update("tkt_1");
    // @ts-expect-error the body is missing
    client.tickets.messages.create("tkt_1");
    // @ts-expect-error the body is missing
    client.customers.create();
    // @ts-expect-error the body is missing
    client.customers.update("cus_1");
    // @ts-expect-error the body is missing
    client.articles.create();
    // @ts-expect-error the body is missing
    client.articles.update("art_1");
  });

  it("takes it in its place, and options behind it", () => {
    client.tickets.create({ title: "x" }, { idempotencyKey: "k" });
    client.tickets.update("tkt_1", { status: "closed" }, { maxRetries: 0 });
    // @ts-expect-error options are no body
    client.tickets.create({ idempotencyKey: "k" });
  });
});

describe("a method whose operation takes no body", () => {
  it("refuses one", () => {
    client.tickets.delete("tkt_1", { maxRetries: 0 });
    // @ts-expect-error a delete has no body
    client.tickets.delete("tkt_1", { title: "x" });
    // @ts-expect-error the query is optional, but it is a query
    client.tickets.list({ title: "x" });
  });
});

describe("the option fetch", () => {
  it("takes the one of the platform, the one of undici and a stub of two lines", () => {
    expectTypeOf<typeof fetch>().toExtend<FetchFunction>();
    expectTypeOf<typeof undici>().toExtend<FetchFunction>();
    createClient({ apiKey: "sk_test_x", teamId: "t", fetch: async () => Response.json({}) });
    createClient({
      apiKey: "sk_test_x",
      teamId: "t",
      fetch: (url, init) => fetch(url, { ...init, cache: "no-store" }),
    });
    createClient({
      apiKey: "sk_test_x",
      teamId: "t",
      fetch: async (url: string, init: RequestInit) => fetch(url, init),
    });
  });

  it("takes nothing that does not return a response", () => {
    expectTypeOf<(url: string) => Promise<string>>().not.toExtend<FetchFunction>();
    expectTypeOf<() => Promise<{ status: number }>>().not.toExtend<FetchFunction>();
  });
});
