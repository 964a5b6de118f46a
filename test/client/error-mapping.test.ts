import { describe, expect, it } from "vitest";
import { type ErrorCode, errorCatalog } from "../../src/entries/main.ts";
import { failed } from "./harness.ts";
import { localServer } from "./local-server.ts";
import { envelope, failure, json, meta, page, success } from "./server.ts";

const { server, h } = await localServer();

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

  it("gives a response without the headers that tell how the body came over the wire", async () => {
    const wire = { "content-encoding": "gzip", "transfer-encoding": "chunked", "content-length": "999" };
    const body = JSON.stringify({ success: true, data: {}, meta });
    const fetch = async () => new Response(body, { headers: { ...wire, "x-extra": "yes" } });
    const result = await h.client({ fetch }).tickets.get("x");
    if (!result.ok) throw result.error;
    expect([...result.response.headers.keys()]).toEqual(["content-type", "x-extra"]);
  });

  it("gives pagination for lists alone", async () => {
    server.reply(page([], false));
    expect(await h.client().tickets.list()).toHaveProperty("pagination");
    server.reply(json(200, { success: true, data: {}, meta, pagination: { hasMore: true } }));
    expect(await h.client().tickets.get("x")).not.toHaveProperty("pagination");
  });
});
