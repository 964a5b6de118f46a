import { getEventListeners } from "node:events";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createClient, type FetchFunction, unwrap } from "../../src/entries/main.ts";
import { failed, key, teamId } from "./harness.ts";
import { localServer } from "./local-server.ts";
import { failure, meta, success } from "./server.ts";
import { silent } from "./stalls.ts";

const { server, h } = await localServer();

/** A promise as libraries make their own: no `Promise`, and nothing but `then`. */
function thenable<T>(value: T): Promise<T> {
  // biome-ignore lint/suspicious/noThenProperty: this is what is tested
  return { then: (resolve: (value: T) => unknown) => void resolve(value) } as unknown as Promise<T>;
}

describe("thenables count as promises", () => {
  it("of a given fetch and of a key function", async () => {
    server.reply(success());
    const fetch: FetchFunction = (url, init) => {
      const response = globalThis.fetch(url, init);
      // biome-ignore lint/suspicious/noThenProperty: this is what is tested
      return { then: (...args: []) => response.then(...args) } as unknown as Promise<Response>;
    };
    expect((await h.client({ fetch, apiKey: () => thenable(key) }).tickets.get("x")).ok).toBe(true);
  });

  it("handed to unwrap", async () => {
    server.reply(success({ id: "tkt_1" }));
    const result = await h.client().tickets.get("x");
    expect(await unwrap(thenable(result))).toEqual({ id: "tkt_1" });
  });
});

describe("a signal that many calls share", () => {
  it("has one listener, however many calls there are, and none when they are over", async () => {
    const { signal } = new AbortController();
    const answers: (() => void)[] = [];
    server.reply((response) => void answers.push(() => success()(response, {} as never, {} as never)));
    const client = h.client();
    const calls = Array.from({ length: 50 }, () => client.tickets.get("x", { signal }));
    await vi.waitFor(() => expect(answers).toHaveLength(50), 30_000);
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    for (const answer of answers) answer();
    for (const { ok } of await Promise.all(calls)) expect(ok).toBe(true);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  it("ends all of them, and no call of another signal", async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    server.reply(silent);
    const client = h.client();
    const call = ({ signal }: AbortController) => client.tickets.get("x", { signal });
    const calls = [call(first), call(first), call(second)] as const;
    await vi.waitFor(() => expect(server.seen).toHaveLength(3), 30_000);
    first.abort("enough");
    expect(failed(await calls[0])).toMatchObject({ code: "aborted", cause: "enough" });
    expect(failed(await calls[1])).toMatchObject({ code: "aborted", cause: "enough" });
    expect(getEventListeners(second.signal, "abort")).toHaveLength(1);
    second.abort();
    expect(failed(await calls[2]).code).toBe("aborted");
  });
});

describe("a runtime without streams", () => {
  const respond = (
    status: number,
    body: string,
    arrayBuffer = async () => new TextEncoder().encode(body).buffer,
  ) => {
    const headers = new Headers({ "content-type": "application/json" });
    return { status, ok: status < 300, headers, type: "default", arrayBuffer } as unknown as Response;
  };

  it("has its bodies read by arrayBuffer()", async () => {
    const fetch = async () => respond(200, JSON.stringify({ success: true, data: { id: "tkt_ü" }, meta }));
    expect(await h.client({ fetch }).tickets.get("x")).toMatchObject({ ok: true, data: { id: "tkt_ü" } });
  });

  it("under the same cap", async () => {
    const fetch = async () => respond(500, " ".repeat(1024 * 1024 + 1));
    const error = failed(await h.client({ fetch, maxRetries: 0 }).tickets.get("x"));
    expect(error.rawMessage).toBe("HTTP 500: the body is longer than this client reads");
  });

  it("and within the same time", async () => {
    const fetch = async () => respond(200, "", () => new Promise(() => setImmediate(h.expire)));
    expect(failed(await h.client({ fetch, maxRetries: 0 }).tickets.get("x")).code).toBe("timeout");
  });
});

it("A base is checked without URL.canParse, which older runtimes lack", () => {
  vi.spyOn(URL, "canParse").mockImplementation(() => {
    throw new Error("not there");
  });
  onTestFinished(() => void vi.restoreAllMocks());
  expect(() => createClient({ apiKey: key, teamId, baseUrl: "https://[" })).toThrow("baseUrl must be");
  expect(() => createClient({ apiKey: key, teamId, baseUrl: "https://x.example" })).not.toThrow();
});

describe("a result", () => {
  it("is plain data: a structured clone and JSON have all of it, and no response", async () => {
    const rate = { "x-ratelimit-limit": "5", "x-ratelimit-reset": "1774866600" };
    server.reply(success({ id: "tkt_1" }, rate));
    const result = await h.client().tickets.get("x");
    const clone = structuredClone(result);
    expect(clone).toEqual({ ...result });
    expect(Object.keys(clone)).toEqual(["ok", "data", "meta", "status", "attempts", "rateLimit"]);
    expect(JSON.parse(JSON.stringify(result))).toMatchObject({
      ok: true,
      data: { id: "tkt_1" },
      rateLimit: { limit: 5 },
    });
    if (result.ok) expect(await result.response.json()).toMatchObject({ data: { id: "tkt_1" } });
  });

  it("holds nothing that a React server component may not pass on", async () => {
    server.reply(success({ id: "tkt_1" }, { "x-ratelimit-limit": "5", "x-ratelimit-reset": "1774866600" }));
    const result = await h.client().tickets.get("x");
    const walk = (value: unknown): void => {
      expect(typeof value).not.toMatch(/function|symbol/);
      if (typeof value !== "object" || value === null) return;
      expect([Object.prototype, Array.prototype, Date.prototype]).toContain(Object.getPrototypeOf(value));
      Object.values(value).forEach(walk);
    };
    walk(result);
  });

  it("can be taken apart: data or error", async () => {
    server.reply(success({ id: "tkt_1" }), failure("key_expired"));
    const client = h.client();
    const first = await client.tickets.get("x");
    const second = await client.tickets.get("x");
    expect([first.data?.id, first.error]).toEqual(["tkt_1", undefined]);
    expect([second.data, second.error?.code]).toEqual([undefined, "key_expired"]);
  });
});
