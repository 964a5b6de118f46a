import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ErrorCode, errorCatalog } from "../../src/entries/main.ts";
import { failed, type Harness, harness } from "./harness.ts";
import { envelope, failure, json, meta, page, raw, startServer, success, type TestServer } from "./server.ts";

let server: TestServer;
let h: Harness;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(() => {
  h = harness(server.baseUrl);
});

const html = { "content-type": "text/html; charset=utf-8", "x-request-id": "req_h9" };

describe("declared errors", () => {
  const codes = Object.keys(errorCatalog) as ErrorCode[];
  it.each(codes)("gives %s with everything that the contract and the answer say of it", async (code) => {
    server.reply(failure(code));
    // createCustomer and deleteTicket together declare every code.
    const client = h.client({ maxRetries: 0 });
    const result =
      code === "resource_not_found"
        ? await client.tickets.delete("tkt_1")
        : await client.customers.create({ name: "A", email: "a@b.example" });
    const error = failed(result);
    const { type, status, docUrl, param } = errorCatalog[code];
    expect(error).toMatchObject({ code, type, status, docUrl, requestId: meta.requestId });
    expect(error.message).toBe(`[${code}] It is ${code}.`);
    expect(error.rawMessage).toBe(`It is ${code}.`);
    expect(error.param).toBe(param === "required" ? "title" : undefined);
    expect(Object.hasOwn(error, "param")).toBe(param === "required");
    expect(error.retryable).toBe(errorCatalog[code].retry !== "never");
  });

  it("takes type and docUrl from the contract, whatever the body says", async () => {
    server.reply(
      json(401, envelope("key_expired", { type: "billing_error", doc_url: "https://elsewhere.example" })),
    );
    const error = failed(await h.client().tickets.list());
    expect(error).toMatchObject({ type: "authentication_error", docUrl: errorCatalog.key_expired.docUrl });
  });

  it("keeps the body's code at an unexpected status", async () => {
    server.reply(failure("key_expired", {}, 418));
    expect(failed(await h.client().tickets.list())).toMatchObject({ code: "key_expired", status: 418 });
  });

  it("keeps an optional param, and drops one that the contract does not have", async () => {
    server.reply(
      json(400, envelope("invalid_id_format", { param: "ticketId" })),
      json(401, envelope("key_expired", { param: "x" })),
    );
    const client = h.client();
    expect(failed(await client.tickets.get("x")).param).toBe("ticketId");
    expect(failed(await client.tickets.get("x")).param).toBeUndefined();
  });

  it("drops fields of the wrong type and ignores extra ones", async () => {
    const body = {
      ...envelope("key_expired", { param: 5, doc_url: [], request_id: {}, extra: "x" }),
      more: 1,
    };
    server.reply(json(401, body));
    const error = failed(await h.client().tickets.list());
    expect(error.code).toBe("key_expired");
    expect(error.requestId).toBe(meta.requestId);
    expect(error).not.toHaveProperty("extra");
  });

  it.each(["parameter_missing", "parameter_invalid"])(
    "takes %s without its param for no proper error",
    async (code) => {
      server.reply(json(400, envelope(code, { param: undefined })));
      expect(failed(await h.client().tickets.create({ title: "x" }))).toMatchObject({
        code: "unexpected_response",
        rawCode: code,
      });
    },
  );

  it.each([
    ["no success flag", { ...envelope("key_expired"), success: undefined }],
    ["success: true", { ...envelope("key_expired"), success: true }],
    ["no message", envelope("key_expired", { message: undefined })],
    ["a message that is no text", envelope("key_expired", { message: 5 })],
  ])("takes an error with %s for no proper error, and keeps its code", async (_, body) => {
    server.reply(json(401, body));
    expect(failed(await h.client().tickets.list())).toMatchObject({
      code: "unexpected_response",
      rawCode: "key_expired",
      status: 401,
    });
  });
});

