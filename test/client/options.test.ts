import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createClient, createFetchClient } from "../../src/entries/main.ts";
import { failed, key } from "./harness.ts";
import { localServer } from "./local-server.ts";
import { envelope, json, success } from "./server.ts";

const { server, h } = await localServer();

describe("wrong options", () => {
  const secret = "sk_test_hidden-in-an-option";
  const aKey = "apiKey must be sk_live_ or pk_live_ or sk_test_ or pk_test_ and then no spaces";
  const aBase = "baseUrl must be an http(s) URL without user, query and fragment";
  const anId = 'teamId must be a text other than "", "." and ".."';
  const empty = (name: string) => `${name} is empty: is its environment variable set?`;
  const aTime = "must be milliseconds above 0";
  const aCount = "maxRetries must be a whole number from 0";

  it.each<[string, object | undefined | null, string]>([
    ["no options", undefined, "options must be an object"],
    ["null", null, "options must be an object"],
    ["no key", { apiKey: undefined }, empty("apiKey")],
    ["an empty key", { apiKey: "" }, empty("apiKey")],
    ["an empty team", { teamId: "" }, empty("teamId")],
    ["a key of spaces", { apiKey: "   " }, aKey],
    ["a prefix alone", { apiKey: "sk_test_" }, aKey],
    ["a key with a line break", { apiKey: `${secret}\n` }, aKey],
    ["a key with a space", { apiKey: ` ${secret}` }, aKey],
    ["a key of another service", { apiKey: secret.replace("sk_test_", "ghp_") }, aKey],
    ["a key that is no text", { apiKey: 5 }, aKey],
    ["no team", { teamId: undefined }, empty("teamId")],
    ["a team that leads elsewhere", { teamId: ".." }, anId],
    ["a base that is no URL", { baseUrl: secret }, aBase],
    ["a base that is no text", { baseUrl: new URL("https://cstar.help") }, aBase],
    ["a base with a user", { baseUrl: `https://me:${secret}@cstar.help` }, aBase],
    ["a base with a query", { baseUrl: `https://cstar.help/?key=${secret}` }, aBase],
    ["a base of another scheme", { baseUrl: "file:///etc/passwd" }, aBase],
    ["a base of a scheme that ends like ours", { baseUrl: "xhttp://cstar.help" }, aBase],
    ["a base that only begins like a URL", { baseUrl: "https://[" }, aBase],
    ["a fetch that is no function", { fetch: secret }, "fetch must be a function"],
    ["fetchOptions that are no object", { fetchOptions: secret }, "fetchOptions must be an object"],
    ["a hook that is no function", { onAttempt: secret }, "onAttempt must be a function"],
    [
      "Authorization in the headers",
      { headers: { authorization: secret } },
      "headers must be without Authorization, which apiKey is for",
    ],
    [
      "Idempotency-Key in the headers",
      { headers: { "IDEMPOTENCY-key": secret } },
      "headers must be without Idempotency-Key, which is for one call",
    ],
    [
      "a header that cannot be",
      { headers: { "X-A": `${secret}\nb` } },
      "headers must be an object of valid header names and values",
    ],
    ["maxRetries of NaN", { maxRetries: Number.NaN }, aCount],
    ["a fraction for maxRetries", { maxRetries: 1.5 }, aCount],
    ["an attemptTimeout of 0", { attemptTimeout: 0 }, `attemptTimeout ${aTime}`],
    ["a deadline of 0", { deadline: 0 }, `deadline ${aTime}`],
    ["a text for the deadline", { deadline: secret }, `deadline ${aTime}`],
  ])(
    "throw a TypeError at once that says what is wrong and does not echo a value: %s",
    (_, wrong, message) => {
      const given = wrong && { apiKey: key, teamId: "t", ...wrong };
      let thrown: unknown;
      try {
        createClient(given as never);
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBeInstanceOf(TypeError);
      expect((thrown as Error).message).toBe(message);
      expect(inspect(thrown, { depth: 9 })).not.toContain("hidden-in-an-option");
      if (!message.startsWith("teamId")) expect(() => createFetchClient(given as never)).toThrow(message);
    },
  );

  it.each(["sk_live_a", "pk_live_-_9", "sk_test_x", "pk_test_x"])("are none: %s is a key", (apiKey) => {
    expect(() => createClient({ apiKey, teamId: "t" })).not.toThrow();
  });

  it("are none: a base may end in a slash, which does not double", async () => {
    server.reply(success());
    expect((await h.client({ baseUrl: `${server.baseUrl}/` }).tickets.get("x")).ok).toBe(true);
    expect(server.seen[0]?.url).toMatch(/^\/api\/v1\/teams\//);
  });

  it("leave it to the API to refuse a publishable key for a write", async () => {
    server.reply(json(403, envelope("publishable_key_write")));
    const result = await h.client({ apiKey: "pk_test_abc" }).tickets.create({ title: "x" });
    expect(failed(result).code).toBe("publishable_key_write");
  });
});
