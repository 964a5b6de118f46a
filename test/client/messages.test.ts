import { describe, expect, it } from "vitest";
import type { ClientOptions } from "../../src/entries/main.ts";
import { failed } from "./harness.ts";
import { localServer } from "./local-server.ts";
import { envelope, json, meta, type Reply, raw, reset, success as succeed } from "./server.ts";
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
    expect(await said(reset)).toBe("The connection failed (UND_ERR_SOCKET)");
    expect(await said(cut)).toBe("The connection failed in the middle of the response (UND_ERR_SOCKET)");
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
    expect(await said(succeed(), { fetch: none })).toBe("The given fetch did not return a Response");
    expect(await said(succeed(), { apiKey: () => "" })).toBe(
      "The request could not be made: What the apiKey function returned is empty: is its environment variable set?",
    );
    expect(await said(succeed(), { apiKey: throwing })).toBe("The request could not be made: x");
  });

  const html = { "content-type": "text/html" };
  const success = { success: true, data: {}, meta };
  it.each([
    ["HTML", raw(502, "\n<html>", html), "HTTP 502: HTML or XML, as from a proxy, instead of JSON"],
    ["an empty object", raw(500, "{}"), "HTTP 500: `success` is not false"],
    ["a list", raw(500, "[]"), "HTTP 500: the body is not an object"],
    ["an error under 200", json(200, envelope("key_expired")), "HTTP 200: `success` is not true"],
    ["nothing", raw(503, " \n", html), "HTTP 503: the body is empty"],
    ["a text", raw(503, "busy", {}), "HTTP 503: the body is not JSON in UTF-8"],
    ["half a body", raw(200, '{"success":true,"data":{"id":"tk'), "HTTP 200: the JSON is cut off"],
    [
      "too much",
      raw(500, " ".repeat(1024 * 1024 + 1)),
      "HTTP 500: the body is longer than this client reads",
    ],
    ["no data", json(200, { ...success, data: undefined }), "HTTP 200: `data` is missing"],
    ["data of another type", json(200, { ...success, data: [] }), "HTTP 200: `data` is not of type object"],
    ["no meta", json(200, { ...success, meta: undefined }), "HTTP 200: `meta` is missing"],
    ["no request id", json(200, { ...success, meta: {} }), "HTTP 200: `meta.requestId` is missing"],
    ["no error", json(500, { success: false, meta }), "HTTP 500: `error` is missing"],
    [
      "no message",
      json(401, envelope("key_expired", { message: undefined })),
      "HTTP 401: `error.message` is missing",
    ],
    [
      "a code that is no text",
      json(401, envelope("x", { code: 5 })),
      "HTTP 401: `error.code` is not of type string",
    ],
    [
      "no param",
      json(400, envelope("parameter_missing", { param: undefined })),
      "HTTP 400: `error.param` is missing",
    ],
    ["a redirect", raw(302, ""), "HTTP 302: redirects are not followed"],
    ["the lowest redirect", raw(300, ""), "HTTP 300: redirects are not followed"],
    ["a 304, which is no redirect", raw(304, ""), "HTTP 304: not modified, which has no body"],
  ])("in one clause what is wrong with a response: %s", async (_, reply, message) => {
    expect(await said(reply)).toBe(message);
  });

  it("that a page of a list has no pagination", async () => {
    server.reply(json(200, { ...success, data: [] }));
    expect(failed(await h.client().tickets.list()).rawMessage).toBe("HTTP 200: `pagination` is missing");
  });

  it("the same as cause of a body that is not JSON, with none of its text", async () => {
    server.reply(raw(500, "<html>", html));
    const { cause } = failed(await h.client({ maxRetries: 0 }).tickets.get("x"));
    expect(cause).toBeInstanceOf(SyntaxError);
    expect(cause).toMatchObject({ message: "HTML or XML, as from a proxy, instead of JSON" });
  });
});