describe("codes that the client cannot promise", () => {
  it("calls an unknown code unrecognized_code and keeps all else", async () => {
    const error = { type: "invalid_request_error", param: "title", doc_url: "https://cstar.help/x#new_code" };
    server.reply(json(422, envelope("new_code", error)));
    expect(failed(await h.client().tickets.create({ title: "x" }))).toMatchObject({
      ...{ code: "unrecognized_code", rawCode: "new_code", status: 422, param: "title" },
      ...{
        type: "invalid_request_error",
        docUrl: "https://cstar.help/x#new_code",
        requestId: meta.requestId,
      },
      message: "[unrecognized_code] It is new_code.",
      retryable: false,
    });
  });

  it("drops a type outside the contract", async () => {
    server.reply(json(422, envelope("new_code", { type: "billing_error" })));
    expect(failed(await h.client().tickets.list()).type).toBe("client_error");
  });

  it("calls a code that the operation does not declare unrecognized_code, and keeps its retry rule", async () => {
    server.reply(failure("resource_conflict"), failure("resource_conflict"));
    const error = failed(await h.client().tickets.list());
    expect(error).toMatchObject({ code: "unrecognized_code", rawCode: "resource_conflict", status: 409 });
    expect(error.type).toBe("invalid_request_error");
    expect(error.docUrl).toBe(errorCatalog.resource_conflict.docUrl);
    expect(error.attempts).toHaveLength(1);
  });

  it("tells such a code though the same word was sent", async () => {
    server.reply(failure("resource_conflict"));
    const error = failed(await h.client().tickets.list({ search: "resource_conflict" }));
    expect(error).toMatchObject({
      code: "unrecognized_code",
      rawCode: "resource_conflict",
      retryable: false,
    });
  });

  it.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
    "is not fooled by the code %s",
    async (code) => {
      server.reply(
        json(400, JSON.parse(JSON.stringify(envelope("x")).replace('"code":"x"', `"code":"${code}"`))),
      );
      expect(failed(await h.client().tickets.list())).toMatchObject({
        code: "unrecognized_code",
        rawCode: code,
      });
    },
  );
});

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

  it("fails for an unknown charset, and for bytes that are not text in the one that is named", async () => {
    const body = JSON.stringify({ success: true, data: { id: "tkt_ü" }, meta });
    for (const reply of [
      raw(200, body, { "content-type": "application/json; charset=klingon" }),
      raw(200, Buffer.from(body, "latin1")),
    ]) {
      server.reply(reply);
      const error = failed(await h.client().tickets.get("x"));
      expect(error.code).toBe("unexpected_response");
      expect(error.cause).toBeInstanceOf(TypeError);
    }
  });

  it("cuts the excerpt at 256 characters and takes control characters out of it", async () => {
    server.reply(raw(502, `\u001b[31m${"x".repeat(1000)}`, html));
    const { excerpt = "" } = failed(await h.client({ maxRetries: 0 }).tickets.get("x"));
    expect(excerpt).toHaveLength(256);
    expect(excerpt).toMatch(/^ \[31mx+$/);
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

  it("takes what a given fetch gives instead of a Response for the caller's failure", async () => {
    const odd = (async () => undefined) as unknown as typeof fetch;
    expect(failed(await h.client({ fetch: odd }).tickets.get("x"))).toMatchObject({ code: "local_error" });
  });
});

describe("what goes with every answer", () => {
  it("takes the request id from the error, else from meta, else from a header", async () => {
    const headers = { "x-cstar-request-id": "req_h1", "x-request-id": "req_h2" };
    const bare = (request_id?: string, meta?: object) =>
      json(401, { ...envelope("key_expired", { request_id }), meta }, headers);
    server.reply(
      bare("req_b1", meta),
      bare(undefined, meta),
      bare(),
      json(401, {}, { "x-request-id": "req_h2" }),
    );
    const ids: (string | undefined)[] = [];
    for (let i = 0; i < 4; i++) ids.push(failed(await h.client().tickets.list()).requestId);
    expect(ids).toEqual(["req_b1", "req_m1", "req_h1", "req_h2"]);
  });

  it("tells the rate limit on success and on failure, and leaves out what is malformed", async () => {
    const good = {
      "x-ratelimit-limit": "1000",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": "1774866600",
      "x-ratelimit-window": "3600",
    };
    const bad = {
      "x-ratelimit-limit": "many",
      "x-ratelimit-remaining": "-1",
      "x-ratelimit-reset": "1e9",
      "x-ratelimit-window": "60",
    };
    server.reply(
      success({}, good),
      failure("key_expired", good),
      failure("key_expired", bad),
      failure("key_expired"),
    );
    const client = h.client();
    const want = { limit: 1000, remaining: 0, reset: new Date(1774866600_000), window: 3600 };
    expect(await client.tickets.get("x")).toMatchObject({ ok: true, rateLimit: want });
    expect(failed(await client.tickets.get("x")).rateLimit).toEqual(want);
    expect(failed(await client.tickets.get("x")).rateLimit).toEqual({ window: 60 });
    expect(failed(await client.tickets.get("x")).rateLimit).toBeUndefined();
  });

  it("works without any header that a browser of another origin may hide", async () => {
    const bare = (status: number, body: object) =>
      new Response(new Blob([JSON.stringify(body)]).stream(), { status });
    const answers = [
      bare(429, envelope("rate_limit_exceeded")),
      bare(200, { success: true, data: {}, meta }),
    ];
    const given = async () => answers.shift() as Response;
    const result = await h.client({ fetch: given }).tickets.get("x");
    expect(result).toMatchObject({ ok: true, attempts: [{ code: "rate_limit_exceeded" }, { delayMs: 250 }] });
    expect(result).not.toHaveProperty("rateLimit");
  });

  it("gives data, meta, status, attempts and a response whose body can be read", async () => {
    server.reply(success({ id: "tkt_9" }, { "x-extra": "yes" }, 201));
    const result = await h.client().tickets.create({ title: "x" });
    expect(result).toMatchObject({ ok: true, data: { id: "tkt_9" }, meta, status: 201 });
    if (!result.ok) return;
    expect(result.attempts).toMatchObject([
      { number: 1, status: 201, requestId: meta.requestId, delayMs: 0 },
    ]);
    expect(result.response.headers.get("x-extra")).toBe("yes");
    expect(await result.response.json()).toMatchObject({ data: { id: "tkt_9" } });
    expect(result.response).toBe(result.response);
  });
});
