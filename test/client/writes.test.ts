import { describe, expect, it } from "vitest";
import { failed, harness } from "./harness.ts";
import { localServer } from "./local-server.ts";
import { failure, raw, reset, startServer, success } from "./server.ts";

const { server, h } = await localServer();

const sentKeys = () => server.seen.map(({ headers }) => headers["idempotency-key"]);
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe("the Idempotency-Key", () => {
  it("is a UUID on POST and PATCH, one per call, the same on every attempt", async () => {
    server.reply(
      failure("internal_error"),
      reset,
      success(),
      failure("internal_error"),
      success(),
      success(),
    );
    const client = h.client();
    expect((await client.tickets.create({ title: "x" })).ok).toBe(true);
    expect((await client.tickets.update("tkt_1", { title: "x" })).ok).toBe(true);
    const [a, b, c, d, e] = sentKeys();
    expect(a).toMatch(uuid);
    expect([b, c]).toEqual([a, a]);
    expect(d).toMatch(uuid);
    expect(e).toBe(d);
    expect(d).not.toBe(a);
  });

  it("is not sent with GET and DELETE, which are tried again without one", async () => {
    server.reply(failure("internal_error"), success(), failure("internal_error"), success());
    const client = h.client();
    await client.tickets.get("x", { idempotencyKey: "mine" });
    await client.tickets.delete("x");
    expect(sentKeys()).toEqual([undefined, undefined, undefined, undefined]);
  });

  it.each(["Idempotency-Key", "idempotency-key", "IDEMPOTENCY-KEY"])(
    "given in the header %s is never replaced",
    async (name) => {
      server.reply(failure("internal_error"), success());
      await h.client().tickets.create({ title: "x" }, { headers: { [name]: "mine" } });
      expect(sentKeys()).toEqual(["mine", "mine"]);
    },
  );

  it("given as option beats the header", async () => {
    server.reply(success());
    await h
      .client()
      .tickets.create({ title: "x" }, { idempotencyKey: "option", headers: { "Idempotency-Key": "header" } });
    expect(sentKeys()).toEqual(["option"]);
  });

  it("is on the error of a write whose outcome is unknown, to try again by hand", async () => {
    server.reply(reset);
    const error = failed(await h.client().tickets.create({ title: "x" }));
    expect(error).toMatchObject({ outcome: "unknown", idempotencyKey: sentKeys()[0] });
    expect(error.idempotencyKey).toMatch(uuid);
    expect(failed(await h.client().tickets.delete("x")).idempotencyKey).toBeUndefined();
  });
});

describe("the request", () => {
  it("is serialised once: later changes of body, headers and options have no effect, and we change nothing", async () => {
    const body = { title: "before", tags: ["a"] };
    const headers: Record<string, string> = { "X-Mine": "before" };
    const options = { headers, maxRetries: 1 };
    const clientOptions = h.options({ headers: { "X-Client": "before" } });
    const frozen = structuredClone({ body, headers });
    server.reply((response) => {
      body.title = "after";
      body.tags.push("b");
      headers["X-Mine"] = "after";
      options.maxRetries = 0;
      Object.assign(clientOptions.headers ?? {}, { "X-Client": "after" });
      response.writeHead(500).end();
    }, success());
    const client = h.client(clientOptions);
    const call = client.tickets.create(body, options);
    expect({ body, headers }).toEqual(frozen);
    expect((await call).ok).toBe(true);
    expect(server.seen).toHaveLength(2);
    for (const seen of server.seen) {
      expect(seen.body).toBe('{"title":"before","tags":["a"]}');
      expect(seen.headers).toMatchObject({ "x-mine": "before", "x-client": "before" });
    }
  });

  it("carries the key, Accept and a JSON body, and escapes what stands in the path and the query", async () => {
    server.reply(success());
    await h.client().tickets.get("a/b?c#d");
    await h.client().tickets.list({ search: "a&b=c", page: 2, expand: ["customer"] });
    await h.client().tickets.create({ title: "x" });
    const [get, list, create] = server.seen;
    expect(get?.url).toMatch(/\/tickets\/a%2Fb%3Fc%23d$/);
    expect(get?.headers).toMatchObject({
      authorization: expect.stringMatching(/^Bearer sk_test_/),
      accept: "application/json",
    });
    expect(list?.url).toMatch(/\/tickets\?search=a%26b%3Dc&page=2&expand=customer$/);
    expect(create?.headers["content-type"]).toBe("application/json");
    expect(get?.headers).not.toHaveProperty("content-type");
  });

  it("writes lists in a query with commas, as the contract says", async () => {
    server.reply(success());
    await h.client().tickets.list({ expand: ["customer", "a,b"] as "customer"[] });
    expect(server.seen[0]?.url).toMatch(/\?expand=customer,a%2Cb$/);
  });

  const circular: Record<string, unknown> = { title: "x" };
  circular.self = circular;
  const throwing = {
    title: "x",
    toJSON() {
      throw new RangeError("my own bug");
    },
  };
  it.each([
    ["a circle", circular, TypeError, /circular/],
    ["a big integer", { title: 1n }, TypeError, /BigInt/],
    ["a toJSON that throws", throwing, RangeError, /my own bug/],
    ["a function", () => {}, TypeError, /body must be of a form that JSON has/],
  ])("with %s for a body is a local_error, and nothing is sent", async (_, body, kind, message) => {
    const error = failed(await h.client().tickets.create(body as never));
    expect(error).toMatchObject({ code: "local_error", outcome: "not_sent", attempts: [], retryable: false });
    expect(error.cause).toBeInstanceOf(kind);
    expect(error.rawMessage).toMatch(/^The request could not be made: /);
    expect(error.rawMessage).toMatch(message);
    expect(server.seen).toEqual([]);
  });

  it.each(["", ".", "..", undefined, 5, null, "\ud800"])(
    "with the id %j is a local_error, and nothing is sent",
    async (id) => {
      for (const call of ["get", "delete"] as const) {
        const error = failed(await h.client().tickets[call](id as string));
        expect(error).toMatchObject({ code: "local_error", outcome: "not_sent", attempts: [] });
      }
      expect(server.seen).toEqual([]);
    },
  );

  it.each<[string, object, string]>([
    [
      "Authorization",
      { headers: { authorization: "Bearer sk_test_other" } },
      "headers must be without Authorization",
    ],
    [
      "a header that cannot be",
      { headers: { "X-A": "line\nbreak" } },
      "headers must be an object of valid header",
    ],
    [
      "an empty idempotencyKey",
      { idempotencyKey: "" },
      "idempotencyKey must be visible ASCII without spaces",
    ],
    [
      "an idempotencyKey with a line break",
      { idempotencyKey: "a\nb" },
      "idempotencyKey must be visible ASCII",
    ],
    ["a negative maxRetries", { maxRetries: -1 }, "maxRetries must be a whole number from 0"],
    ["no number for a deadline", { deadline: Number.NaN }, "deadline must be milliseconds above 0"],
    ["a signal that is none", { signal: {} as AbortSignal }, "signal must be an AbortSignal"],
  ])("with %s among the options is a local_error, and nothing is sent", async (_, options, message) => {
    const error = failed(await h.client().tickets.create({ title: "x" }, options));
    expect(error).toMatchObject({ code: "local_error", outcome: "not_sent", attempts: [] });
    expect(error.rawMessage).toContain(message);
    expect(server.seen).toEqual([]);
  });

  it("takes null for no signal, as fetch does", async () => {
    server.reply(success());
    expect((await h.client().tickets.get("x", { signal: null as never })).ok).toBe(true);
  });
});

