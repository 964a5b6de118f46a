import { describe, expect, it } from "vitest";
import { isCStarError, unwrap } from "../../src/entries/main.ts";
import { localServer } from "./local-server.ts";
import { failure, page, success } from "./server.ts";

const { server, h } = await localServer();

const items = (...ids: string[]) => ids.map((id) => ({ id }));
const asked = () => server.seen.map(({ url }) => url.replace(/^.*\//, ""));

async function ids(walk: AsyncIterable<{ id: string }>): Promise<string[]> {
  const all: string[] = [];
  for await (const { id } of walk) all.push(id);
  return all;
}

describe("iterate", () => {
  it("walks all pages in order, with the filters on each, and stops at the last", async () => {
    server.reply(page(items("a", "b"), true), page(items("c"), true), page(items("d"), false));
    expect(await ids(h.client().tickets.iterate({ status: "open", pageSize: 2 }))).toEqual([
      "a",
      "b",
      "c",
      "d",
    ]);
    expect(asked()).toEqual([1, 2, 3].map((n) => `tickets?status=open&pageSize=2&page=${n}`));
  });

  it("begins at the page that the query names, and does not change the query", async () => {
    server.reply(page(items("a"), true), page([], false));
    const query = { page: 4 };
    await ids(h.client().customers.iterate(query));
    expect(asked()).toEqual(["customers?page=4&pageSize=100", "customers?page=5&pageSize=100"]);
    expect(query).toEqual({ page: 4 });
  });

  it("asks for a page only when it is needed, and for no more after a break", async () => {
    server.reply(page(items("a", "b"), true));
    const walk = h.client().articles.iterate();
    expect(server.seen).toHaveLength(0);
    for await (const { id } of walk) if (id === "b") break;
    expect(server.seen).toHaveLength(1);
  });

  it("throws the error of the page that could not be had, after the items before it", async () => {
    server.reply(page(items("a"), true), failure("key_expired"));
    const got: string[] = [];
    const walk = async () => {
      for await (const { id } of h.client().tickets.iterate()) got.push(id);
    };
    const error = await walk().catch((thrown: unknown) => thrown);
    expect(isCStarError(error, "key_expired")).toBe(true);
    expect(got).toEqual(["a"]);
  });

  it("passes its options on to every page", async () => {
    server.reply(page(items("a"), true), page(items("b"), false));
    await ids(h.client().tickets.iterate({}, { headers: { "X-Mine": "yes" } }));
    expect(server.seen.map(({ headers }) => headers["x-mine"])).toEqual(["yes", "yes"]);
  });

  it("walks what is nested, too", async () => {
    server.reply(page(items("m"), false));
    expect(await ids(h.client().tickets.messages.iterate("tkt_1"))).toEqual(["m"]);
    expect(asked()).toEqual(["messages?pageSize=100&page=1"]);
  });

  it("asks for the largest page that the contract allows, unless told otherwise", async () => {
    server.reply(page(items("a"), false));
    await ids(h.client().tickets.iterate());
    await ids(h.client().tickets.iterate({ pageSize: 7 }));
    await ids(h.client().tickets.iterate({ pageSize: undefined } as never));
    expect(asked()).toEqual([
      "tickets?pageSize=100&page=1",
      "tickets?pageSize=7&page=1",
      "tickets?pageSize=100&page=1",
    ]);
  });

  it("throws unexpected_response when the server repeats a page, and says which", async () => {
    server.reply(page(items("a"), true), page(items("b"), true), page(items("b"), true));
    const got: string[] = [];
    const walk = async () => {
      for await (const { id } of h.client().tickets.messages.iterate("tkt_1")) got.push(id);
    };
    const error = await walk().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: "unexpected_response",
      message: "[unexpected_response] Page 3 of tickets.messages.list is page 2 once more",
      ...{ operation: "tickets.messages.list", method: "GET" },
    });
    expect(got).toEqual(["a", "b"]);
    expect(server.seen).toHaveLength(3);
  });

  it("does not go on for ever when empty pages say that there is more", async () => {
    server.reply(page([], true));
    expect(await ids(h.client().tickets.iterate())).toEqual([]);
  });
});

describe("unwrap", () => {
  it("gives the data of a result and of a promise of one", async () => {
    server.reply(success({ id: "tkt_1" }));
    const call = h.client().tickets.get("tkt_1");
    expect(unwrap(await call)).toEqual({ id: "tkt_1" });
    expect(await unwrap(call)).toEqual({ id: "tkt_1" });
  });

  it("throws the error of a failure", async () => {
    server.reply(failure("resource_not_found"));
    const call = h.client().tickets.get("tkt_1");
    const result = await call;
    await expect(unwrap(call)).rejects.toBe(result.ok ? undefined : result.error);
    expect(() => unwrap(result)).toThrow("[resource_not_found] It is resource_not_found.");
  });
});

describe("the methods", () => {
  it("go where the contract says", async () => {
    server.reply(success());
    const { tickets, customers, articles } = h.client({ maxRetries: 0 });
    const calls: [() => Promise<unknown>, string][] = [
      [() => tickets.list(), "GET tickets"],
      [() => tickets.create({ title: "x" }), "POST tickets"],
      [() => tickets.get("i"), "GET tickets/i"],
      [() => tickets.update("i", {}), "PATCH tickets/i"],
      [() => tickets.delete("i"), "DELETE tickets/i"],
      [() => tickets.messages.list("i"), "GET tickets/i/messages"],
      [() => tickets.messages.create("i", { content: "x" }), "POST tickets/i/messages"],
      [() => customers.list(), "GET customers"],
      [() => customers.create({ name: "x", email: "x" }), "POST customers"],
      [() => customers.get("i"), "GET customers/i"],
      [() => customers.update("i", {}), "PATCH customers/i"],
      [() => customers.delete("i"), "DELETE customers/i"],
      [() => articles.list(), "GET articles"],
      [() => articles.create({ title: "x" }), "POST articles"],
      [() => articles.get("i"), "GET articles/i"],
      [() => articles.update("i", {}), "PATCH articles/i"],
      [() => articles.delete("i"), "DELETE articles/i"],
    ];
    for (const [call] of calls) await call();
    const went = server.seen.map(({ method, url }) => `${method} ${url.replace(/^.*?\/teams\/[^/]+\//, "")}`);
    expect(went).toEqual(calls.map(([, where]) => where));
  });
});
