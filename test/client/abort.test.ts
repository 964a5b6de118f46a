import { describe, expect, it } from "vitest";
import { failed } from "./harness.ts";
import { localServer } from "./local-server.ts";
import { failure } from "./server.ts";
import { bodies, silent, stall } from "./stalls.ts";

const { server, h } = await localServer();

describe("a signal", () => {
  const circular = Object.assign(new Error("x"), { code: "ECONNREFUSED" });
  circular.cause = circular;

  it("that is aborted already means no attempt", async () => {
    const reason = { my: "reason" };
    const error = failed(await h.client().tickets.get("x", { signal: AbortSignal.abort(reason) }));
    expect(error).toMatchObject({ code: "aborted", attempts: [], outcome: "not_sent", retryable: false });
    expect(error.cause).toBe(reason);
    expect(server.seen).toEqual([]);
  });

  it.each([
    ["a text", "enough"],
    ["undefined", undefined],
    ["a symbol", Symbol("x")],
    ["an error", new Error("x")],
    ["null", null],
    ["an error in a circle, with a code of the network", circular],
  ])(
    "that aborts in flight with %s settles the call at once, with the reason as cause",
    async (_, reason) => {
      const controller = new AbortController();
      server.reply(() => controller.abort(reason));
      const error = failed(await h.client().tickets.create({ title: "x" }, { signal: controller.signal }));
      expect(error).toMatchObject({ code: "aborted", attempts: [{ code: "aborted" }], outcome: "unknown" });
      expect(error.cause).toBe(controller.signal.reason);
      expect(server.seen).toHaveLength(1);
    },
  );

  it("that aborts in the middle of a body does the same", async () => {
    const controller = new AbortController();
    server.reply(stall);
    const { fetch, begun } = bodies();
    const call = h.client({ fetch }).tickets.get("x", { signal: controller.signal });
    const timer = setInterval(() => begun() && controller.abort(), 2);
    expect(failed(await call)).toMatchObject({ code: "aborted", status: 200 });
    clearInterval(timer);
  });

  it("that aborts in a wait settles at once: no timer is waited for and no request follows", async () => {
    const controller = new AbortController();
    server.reply(failure("internal_error"));
    const { setTimeout } = h.runtime;
    let attempts = 0;
    // The second timer is the one of the wait: it never fires.
    h.runtime.setTimeout = (run, ms) => {
      if (++attempts === 1) return setTimeout(run, ms);
      queueMicrotask(() => controller.abort("enough"));
      return { run, ms };
    };
    const error = failed(await h.client().tickets.get("x", { signal: controller.signal }));
    expect(error).toMatchObject({ code: "aborted", cause: "enough", attempts: [{ code: "internal_error" }] });
    expect(attempts).toBe(2);
    expect(server.seen).toHaveLength(1);
  });

  it("that a hook aborts settles at once, too: no wait begins", async () => {
    const controller = new AbortController();
    server.reply(failure("internal_error"));
    const onAttempt = () => controller.abort("enough");
    const error = failed(await h.client({ onAttempt }).tickets.get("x", { signal: controller.signal }));
    expect(error).toMatchObject({ code: "aborted", cause: "enough", attempts: [{ code: "internal_error" }] });
    expect(h.waits).toEqual([]);
    expect(server.seen).toHaveLength(1);
  });

  it("that aborts while the key function thinks settles at once", async () => {
    const controller = new AbortController();
    const apiKey = () => {
      queueMicrotask(() => controller.abort("enough"));
      return new Promise<string>(() => {});
    };
    const error = failed(await h.client({ apiKey }).tickets.get("x", { signal: controller.signal }));
    expect(error).toMatchObject({ code: "aborted", cause: "enough", attempts: [], outcome: "not_sent" });
  });

  it("of AbortSignal.timeout counts as abort, not as timeout", async () => {
    server.reply(silent);
    const error = failed(await h.client().tickets.get("x", { signal: AbortSignal.timeout(20) }));
    expect(error.code).toBe("aborted");
    expect(error.cause).toMatchObject({ name: "TimeoutError" });
  });

  it("settles a call whose fetch does not listen", async () => {
    const controller = new AbortController();
    const deaf: typeof fetch = () => new Promise(() => queueMicrotask(() => controller.abort()));
    const error = failed(await h.client({ fetch: deaf }).tickets.get("x", { signal: controller.signal }));
    expect(error.code).toBe("aborted");
  });
});