describe("the outcome", () => {
  it("is not_sent when the connection was refused or the name not found", async () => {
    const gone = await startServer();
    await gone.close();
    for (const baseUrl of [gone.baseUrl, "http://nowhere.invalid/api/v1"]) {
      const error = failed(await harness(baseUrl).client().tickets.create({ title: "x" }));
      expect(error).toMatchObject({ code: "connection_error", outcome: "not_sent", attempts: [{}, {}, {}] });
    }
  });

  it("is rejected when every answer was a 4xx", async () => {
    server.reply(failure("rate_limit_exceeded", { "retry-after": "1" }), failure("key_expired"));
    expect(failed(await h.client().tickets.create({ title: "x" })).outcome).toBe("rejected");
    server.reply(raw(404, "<html>"));
    expect(failed(await h.client().tickets.create({ title: "x" })).outcome).toBe("rejected");
  });

  it("is unknown once a single attempt was: a 404 to a retried DELETE, a 401 after a lost answer", async () => {
    server.reply(failure("internal_error"), failure("resource_not_found"));
    expect(failed(await h.client().tickets.delete("x"))).toMatchObject({
      code: "resource_not_found",
      outcome: "unknown",
    });
    server.reply(reset, failure("key_expired"));
    expect(failed(await h.client().tickets.create({ title: "x" }))).toMatchObject({
      code: "key_expired",
      outcome: "unknown",
    });
  });

  it.each([
    ["a 500", failure("internal_error")],
    ["a broken success", raw(200, "{")],
    ["a broken connection", reset],
    ["a redirect", raw(302, "")],
  ])("is unknown after %s", async (_, reply) => {
    server.reply(reply);
    expect(failed(await h.client({ maxRetries: 0 }).tickets.create({ title: "x" })).outcome).toBe("unknown");
  });
});

describe("the apiKey function", () => {
  it("is asked before every attempt", async () => {
    server.reply(failure("internal_error"), success());
    let asked = 0;
    await h.client({ apiKey: async () => `sk_live_number${++asked}` }).tickets.get("x");
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer sk_live_number1",
      "Bearer sk_live_number2",
    ]);
  });

  it.each<[string, () => unknown]>([
    ["rejects", () => Promise.reject(new Error("vault is sealed"))],
    [
      "throws",
      () => {
        throw new Error("vault is sealed");
      },
    ],
    ["gives nothing", () => undefined],
    ["gives an empty text", () => ""],
    ["gives a key with a line break", () => "sk_test_a\nb"],
    ["gives a foreign key", () => "ghp_abcdef"],
    ["never answers", () => new Promise(() => {})],
  ])("that %s makes the call fail at once as local_error", async (_, apiKey) => {
    const error = failed(await h.client({ apiKey: apiKey as () => string }).tickets.create({ title: "x" }));
    expect(error).toMatchObject({ code: "local_error", outcome: "not_sent", attempts: [], retryable: false });
    expect(server.seen).toEqual([]);
    expect(h.timers.size).toBe(0);
  });

  it("that fails before a retry leaves the outcome of the first attempt", async () => {
    server.reply(failure("internal_error"));
    let asked = 0;
    const apiKey = () => {
      if (++asked > 1) throw new Error("vault is sealed");
      return "sk_live_first1";
    };
    const error = failed(await h.client({ apiKey }).tickets.create({ title: "x" }));
    expect(error).toMatchObject({
      code: "local_error",
      outcome: "unknown",
      attempts: [{ code: "internal_error" }],
    });
  });
});
