import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { failed, key } from "./harness.ts";
import { localServer } from "./local-server.ts";
import { envelope, json, raw } from "./server.ts";

const { server, h } = await localServer();

describe("what the API says", () => {
  it("is true in code, type, param, docUrl and request id, whatever was sent", async () => {
    const body = { title: "parameter_invalid", email: "customerEmail", trace: "req_b1" };
    const said = { param: "customerEmail", request_id: "req_b1" };
    server.reply(json(400, envelope("parameter_invalid", said)));
    const client = h.client({ apiKey: "sk_test_x" });
    const error = failed(await client.tickets.create(body as never, { headers: { "X-Trace": "req_b1" } }));
    expect(error).toMatchObject({ code: "parameter_invalid", param: "customerEmail", requestId: "req_b1" });
    expect(error.docUrl).toContain("#parameter_invalid");
  });

  it("is whole in rawMessage, for a form, and only keys are hidden there", async () => {
    const message = `A customer with jane@private.example already exists (${key})`;
    server.reply(json(409, envelope("resource_conflict", { message, param: "email" })));
    const error = failed(await h.client().customers.create({ name: "Jane", email: "jane@private.example" }));
    expect(error.rawMessage).toBe("A customer with jane@private.example already exists (***)");
    expect(error.message).toBe("[resource_conflict] A customer with *** already exists (***)");
    expect(`${error.stack}${JSON.stringify(error)}${inspect(error)}`).not.toContain("jane@private");
  });

  it("is not spoilt by a short key", async () => {
    const message = "The email jane@private.example already exists";
    server.reply(json(409, envelope("resource_conflict", { message, param: "email" })));
    const client = h.client({ apiKey: "sk_test_x" });
    const error = failed(await client.customers.create({ name: "x", email: "e@x.example" }));
    expect(error).toMatchObject({ rawMessage: message, param: "email" });
    expect(error.message).toBe(`[resource_conflict] ${message}`);
  });

  it("names fields and values of the contract, though they were sent, in any case and length", async () => {
    const message =
      "The 'priority' field must be one of: low, frustrated, high, URGENT; not resolutionDeadline";
    server.reply(json(400, envelope("parameter_invalid", { message, param: "priority" })));
    const sent = { priority: "URGENT", status: "resolutionDeadline", customerName: "FRUSTRATED" };
    const error = failed(await h.client().tickets.create({ title: "message", ...sent } as never));
    expect(error.rawMessage).toBe(message);
    expect(error.message).toBe(`[parameter_invalid] ${message}`);
    expect(error.param).toBe("priority");
  });

  it("has no values of headers in it, though they look like words of the contract", async () => {
    server.reply(json(401, envelope("key_expired", { message: "No hunter and no customerEmail here" })));
    const headers = { "X-Tenant": "hunter", Cookie: "session=customerEmail" };
    const error = failed(await h.client().tickets.get("x", { headers }));
    expect(error.message).toBe("[key_expired] No *** and no *** here");
  });

  it("keeps an id that the caller sent and the server echoed", async () => {
    server.reply(raw(502, "<p>", { "x-request-id": "trace-0123456789abcdef" }));
    const headers = { "X-Request-Id": "trace-0123456789abcdef" };
    const error = failed(await h.client({ maxRetries: 0 }).tickets.get("x", { headers }));
    expect(error.requestId).toBe("trace-0123456789abcdef");
  });

  it("cannot forge a line of a log", async () => {
    const forged = "x\n2026-03-30 ERROR \u001b[31mforged\u2028";
    const shown = String.raw`x\u000a2026-03-30 ERROR \u001b[31mforged\u2028`;
    const said = {
      message: forged,
      param: forged,
      request_id: forged,
      doc_url: `https://x.example/${forged}`,
    };
    server.reply(json(422, envelope(forged, said)));
    const error = failed(await h.client().tickets.get("x"));
    expect(error).toMatchObject({ param: shown, requestId: shown, rawCode: shown, rawMessage: shown });
    expect(error.message).toBe(`[unrecognized_code] ${shown}`);
    expect(error).not.toHaveProperty("docUrl");
    server.reply(raw(502, forged, { "content-type": "text/plain" }));
    expect(failed(await h.client({ maxRetries: 0 }).tickets.get("x")).excerpt).not.toMatch(/\p{Cc}|\p{Zl}/u);
  });

  it.each(["http://cstar.help/x", "javascript:alert(1)", "https://", "//cstar.help"])(
    "gives no docUrl for %s",
    async (doc_url) => {
      server.reply(json(422, envelope("new_code", { doc_url })));
      expect(failed(await h.client().tickets.get("x"))).not.toHaveProperty("docUrl");
    },
  );
});

describe("what nobody vouches for", () => {
  it("is masked strictly: short words, parts, spellings", async () => {
    server.reply(raw(502, "<p>hunter HUNTER &#104;unter</p>", { "content-type": "text/hunter" }));
    const error = failed(await h.client({ maxRetries: 0 }).tickets.create({ title: "hunter" }));
    expect(error).toMatchObject({ excerpt: "<p>*** *** ***</p>", contentType: "text/***" });
  });

  it("loses the names of keys in metadata, which are the caller's own", async () => {
    server.reply(raw(502, "<p>diagnosis</p>", {}));
    const metadata = { diagnosis: 1 };
    const error = failed(await h.client({ maxRetries: 0 }).tickets.create({ title: "x", metadata }));
    expect(error.excerpt).toBe("<p>***</p>");
  });
});
