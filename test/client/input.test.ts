import { describe, expect, it, vi } from "vitest";
import { contractVersion, createClient, type FetchFunction } from "../../src/entries/main.ts";
import { failed, key, teamId } from "./harness.ts";
import { localServer } from "./local-server.ts";
import { failure, success } from "./server.ts";

const { server, h } = await localServer();

/** What a fetch was given. */
function recording() {
  const seen: RequestInit[] = [];
  const fetch: FetchFunction = (url, init) => {
    seen.push(init);
    return globalThis.fetch(url, init);
  };
  return { fetch, seen };
}

describe("headers", () => {
  it("that are undefined or null are left out, of a client and of a call", async () => {
    server.reply(success());
    const client = h.client({ headers: { "X-Client": undefined, "X-Both": "client" } });
    const headers = { "X-Call": null, "X-Both": undefined, "X-Mine": "yes" };
    expect((await client.tickets.get("x", { headers })).ok).toBe(true);
    const sent = server.seen[0]?.headers ?? {};
    expect(sent).toMatchObject({ "x-mine": "yes", "x-both": "client" });
    expect(Object.keys(sent)).not.toEqual(expect.arrayContaining(["x-client", "x-call"]));
  });

  it("name the client off a browser, unless the caller names another", async () => {
    server.reply(success());
    await h.client().tickets.get("x");
    await h.client({ headers: { "User-Agent": "mine/1" } }).tickets.get("x");
    await h
      .fetchClient()
      .GET("/teams/{teamId}/tickets", { params: { path: { teamId: "t" } } })
      .catch(() => {});
    const agents = server.seen.map(({ headers }) => headers["user-agent"]);
    const ours = `cstar-api-contract/${contractVersion}`;
    expect(agents).toEqual([ours, "mine/1", ours]);
  });

  it("leave that to a browser", async () => {
    vi.stubGlobal("navigator", { userAgent: "Mozilla/5.0 (X11) AppleWebKit/537.36" });
    const client = h.client();
    vi.unstubAllGlobals();
    server.reply(success());
    await client.tickets.get("x");
    expect(server.seen[0]?.headers["user-agent"]).not.toMatch(/cstar/);
  });
});

describe("a query", () => {
  it.each([
    ["a URLSearchParams", new URLSearchParams({ status: "open" })],
    ["a Map", new Map([["status", "open"]])],
    ["a text", "status=open"],
  ])("that is %s is refused with a word, and nothing is sent", async (_, query) => {
    const error = failed(await h.client().tickets.list(query as never));
    expect(error).toMatchObject({ code: "local_error", outcome: "not_sent" });
    expect(error.rawMessage).toContain("query must be a plain object");
    const call = h
      .fetchClient()
      .GET("/teams/{teamId}/tickets", { params: { path: { teamId: "t" }, query: query as never } });
    await expect(call).rejects.toMatchObject({ code: "local_error" });
    expect(server.seen).toEqual([]);
  });

  it("has its names encoded, in both clients", async () => {
    server.reply(success());
    await h.client().tickets.list({ "a&b": "c" } as never);
    const query = { "a&b": "c" } as never;
    await h
      .fetchClient()
      .GET("/teams/{teamId}/tickets", { params: { path: { teamId: "t" }, query } })
      .catch(() => {});
    for (const { url } of server.seen) expect(url).toMatch(/\?a%26b=c$/);
  });
});

describe("fetchOptions", () => {
  it("of a client and of a call reach fetch, and do not change what the client decides", async () => {
    server.reply(success());
    const { fetch, seen } = recording();
    const client = h.client({
      fetch,
      fetchOptions: { cache: "no-store", keepalive: true, method: "PUT", redirect: "follow" },
    });
    const result = await client.tickets.get("x", {
      fetchOptions: { cache: "reload", next: { revalidate: 60 } },
    });
    expect(result.ok).toBe(true);
    const decided = { method: "GET", redirect: "manual", body: null };
    expect(seen).toMatchObject([{ cache: "reload", keepalive: true, next: { revalidate: 60 }, ...decided }]);
  });

  it("are given to openapi-fetch's client as its own options are, with middleware and without", async () => {
    server.reply(success([]));
    for (const middleware of [[], [{ onRequest: () => undefined }]]) {
      const { fetch, seen } = recording();
      const client = h.fetchClient({ fetch, fetchOptions: { keepalive: true } });
      client.use(...middleware);
      const init = { params: { path: { teamId: "t" } }, cache: "no-store" as const, next: { tags: ["a"] } };
      await client.GET("/teams/{teamId}/tickets", init).catch(() => {});
      expect(seen[0]).toMatchObject({
        cache: "no-store",
        keepalive: true,
        next: { tags: ["a"] },
        redirect: "manual",
      });
      expect(seen[0]).not.toHaveProperty("params");
    }
  });

  it("stand beside limits of one call, which openapi-fetch's client honours", async () => {
    server.reply(failure("internal_error"));
    const client = h.fetchClient();
    const path = { params: { path: { teamId: "t" } } };
    await client.GET("/teams/{teamId}/tickets", { ...path, maxRetries: 1 });
    expect(server.seen).toHaveLength(2);
    server.reply(failure("rate_limit_exceeded", { "retry-after": "10" }));
    await client.GET("/teams/{teamId}/tickets", { ...path, deadline: 5000 });
    expect(server.seen).toHaveLength(3);
    server.reply(() => h.expire());
    const call = client.GET("/teams/{teamId}/tickets", { ...path, attemptTimeout: 777, maxRetries: 0 });
    await expect(call).rejects.toMatchObject({ code: "timeout", attempts: [{ durationMs: 777 }] });
  });
});

describe("teamId", () => {
  it("may be a function, which is asked whenever a call is made", async () => {
    server.reply(success());
    let team = "";
    const client = h.client({ teamId: () => team });
    expect(failed(await client.tickets.get("x"))).toMatchObject({
      code: "local_error",
      outcome: "not_sent",
      message:
        "[local_error] The request could not be made: teamId is empty: is its environment variable set?",
    });
    team = "team/1";
    expect((await client.tickets.get("x")).ok).toBe(true);
    expect(server.seen.map(({ url }) => url)).toEqual(["/api/v1/teams/team%2F1/tickets/x"]);
  });

  it("that a function cannot give makes a local_error", async () => {
    const teamId = () => {
      throw new Error("not configured");
    };
    const error = failed(await h.client({ teamId }).tickets.get("x"));
    expect(error.message).toBe("[local_error] The request could not be made: not configured");
  });

  it("and a key that are functions let a build without the variables pass", () => {
    expect(() => createClient({ apiKey: () => "", teamId: () => "" })).not.toThrow();
    expect(() => createClient({ apiKey: key, teamId: "" })).toThrow(
      "teamId is empty: is its environment variable set?",
    );
    expect(() => createClient({ apiKey: "", teamId })).toThrow(
      "apiKey is empty: is its environment variable set?",
    );
  });
});
