import { describe, expect, it } from "vitest";
import type { ClientOptions } from "../../src/entries/main.ts";
import { failed } from "./harness.ts";
import { localServer } from "./local-server.ts";
import { type Reply, raw, reset, success } from "./server.ts";
import { silent } from "./stalls.ts";

const { server, h } = await localServer();

/** What the error of a call says, without the code in front. */
async function said(reply: Reply, options: Partial<ClientOptions> = {}, signal?: AbortSignal) {
  server.reply(reply);
  const call = h.client({ maxRetries: 0, ...options }).tickets.get("x", signal ? { signal } : {});
  return failed(await call).rawMessage;
}

describe("the error of the client says", () => {
  it("that no response came in time", async () => {
    const expiring: Reply = () => h.expire();
    expect(await said(expiring, { attemptTimeout: 5000 })).toBe("No complete response within 5000 ms");
    expect(await said(expiring, { attemptTimeout: 0.4 })).toBe("No complete response within 0 ms");
  });

  it("that the connection failed, and how far it had come", async () => {
    const cut: Reply = (response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("{", () => response.destroy());
    };
    expect(await said(reset)).toBe("The connection failed");
    expect(await said(cut)).toBe("The connection failed in the middle of the response");
  });

  it("that it was aborted", async () => {
    const aborted = "The call was aborted by its signal";
    const controller = new AbortController();
    expect(await said(silent, {}, AbortSignal.abort())).toBe(aborted);
    expect(await said(() => controller.abort(), {}, controller.signal)).toBe(aborted);
  });

  it("whose fault it was on the caller's side", async () => {
    const none = (async () => undefined) as unknown as typeof fetch;
    const throwing = () => {
      throw new Error("x");
    };
    expect(await said(success(), { fetch: none })).toBe("The given fetch did not return a Response");
    expect(await said(success(), { onAttempt: throwing })).toBe("The onAttempt hook threw");
    expect(await said(success(), { apiKey: () => "" })).toBe(
      "The request could not be made: What the apiKey function returns in time must be a key",
    );
    expect(await said(success(), { apiKey: throwing })).toBe("The request could not be made: x");
  });

  it.each([
    [
      "HTML",
      raw(502, "<html>", { "content-type": "text/html" }),
      "HTTP 502 with text/html, not a response of the API",
    ],
    ["JSON", raw(500, "{}"), "HTTP 500 with application/json, not a response of the API"],
    [
      "nothing",
      raw(503, "", { "content-type": "text/html" }),
      "HTTP 503 with an empty or unknown body, not a response of the API",
    ],
    ["no type", raw(503, "x", {}), "HTTP 503 with an empty or unknown body, not a response of the API"],
    ["a redirect", raw(302, ""), "HTTP 302: redirects are not followed"],
    ["the lowest redirect", raw(300, ""), "HTTP 300: redirects are not followed"],
  ])("what came instead of a response: %s", async (_, reply, message) => {
    expect(await said(reply)).toBe(message);
  });

  it.each([
    ["is not JSON", "<html>", { "content-type": "text/html" }, "The body is not JSON"],
    ["is too long", " ".repeat(1024 * 1024 + 1), {}, "The body is longer than this client reads"],
    [
      "is in no known charset",
      "{}",
      { "content-type": "application/json; charset=klingon" },
      "The body is not text in the charset of its Content-Type",
    ],
  ])("as its cause that the body %s", async (_, body, headers, message) => {
    server.reply(raw(500, body, headers as Record<string, string>));
    expect(failed(await h.client({ maxRetries: 0 }).tickets.get("x")).cause).toMatchObject({ message });
  });
});
