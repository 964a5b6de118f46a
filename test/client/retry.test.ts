import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { type Attempt, createClient } from "../../src/entries/main.ts";
import { failed, harness, withRuntime } from "./harness.ts";
import { localServer } from "./local-server.ts";
import { envelope, failure, json, raw, reset, startServer, success } from "./server.ts";

const { server, h } = await localServer();

afterEach(() => {
  vi.unstubAllGlobals();
});

const soon = { "retry-after": "2" };

describe("what is tried again", () => {
  it.each([
    ["internal_error", failure("internal_error")],
    ["database_error", failure("database_error")],
    ["rate_limit_exceeded", failure("rate_limit_exceeded", soon)],
    ["a connection that breaks", reset],
    ["an HTML 502", raw(502, "<html>")],
    ["a bare 408", raw(408, "")],
    ["a bare 429", raw(429, "")],
    ["an unknown code under 503", json(503, envelope("maintenance"))],
    ["a known code that is not declared, by its own rule", failure("internal_error", {}, 418)],
  ])("tries again after %s", async (_, reply) => {
    server.reply(reply, success());
    const result = await h.client().tickets.get("tkt_1");
    expect(result).toMatchObject({ ok: true, attempts: [{ number: 1 }, { number: 2, status: 200 }] });
    expect(server.seen).toHaveLength(2);
  });

  it.each([
    ["authentication_required", failure("authentication_required")],
    ["resource_not_found", failure("resource_not_found")],
    ["a 401 with Retry-After", failure("key_expired", soon)],
    ["key_expired under 500: the code decides, not the status", failure("key_expired", {}, 500)],
    ["an unknown code under 422", json(422, envelope("new_code"))],
    ["an unknown code under 501 of a known rule", failure("resource_conflict", {}, 501)],
    ["an HTML 404", raw(404, "<html>", { "content-type": "text/html" })],
    ["a broken success", raw(200, "{")],
    ["a bare 600", raw(600, "")],
  ])("does not try again after %s", async (_, reply) => {
    server.reply(reply);
    const error = failed(await h.client().tickets.get("tkt_1"));
    expect(server.seen).toHaveLength(1);
    expect(error).toMatchObject({ retryable: false });
    expect(error.stopped).toBeUndefined();
    expect(error.retryAfter).toBeUndefined();
  });

  it("stops after N+1 attempts with the last real error", async () => {
    server.reply(failure("internal_error"), raw(502, "<html>"), failure("database_error"));
    const error = failed(await h.client().tickets.get("tkt_1"));
    expect(error).toMatchObject({
      code: "database_error",
      status: 500,
      stopped: "attempts",
      retryable: true,
    });
    expect(error.attempts.map(({ number, code, status }) => [number, code, status])).toEqual([
      [1, "internal_error", 500],
      [2, "unexpected_response", 502],
      [3, "database_error", 500],
    ]);
  });

  it("lets maxRetries of a call beat the client's, both ways", async () => {
    server.reply(failure("internal_error"));
    expect(
      failed(await h.client({ maxRetries: 0 }).tickets.get("x", { maxRetries: 3 })).attempts,
    ).toHaveLength(4);
    expect(
      failed(await h.client({ maxRetries: 3 }).tickets.get("x", { maxRetries: 0 })).attempts,
    ).toHaveLength(1);
  });

  it("reuses the connection after answers that it did not need", async () => {
    const one = await startServer();
    const big = raw(502, "x".repeat(100_000), { "content-type": "text/html" });
    one.reply(big, failure("internal_error"), success());
    const result = await harness(one.baseUrl).client().tickets.get("tkt_1");
    expect(result.ok).toBe(true);
    expect(one.connections()).toBe(1);
    await one.close();
  });
});

