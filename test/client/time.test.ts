import { getEventListeners } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { failed, type Harness, harness } from "./harness.ts";
import { localServer } from "./local-server.ts";
import { failure, success } from "./server.ts";
import { bodies, silent, stall } from "./stalls.ts";

const { server, h } = await localServer();

/** Lets the time of the running attempt be over, once, as soon as `ready`. */
function expireWhen(h: Harness, ready: () => boolean): void {
  const timer = setInterval(() => {
    if (!ready()) return;
    clearInterval(timer);
    h.expire();
  }, 5);
}

describe("attemptTimeout", () => {
  it("ends an attempt whose answer does not come, and tries again", async () => {
    server.reply(silent, success());
    expireWhen(h, () => server.seen.length === 1);
    const result = await h.client({ attemptTimeout: 5000 }).tickets.get("x");
    expect(result).toMatchObject({
      ok: true,
      attempts: [{ code: "timeout", durationMs: 5000 }, { status: 200 }],
    });
  });

  it("covers the body: a stall in the middle is a timeout, then a retry", async () => {
    server.reply(stall, success());
    const { fetch, begun } = bodies();
    expireWhen(h, () => begun() === 1);
    const result = await h.client({ fetch }).tickets.get("x");
    expect(result).toMatchObject({
      ok: true,
      attempts: [{ code: "timeout", status: 200, requestId: "req_h1" }, { status: 200 }],
    });
  });

  it("ends even a fetch that does not listen to its signal, and lets go of what comes late", async () => {
    let arrive: (response: Response) => void = () => {};
    let cancelled = false;
    const deaf: typeof fetch = () =>
      new Promise((resolve) => {
        arrive = resolve;
      });
    const call = h.client({ fetch: deaf, maxRetries: 0 }).tickets.get("x");
    await new Promise(setImmediate);
    h.expire();
    expect(failed(await call)).toMatchObject({ code: "timeout", stopped: "attempts", outcome: "unknown" });
    arrive(
      new Response(
        new ReadableStream({
          cancel: () => {
            cancelled = true;
          },
        }),
      ),
    );
    await new Promise(setImmediate);
    expect(cancelled).toBe(true);
  });

  it("lets go of a body that has stalled, though it is not tied to the signal", async () => {
    let cancelled = false;
    const body = new ReadableStream({
      cancel: () => {
        cancelled = true;
      },
    });
    const stalled: typeof fetch = async () => new Response(body);
    const call = h.client({ fetch: stalled, maxRetries: 0 }).tickets.get("x");
    await new Promise(setImmediate);
    h.expire();
    expect(failed(await call).code).toBe("timeout");
    expect(cancelled).toBe(true);
  });
});

describe("a connection that is cut in the middle of a body", () => {
  it("is a connection error with the status, not a parse error", async () => {
    server.reply((response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
      response.write('{"success":true,', () => response.destroy());
    });
    const error = failed(await h.client({ maxRetries: 0 }).tickets.get("x"));
    expect(error).toMatchObject({
      code: "connection_error",
      status: 200,
      outcome: "unknown",
      retryable: true,
    });
  });

  it("and one that speaks something else than HTTP are connection errors, and are tried again", async () => {
    const sockets: Socket[] = [];
    const rude = createServer((socket) => {
      sockets.push(socket);
      socket.write("SSH-2.0-OpenSSH\r\n");
    });
    await new Promise<void>((resolve) => rude.listen(0, "127.0.0.1", resolve));
    const baseUrl = `http://127.0.0.1:${(rude.address() as AddressInfo).port}`;
    const error = failed(await harness(baseUrl).client().tickets.get("x"));
    expect(error).toMatchObject({ code: "connection_error", stopped: "attempts", attempts: [{}, {}, {}] });
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => rude.close(resolve));
  });
});

describe("deadline", () => {
  it("ends the attempt that is running, as a timeout", async () => {
    server.reply(silent);
    expireWhen(h, () => server.seen.length === 1);
    const error = failed(await h.client({ deadline: 3000, attemptTimeout: 60_000 }).tickets.get("x"));
    expect(error).toMatchObject({ code: "timeout", stopped: "deadline", attempts: [{ durationMs: 3000 }] });
  });

  it("covers all attempts and waits", async () => {
    server.reply(failure("internal_error"), failure("internal_error"), silent);
    expireWhen(h, () => server.seen.length === 3);
    const error = failed(await h.client({ deadline: 1000, maxRetries: 9 }).tickets.get("x"));
    expect(error).toMatchObject({ code: "timeout", stopped: "deadline" });
    expect(
      error.attempts.map(({ durationMs, delayMs }) => durationMs + delayMs).reduce((a, b) => a + b),
    ).toBe(1000);
  });

  it("goes on while the key function thinks", async () => {
    const set: number[] = [];
    const { setTimeout } = h.runtime;
    h.runtime.setTimeout = (run, ms) => {
      set.push(ms);
      return setTimeout(run, ms);
    };
    const apiKey = () => {
      h.clock.now += 4000;
      return "sk_test_slow";
    };
    server.reply(success());
    await h.client({ apiKey, deadline: 5000 }).tickets.get("x");
    expect(set).toEqual([5000, 1000]);
  });

  it("of a call beats the client's", async () => {
    server.reply(failure("rate_limit_exceeded", { "retry-after": "10" }), success());
    expect((await h.client({ deadline: 1000 }).tickets.get("x", { deadline: 60_000 })).ok).toBe(true);
  });

  it("can be longer than a timer can wait", async () => {
    server.reply(success());
    const client = h.client({ deadline: 2 ** 40, attemptTimeout: Number.POSITIVE_INFINITY });
    const set: number[] = [];
    const { setTimeout } = h.runtime;
    h.runtime.setTimeout = (run, ms) => {
      set.push(ms);
      return setTimeout(run, ms);
    };
    expect((await client.tickets.get("x")).ok).toBe(true);
    for (const ms of set) expect(ms).toBeLessThan(2 ** 31);
    expect(set.length).toBeGreaterThan(0);
  });
});

describe("what is left behind", () => {
  it("is no timer and no listener, however a call ends", async () => {
    const { signal } = new AbortController();
    for (const reply of [success(), failure("key_expired"), failure("internal_error")]) {
      server.reply(reply);
      await h.client().tickets.get("x", { signal });
      await h
        .fetchClient()
        .GET("/teams/{teamId}/tickets", { params: { path: { teamId: "t" } }, signal })
        .catch(() => {});
      expect(h.timers.size).toBe(0);
      expect(getEventListeners(signal, "abort")).toHaveLength(0);
    }
    const controller = new AbortController();
    server.reply(() => controller.abort());
    await h.client().tickets.get("x", { signal: controller.signal });
    expect(h.timers.size).toBe(0);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  });

  it("is nothing that one call could see of another", async () => {
    server.reply((response, { url }) => {
      success({ id: url.split("/").at(-1) })(response, {} as never, {} as never);
    });
    const client = h.client();
    const ids = Array.from({ length: 50 }, (_, i) => `tkt_${i}`);
    const results = await Promise.all(ids.map((id) => client.tickets.get(id, { headers: { "X-Id": id } })));
    expect(results.map((result) => result.ok && result.data.id)).toEqual(ids);
    for (const { url, headers } of server.seen) expect(url.endsWith(`/${headers["x-id"]}`)).toBe(true);
  });
});
