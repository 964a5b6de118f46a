import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { failed } from "./harness.ts";
import { localServer } from "./local-server.ts";
import { envelope, json, meta, page, raw, success } from "./server.ts";

const { server, h } = await localServer();

const html = { "content-type": "text/html; charset=utf-8", "x-request-id": "req_h9" };

describe("answers that are not the API's", () => {
  it.each([
    ["an empty body", ""],
    ["null", "null"],
    ["false", "false"],
    ["0", "0"],
    ["a text", '"x"'],
    ["a list", "[]"],
    ["an empty object", "{}"],
    ["no error", '{"success":false,"meta":{"requestId":"req_m1"}}'],
    ["a text as error", '{"success":false,"error":"bad"}'],
    ["a list as error", '{"success":false,"error":[1]}'],
    ["null as error", '{"success":false,"error":null,"meta":null}'],
    ["a code that is no text", '{"success":false,"error":{"code":5,"message":"x"}}'],
  ])("fails with status and request id for %s, under 200, 400 and 500", async (_, body) => {
    for (const status of [200, 400, 500]) {
      server.reply(raw(status, body, { "x-request-id": "req_h9" }));
      const error = failed(await h.client({ maxRetries: 0 }).tickets.get("tkt_1"));
      expect(error).toMatchObject({ code: "unexpected_response", status });
      expect(error.requestId).toMatch(/^req_/);
    }
  });

  it("fails for an empty body with Content-Length, without it, and for 204", async () => {
    const chunked = (status: number) =>
      raw(status, "", { "transfer-encoding": "chunked", "x-request-id": "req_h9" });
    for (const reply of [
      raw(200, "", { "content-length": "0" }),
      chunked(200),
      chunked(500),
      raw(204, "", {}),
    ]) {
      server.reply(reply);
      expect(failed(await h.client({ maxRetries: 0 }).tickets.get("tkt_1")).code).toBe("unexpected_response");
    }
  });

  it.each([
    ["an HTML 502", 502, "<html>Bad gateway</html>"],
    ["HTML under 200", 200, "<html>Please log in</html>"],
    ["JSON cut off under 200", 200, '{"success":true,"data":{"id":"tk'],
    ["JSON cut off under 500", 500, '{"success":false,"error":{"code":"internal_er'],
  ])(
    "tells of %s: status, content type, excerpt, header request id and a cause without the text",
    async (_, status, body) => {
      server.reply(raw(status, body, html));
      const error = failed(await h.client({ maxRetries: 0 }).tickets.get("tkt_1"));
      expect(error).toMatchObject({
        ...{ code: "unexpected_response", status, requestId: "req_h9", contentType: html["content-type"] },
        excerpt: body,
      });
      expect(error.cause).toBeInstanceOf(SyntaxError);
      expect(String((error.cause as Error).message)).not.toMatch(/html|tk|internal/);
    },
  );

  it("takes success: false under 200 for a failure, with its code in rawCode", async () => {
    server.reply(json(200, envelope("key_expired")));
    expect(failed(await h.client().tickets.get("x"))).toMatchObject({
      code: "unexpected_response",
      status: 200,
      rawCode: "key_expired",
    });
  });

  it.each([
    ["no data", { success: true, meta }],
    ["data that is no object", { success: true, data: "x", meta }],
    ["no meta", { success: true, data: {} }],
    ["no request id", { success: true, data: {}, meta: {} }],
    ["no success flag", { data: {}, meta }],
  ])("takes a success with %s for a failure", async (_, body) => {
    server.reply(json(200, body));
    expect(failed(await h.client().tickets.get("x")).code).toBe("unexpected_response");
  });

  it("demands pagination of lists, and of lists only", async () => {
    server.reply(success([]), success([]), page([], false));
    const client = h.client();
    expect(failed(await client.tickets.list()).code).toBe("unexpected_response");
    expect(failed(await client.tickets.get("x")).code).toBe("unexpected_response");
    expect(await client.tickets.list()).toMatchObject({ ok: true, data: [], pagination: { hasMore: false } });
  });

  it("reads a byte order mark, problem+json and charset parameters", async () => {
    const body = JSON.stringify({ success: true, data: { id: "tkt_ü" }, meta });
    const types = { "content-type": "application/problem+json" };
    const latin1 = { "content-type": 'application/json; charset="ISO-8859-1"' };
    const wide = { "content-type": "application/json;charset=utf-16le" };
    for (const reply of [
      raw(200, `\ufeff${body}`),
      raw(200, body, types),
      raw(200, Buffer.from(body, "latin1"), latin1),
      raw(200, Buffer.from(body, "utf16le"), wide),
    ]) {
      server.reply(reply);
      expect(await h.client().tickets.get("x")).toMatchObject({ ok: true, data: { id: "tkt_ü" } });
    }
  });

  it.each([
    ["an unknown charset", "application/json; charset=klingon"],
    ["a wrong charset", "application/json; charset=utf-16"],
    ["two types", "application/json, text/html; charset=latin1"],
    ["no type", ""],
  ])("reads UTF-8 whatever its label says: %s", async (_, type) => {
    const body = JSON.stringify({ success: true, data: { id: "tkt_ü" }, meta });
    server.reply(raw(200, body, { "content-type": type }));
    expect(await h.client().tickets.get("x")).toMatchObject({ ok: true, data: { id: "tkt_ü" } });
  });

  it("reads a body whose Content-Type was sent twice", async () => {
    server.reply((response) => {
      response.setHeader("content-type", ["application/json; charset=utf-16", "text/html"]);
      response.end(JSON.stringify({ success: true, data: { id: "tkt_ü" }, meta }));
    });
    expect(await h.client().tickets.get("x")).toMatchObject({ ok: true, data: { id: "tkt_ü" } });
  });

  it.each(["application/json", "application/json; charset=klingon", "application/json; charset=utf-8"])(
    "fails for bytes that are text neither in UTF-8 nor by their label: %s",
    async (type) => {
      const body = Buffer.from(JSON.stringify({ success: true, data: { id: "tkt_ü" }, meta }), "latin1");
      server.reply(raw(200, body, { "content-type": type }));
      const error = failed(await h.client().tickets.get("x"));
      expect(error.code).toBe("unexpected_response");
      expect(error.cause).toBeInstanceOf(SyntaxError);
    },
  );

  it("cuts the excerpt at 256 characters and makes control characters in it visible", async () => {
    server.reply(raw(502, `\u001b[31m${"x".repeat(1000)}`, html));
    const { excerpt = "" } = failed(await h.client({ maxRetries: 0 }).tickets.get("x"));
    expect(excerpt).toHaveLength(256);
    expect(excerpt).toMatch(/^\\u001b\[31mx+$/);
  });

  it("cuts a content type that is too long, and makes one space of line breaks and indentation", async () => {
    server.reply(raw(502, "a\r\n\tb", { "content-type": `text/${"x".repeat(300)}` }));
    const { contentType, excerpt } = failed(await h.client({ maxRetries: 0 }).tickets.get("tkt_1"));
    expect(contentType).toHaveLength(256);
    expect(excerpt).toBe("a b");
  });

  it.each([301, 302, 303, 307, 308, 304])("does not follow a %i, and does not try again", async (status) => {
    const before = server.seen.length;
    server.reply(raw(status, "", { location: "/elsewhere", "retry-after": "1" }));
    const error = failed(await h.client().tickets.create({ title: "x" }));
    expect(error).toMatchObject({
      code: "unexpected_response",
      status,
      retryable: false,
      outcome: "unknown",
    });
    expect(server.seen).toHaveLength(before + 1);
  });

  it("takes a redirect that a browser hides for an unexpected response", async () => {
    const opaque = async () =>
      ({ type: "opaqueredirect", status: 0, headers: new Headers(), body: null }) as Response;
    const error = failed(await h.client({ fetch: opaque }).tickets.get("x"));
    expect(error).toMatchObject({ code: "unexpected_response", retryable: false });
    expect(error.status).toBeUndefined();
    expect(error.rawMessage).toContain("redirects are not followed");
  });

  it.each([
    ["an error", 500, 1024 * 1024],
    ["a success", 200, 64 * 1024 * 1024],
  ])("stops reading the body of %s at the cap, however long it goes on", async (_, status, cap) => {
    let sent = 0;
    let cancelled = false;
    const chunk = new Uint8Array(256 * 1024).fill(0x20);
    const body = new ReadableStream({
      pull(controller) {
        sent += chunk.length;
        controller.enqueue(chunk);
      },
      cancel() {
        cancelled = true;
      },
    });
    const endless = async () => new Response(body, { status });
    const error = failed(await h.client({ fetch: endless, maxRetries: 0 }).tickets.get("x"));
    expect(error.code).toBe("unexpected_response");
    expect(cancelled).toBe(true);
    expect(sent).toBeGreaterThan(cap);
    expect(sent).toBeLessThan(cap + 4 * chunk.length);
  });

  it.each([
    ["nothing", undefined],
    ["a plain object", { status: 200, json: () => ({}) }],
    ["the body as a stream of Node", { status: 200, headers: new Headers(), body: Readable.from(["{}"]) }],
  ])("takes a given fetch that gives %s for the caller's failure, and does not try again", async (_, odd) => {
    let calls = 0;
    const fetch = (async () => {
      calls++;
      return odd;
    }) as unknown as typeof globalThis.fetch;
    expect(failed(await h.client({ fetch }).tickets.get("x"))).toMatchObject({ code: "local_error" });
    expect(calls).toBe(1);
  });
});