describe("waiting", () => {
  it("waits a random part of 0.5 s, 1 s, 2 s … up to 8 s, from the first retry on", async () => {
    server.reply(failure("internal_error"));
    await h.client({ maxRetries: 7 }).tickets.get("x");
    expect(h.waits).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000]);
  });

  it("starts every call at the first wait again", async () => {
    server.reply(failure("internal_error"));
    const client = h.client({ maxRetries: 2 });
    await client.tickets.get("x");
    await client.tickets.get("x");
    expect(h.waits).toEqual([250, 500, 250, 500]);
  });

  it("waits for Retry-After and up to a second more, wherever a retry is allowed", async () => {
    server.reply(
      failure("rate_limit_exceeded", { "retry-after": "7" }),
      raw(503, "", { "retry-after": "3" }),
      success(),
    );
    await h.client().tickets.get("x");
    expect(h.waits).toEqual([7500, 3500]);
  });

  it("reads an HTTP date against the server's own clock", async () => {
    const headers = { date: "Sun, 06 Nov 1994 08:49:00 GMT", "retry-after": "Sun, 06 Nov 1994 08:49:37 GMT" };
    server.reply(failure("rate_limit_exceeded", headers), success());
    await h.client().tickets.get("x");
    expect(h.waits).toEqual([37_500]);
  });

  it("goes by X-RateLimit-Reset when a rate limit has no Retry-After, and not for other errors", async () => {
    const reset = {
      "x-ratelimit-reset": String(h.clock.now / 1000 + 20),
      date: new Date(h.clock.now).toUTCString(),
    };
    server.reply(failure("rate_limit_exceeded", reset), failure("internal_error", reset), success());
    await h.client().tickets.get("x");
    expect(h.waits).toEqual([20_500, 500]);
  });

  it.each([
    ["a 429 whose code is not known", raw(429, "<html>"), 20_500],
    ["a code of the rate limit under another status", failure("rate_limit_exceeded", {}, 503), 20_500],
    ["neither of the two", raw(503, "<html>"), 250],
  ])("goes by X-RateLimit-Reset for %s", async (_, reply, wait) => {
    server.reply((response, seen, request) => {
      response.setHeader("x-ratelimit-reset", String(h.clock.now / 1000 + 20));
      response.setHeader("date", new Date(h.clock.now).toUTCString());
      reply(response, seen, request);
    }, success());
    await h.client().tickets.get("x");
    expect(h.waits).toEqual([wait]);
  });

  it("fails at once, without sleeping, when Retry-After does not fit into the deadline", async () => {
    server.reply(failure("rate_limit_exceeded", { "retry-after": "3600" }));
    const error = failed(await h.client().tickets.get("x"));
    expect(h.waits).toEqual([]);
    expect(error).toMatchObject({
      code: "rate_limit_exceeded",
      stopped: "deadline",
      retryAfter: 3600,
      retryable: true,
    });
    expect(error.retryAt).toEqual(new Date(h.clock.now + 3_600_000));
  });

  it("tells when to come back from X-RateLimit-Reset too", async () => {
    const at = h.clock.now + 1_800_000;
    const headers = { "x-ratelimit-reset": String(at / 1000), date: new Date(h.clock.now).toUTCString() };
    server.reply(failure("rate_limit_exceeded", headers));
    expect(failed(await h.client().tickets.get("x"))).toMatchObject({
      retryAfter: 1800,
      retryAt: new Date(at),
    });
  });

  it("tells no time to come back when the answer has none", async () => {
    server.reply(failure("internal_error"));
    const error = failed(await h.client().tickets.get("x"));
    expect(error).not.toHaveProperty("retryAfter");
    expect(error).not.toHaveProperty("retryAt");
  });

  it("cuts the jitter to what is left of the deadline", async () => {
    server.reply(failure("rate_limit_exceeded", { "retry-after": "9" }), success());
    expect((await h.client({ deadline: 9_500 }).tickets.get("x")).ok).toBe(true);
    expect(h.waits).toEqual([9_250]);
  });

  it.each(["99999999999999999999", "9".repeat(400), "4294967296"])(
    "survives Retry-After: %s",
    async (value) => {
      server.reply(failure("rate_limit_exceeded", { "retry-after": value }), success());
      await h.client({ deadline: Number.POSITIVE_INFINITY }).tickets.get("x");
      for (const wait of h.waits) expect(wait).toBeLessThan(2 ** 31);
    },
  );

  it("stops at 24 hours, when the API forgets the key, whatever the deadline", async () => {
    server.reply(failure("rate_limit_exceeded", { "retry-after": String(20 * 3600) }));
    const error = failed(
      await h.client({ deadline: Number.POSITIVE_INFINITY }).tickets.create({ title: "x" }),
    );
    expect(error).toMatchObject({ stopped: "deadline", attempts: [{}, {}] });
    expect(h.waits).toHaveLength(1);
  });

  it("makes no attempt and asks for no key when the machine slept past the deadline during a wait", async () => {
    server.reply(failure("internal_error"));
    const sleeping = { ...h.runtime, setTimeout: h.runtime.setTimeout };
    sleeping.monotonic = () => 0; // it stands still while the machine sleeps
    sleeping.setTimeout = (run, ms) =>
      h.runtime.setTimeout(() => {
        h.clock.now += 3_600_000;
        run();
      }, ms);
    let asked = 0;
    const apiKey = () => `sk_test_${++asked}`;
    const error = failed(await createClient(withRuntime(sleeping, h.options({ apiKey }))).tickets.get("x"));
    expect(error).toMatchObject({ code: "internal_error", stopped: "deadline" });
    expect(server.seen).toHaveLength(1);
    expect(asked).toBe(1);
  });

  it("makes no further attempt past the deadline though somebody sets the clock back", async () => {
    server.reply(failure("internal_error"));
    let monotonic = 0;
    const runtime = { ...h.runtime, monotonic: () => monotonic };
    runtime.setTimeout = (run, ms) =>
      h.runtime.setTimeout(() => {
        h.clock.now -= 3_600_000;
        monotonic += 200_000;
        run();
      }, ms);
    const error = failed(await createClient(withRuntime(runtime, h.options())).tickets.get("x"));
    expect(error).toMatchObject({ stopped: "deadline", attempts: [{ durationMs: 0 }] });
  });
});

