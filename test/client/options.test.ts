import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createClient, createFetchClient } from "../../src/entries/main.ts";
import { failed, key } from "./harness.ts";
import { localServer } from "./local-server.ts";
import { envelope, json } from "./server.ts";

const { server, h } = await localServer();

describe("wrong options", () => {
  const secret = "sk_test_hidden-in-an-option";
  it.each<[string, object | undefined | null]>([
    ["no options", undefined],
    ["null", null],
    ["no key", { apiKey: undefined }],
    ["an empty key", { apiKey: "" }],
    ["a key of spaces", { apiKey: "   " }],
    ["a prefix alone", { apiKey: "sk_test_" }],
    ["a key with a line break", { apiKey: `${secret}\n` }],
    ["a key with a space", { apiKey: ` ${secret}` }],
    ["a key of another service", { apiKey: secret.replace("sk_test_", "ghp_") }],
    ["a key that is no text", { apiKey: 5 }],
    ["no team", { teamId: undefined }],
    ["a team that leads elsewhere", { teamId: ".." }],
    ["a base that is no URL", { baseUrl: secret }],
    ["a base with a user", { baseUrl: `https://me:${secret}@cstar.help` }],
    ["a base with a query", { baseUrl: `https://cstar.help/?key=${secret}` }],
    ["a base of another scheme", { baseUrl: "file:///etc/passwd" }],
    ["a fetch that is no function", { fetch: secret }],
    ["a hook that is no function", { onAttempt: secret }],
    ["Authorization in the headers", { headers: { authorization: secret } }],
    ["Idempotency-Key in the headers", { headers: { "IDEMPOTENCY-key": secret } }],
    ["a header that cannot be", { headers: { "X-A": `${secret}\nb` } }],
    ["maxRetries of NaN", { maxRetries: Number.NaN }],
    ["a fraction for maxRetries", { maxRetries: 1.5 }],
    ["an attemptTimeout of 0", { attemptTimeout: 0 }],
    ["a text for the deadline", { deadline: secret }],
  ])("throw a TypeError at once that does not echo a value: %s", (_, wrong) => {
    const given = wrong && { apiKey: key, teamId: "t", ...wrong };
    let thrown: unknown;
    try {
      createClient(given as never);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(TypeError);
    expect(inspect(thrown, { depth: 9 })).not.toContain("hidden-in-an-option");
    if (wrong && !("teamId" in wrong)) expect(() => createFetchClient(given as never)).toThrow(TypeError);
  });

  it.each(["sk_live_a", "pk_live_-_9", "sk_test_x", "pk_test_x"])("are none: %s is a key", (apiKey) => {
    expect(() => createClient({ apiKey, teamId: "t" })).not.toThrow();
  });

  it("leave it to the API to refuse a publishable key for a write", async () => {
    server.reply(json(403, envelope("publishable_key_write")));
    const result = await h.client({ apiKey: "pk_test_abc" }).tickets.create({ title: "x" });
    expect(failed(result).code).toBe("publishable_key_write");
  });
});
