import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createClient, type FetchFunction } from "../../src/entries/main.ts";
import { failed } from "./harness.ts";
import { localServer } from "./local-server.ts";
import { reset, success } from "./server.ts";

const { server, h } = await localServer();

/** A fetch that counts its calls. */
function counting(fetch: FetchFunction) {
  let calls = 0;
  const counted: FetchFunction = (url, init) => {
    calls++;
    return fetch(url, init);
  };
  return { fetch: counted, calls: () => calls };
}

describe("a mistake of the caller is a local_error after one attempt: a given fetch", () => {
  const reading: FetchFunction = async (url, init) => {
    const response = await fetch(url, init);
    await response.text();
    return response;
  };
  const locking: FetchFunction = async (url, init) => {
    const response = await fetch(url, init);
    response.body?.getReader();
    return response;
  };
  const used = "The given fetch has read the body of its response: let it read a clone()";
  const throwing = (error: Error) => async () => Promise.reject(error);

  it.each<[string, FetchFunction, string, string]>([
    ["has read the body", reading, used, "unknown"],
    ["has locked the body", locking, used, "unknown"],
    [
      "returns no Response",
      async () => undefined as never,
      "The given fetch did not return a Response",
      "unknown",
    ],
    [
      "throws a ReferenceError",
      throwing(new ReferenceError("logger is not defined")),
      "fetch threw a ReferenceError: logger is not defined",
      "unknown",
    ],
    [
      "throws a RangeError",
      throwing(new RangeError("Invalid array length")),
      "fetch threw a RangeError: Invalid array length",
      "unknown",
    ],
    [
      "throws a SyntaxError",
      throwing(new SyntaxError("Unexpected token")),
      "fetch threw a SyntaxError: Unexpected token",
      "unknown",
    ],
    [
      "is of another realm than AbortController, as with jsdom",
      throwing(
        new TypeError('RequestInit: Expected signal ("AbortSignal {}") to be an instance of AbortSignal.'),
      ),
      "fetch and AbortController are not of one realm, as where a test environment replaces one of them: " +
        'RequestInit: Expected signal ("AbortSignal {}") to be an instance of AbortSignal.',
      "not_sent",
    ],
  ])("that %s", async (_, given, message, outcome) => {
    server.reply(success());
    const { fetch, calls } = counting(given);
    const error = failed(await h.client({ fetch }).tickets.create({ title: "x" }));
    expect(error).toMatchObject({ code: "local_error", outcome, retryable: false, attempts: [{}] });
    expect(error.rawMessage).toBe(message);
    expect(calls()).toBe(1);
  });

  it("that there is no fetch at all, as with jsdom", async () => {
    vi.stubGlobal("fetch", undefined);
    onTestFinished(() => void vi.unstubAllGlobals());
    const error = failed(
      await createClient({ apiKey: "sk_test_x", teamId: "t" }).tickets.create({ title: "x" }),
    );
    expect(error).toMatchObject({ code: "local_error", outcome: "not_sent", attempts: [{}] });
    expect(error.rawMessage).toContain("pass the client one");
  });

  it("of a signal that the platform itself refuses", async () => {
    server.reply(success());
    const foreign = () => ({ aborted: false, addEventListener: () => {}, removeEventListener: () => {} });
    const { fetch, calls } = counting((url, init) =>
      globalThis.fetch(url, { ...init, signal: foreign() as unknown as AbortSignal }),
    );
    const result = await h.client({ fetch }).tickets.get("x");
    // Some releases of Node take anything that looks like a signal.
    if (!result.ok) expect(result.error).toMatchObject({ code: "local_error", outcome: "not_sent" });
    expect(calls()).toBe(1);
  });

  it.each([
    ["a TypeError", new TypeError("fetch failed")],
    ["an error without a class of its own", new Error("socket hang up")],
    ["a TypeError whose cause is one of those", new TypeError("terminated", { cause: new RangeError("x") })],
    ["a text", "offline"],
  ])("but %s stays a connection error, and is tried again", async (_, thrown) => {
    let calls = 0;
    const fetch: FetchFunction = async (url, init) => {
      if (++calls === 1) throw thrown;
      return globalThis.fetch(url, init);
    };
    server.reply(success());
    const result = await h.client({ fetch }).tickets.get("x");
    expect(result).toMatchObject({ ok: true, attempts: [{ code: "connection_error" }, { status: 200 }] });
  });

  it("but a clone that was read is none", async () => {
    server.reply(success());
    const logging: FetchFunction = async (url, init) => {
      const response = await fetch(url, init);
      await response.clone().text();
      return response;
    };
    expect((await h.client({ fetch: logging }).tickets.get("x")).ok).toBe(true);
  });
});

describe("the reason survives: an error", () => {
  it("names operation, method and path, and so does every attempt, in its JSON too", async () => {
    server.reply(reset);
    const error = failed(
      await h.client({ maxRetries: 1 }).tickets.messages.create("tkt_1", { content: "x" }),
    );
    const request = {
      operation: "tickets.messages.create",
      method: "POST",
      path: "/teams/{teamId}/tickets/{ticketId}/messages",
    };
    expect(error).toMatchObject({ ...request, attempts: [request, request] });
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ ...request, attempts: [request, request] });
    const local = failed(await h.client().tickets.get(""));
    expect(local).toMatchObject({ code: "local_error", operation: "tickets.get", method: "GET" });
  });

  it("of openapi-fetch's client names them, too", async () => {
    server.reply(reset);
    const path = "/teams/{teamId}/tickets";
    const call = h.fetchClient().GET(path, { params: { path: { teamId: "t" } } });
    await expect(call).rejects.toMatchObject({ operation: "tickets.list", method: "GET", path });
  });

  it("keeps the lines of the caller's code in the stack of its cause", async () => {
    const apiKey = function keyFromVault(): string {
      return (undefined as unknown as { key: string }).key;
    };
    const { cause } = failed(await h.client({ apiKey }).tickets.get("x"));
    expect(cause).toBeInstanceOf(TypeError);
    expect((cause as Error).stack).toMatch(
      /^TypeError: Cannot read .*\n +at .*keyFromVault.*mistakes\.test\.ts/,
    );
  });
});
