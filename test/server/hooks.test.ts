import { afterEach, describe, expect, it, vi } from "vitest";
import { type Context, withErrors } from "../../src/entries/server.ts";
import { faultsOf } from "./conforms.ts";

const request = () => new Request("http://api.test/teams/1/tickets/2");

describe("withErrors, with hooks,", () => {
  afterEach(() => void vi.restoreAllMocks());

  it("answers when its hooks fail, and loses nothing of that", async () => {
    const lines: unknown[] = [];
    vi.spyOn(console, "error").mockImplementation((line) => void lines.push(line));
    const bad = (name: string) => () => {
      throw new Error(name);
    };
    const options = { onError: bad("onError"), requestId: bad("requestId"), rateLimit: bad("rateLimit") };
    const response = await withErrors("getTicket", bad("handler"), options)(request());
    expect(await faultsOf(response, "getTicket")).toEqual([]);
    await vi.waitFor(() => expect(lines.map(String)).toEqual(Array(3).fill("Error: onError")));
    const rejects = withErrors("getTicket", bad("handler"), { onError: async () => bad("later")() });
    expect((await rejects(request())).status).toBe(500);
    await vi.waitFor(() => expect(String(lines[3])).toBe("Error: later"));
  });

  it("tells the time that it is given, and counts Retry-After from it", async () => {
    const now = new Date("2026-03-30T10:30:00.000Z");
    const handler = withErrors(
      "getTicket",
      (_request, { fail }) => {
        throw fail("rate_limit_exceeded", { retryAfter: new Date(now.getTime() + 30_000) });
      },
      { now: () => now },
    );
    const response = await handler(request());
    expect(response.headers.get("retry-after")).toBe("30");
    expect((await response.json()).meta.timestamp).toBe(now.toISOString());
  });

  it("hands what the framework passes to the handler and to the hooks", async () => {
    const seen: unknown[] = [];
    const see = (_request: Request, ...rest: unknown[]) => void seen.push(rest);
    const handler = withErrors(
      "getTicket",
      (_request, { requestId }, id: string, more: object) => Response.json([requestId, id, more]),
      { requestId: (...all) => void see(...all), rateLimit: (...all) => void see(...all) },
    );
    const response = await handler(request(), "tkt_1", { b: 2 });
    expect((await response.json()).slice(1)).toEqual(["tkt_1", { b: 2 }]);
    expect(seen).toEqual(Array(2).fill(["tkt_1", { b: 2 }]));
  });

  it("writes to the console what no hook takes", async () => {
    const print = vi.spyOn(console, "error").mockImplementation(() => {});
    const error = new Error("boom");
    await withErrors("getTicket", () => Promise.reject(error))(request());
    expect(print.mock.calls).toEqual([[error]]);
  });

  it.each([
    ["an id of the platform", "req_abc", "req_abc"],
    ["none", undefined, /^req_[0-9a-f]{32}$/],
    ["one that the contract does not allow", "0815\r\nx: y", /^req_[0-9a-f]{32}$/],
    ["one that only ends in an id", "x-req_abc", /^req_[0-9a-f]{32}$/],
    ["one that only begins with an id", "req_abc-x", /^req_[0-9a-f]{32}$/],
    ["what only reads like one", ["req_abc"] as never, /^req_[0-9a-f]{32}$/],
  ])("takes the id of a request from the platform: %s", async (_, given, wanted) => {
    const options = { requestId: () => given };
    const handler = withErrors("getTicket", (_request, { requestId }) => Response.json(requestId), options);
    expect(await (await handler(request())).json()).toMatch(wanted);
  });

  it("tells what is left of the limit in every response, also one whose headers are frozen", async () => {
    const reset = new Date(1_774_868_400_500);
    const rateLimit = () => ({ limit: 100, remaining: 7, reset, window: 3600 });
    const headers = { "x-ratelimit-limit": "100", "x-ratelimit-remaining": "7" };
    const frozen = Response.redirect("http://a.test/", 302);
    for (const handler of [() => frozen, () => Response.json({}), () => Promise.reject(new Error("boom"))]) {
      const response = await withErrors("getTicket", handler, { rateLimit, onError: () => {} })(request());
      expect(Object.fromEntries(response.headers)).toMatchObject({
        ...headers,
        "x-ratelimit-reset": "1774868401",
        "x-ratelimit-window": "3600",
      });
    }
  });

  it("keeps the words of a status when it adds what is left of the limit", async () => {
    const handler = () => new Response("", { status: 202, statusText: "Taken" });
    const response = await withErrors("getTicket", handler, { rateLimit: () => ({ limit: 1 }) })(request());
    expect([response.status, response.statusText]).toEqual([202, "Taken"]);
  });

  it.each([
    ["fails", ({ fail }: Context) => fail("resource_not_found")],
    ["breaks", () => new Error("boom")],
  ])("tells the time of the platform when a handler %s", async (_, thrown) => {
    const now = () => new Date("2026-01-02T03:04:05.678Z");
    const handler = withErrors((_request, context) => Promise.reject(thrown(context)), {
      now,
      onError: () => {},
    });
    const { meta } = await (await handler(request())).json();
    expect(meta.timestamp).toBe("2026-01-02T03:04:05.678Z");
  });

  it("asks for the limit after the handler has counted the request", async () => {
    let remaining = 2;
    const handler = withErrors("getTicket", () => Response.json(remaining--), {
      rateLimit: () => ({ remaining }),
    });
    const headers = Object.fromEntries((await handler(request())).headers);
    expect(headers["x-ratelimit-remaining"]).toBe("1");
    expect(Object.keys(headers).filter((name) => name.startsWith("x-ratelimit"))).toHaveLength(1);
  });
});