describe("the hook", () => {
  it("sees each attempt as it ends, and what it does to it changes nothing", async () => {
    server.reply(failure("internal_error"), success());
    const told: Attempt[] = [];
    const onAttempt = (attempt: Attempt) => {
      told.push({ ...attempt });
      attempt.number = 99;
    };
    const result = await h.client({ onAttempt }).tickets.get("x");
    const request = { operation: "tickets.get", method: "GET", path: "/teams/{teamId}/tickets/{ticketId}" };
    const times = { requestId: "req_m1", durationMs: 0 };
    expect(told).toEqual([
      { number: 1, ...request, status: 500, code: "internal_error", ...times, delayMs: 0 },
      { number: 2, ...request, status: 200, ...times, delayMs: 250 },
    ]);
    expect(result).toMatchObject({ attempts: told });
  });

  const cause = new Error("my own bug");
  const hooks: [string, () => void][] = [
    [
      "throws",
      () => {
        throw cause;
      },
    ],
    ["rejects", async () => Promise.reject(cause)],
    [
      "returns a thenable that rejects",
      // biome-ignore lint/suspicious/noThenProperty: this is what is tested
      () => ({ then: (_: unknown, reject: (error: Error) => void) => reject(cause) }),
    ],
  ];

  it.each(hooks)("that %s changes nothing of a call; its error goes to reportError", async (_, onAttempt) => {
    const reportError = vi.fn();
    vi.stubGlobal("reportError", reportError);
    server.reply(failure("internal_error"), success({ id: "tkt_1" }, {}, 201), failure("key_expired"));
    const client = h.client({ onAttempt });
    expect(await client.tickets.create({ title: "x" })).toMatchObject({
      ok: true,
      status: 201,
      attempts: [{}, {}],
    });
    expect(failed(await client.tickets.get("x"))).toMatchObject({ code: "key_expired", outcome: "rejected" });
    expect(reportError.mock.calls).toEqual([[cause], [cause], [cause]]);
  });

  it("that throws is told of on the console where there is no reportError", async () => {
    vi.stubGlobal("reportError", undefined);
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => log.mockRestore());
    server.reply(success());
    const onAttempt = () => {
      throw cause;
    };
    expect((await h.client({ onAttempt }).tickets.get("x")).ok).toBe(true);
    expect(log.mock.calls).toEqual([[cause]]);
  });

  it("cannot hold a call up for ever", async () => {
    server.reply(success());
    const result = await h.client({ onAttempt: () => new Promise<void>(() => {}) as never }).tickets.get("x");
    expect(result.ok).toBe(true);
  });
});
