import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { failed, key } from "./harness.ts";
import { localServer } from "./local-server.ts";
import { envelope, json, type Reply, raw, reset, type Seen, success } from "./server.ts";

const { server, h } = await localServer();

const secrets = {
  key,
  cookie: "SessionCookie-5b1e",
  header: "Tenant-Secret-77",
  query: "jane.doe@private.example",
  body: "Medical record 4711",
  nested: "IBAN DE02 1203",
  number: 4_929_123_412_341_234,
  quoted: 'He said "hush hush"',
};
const body = {
  title: secrets.body,
  metadata: { deep: [{ deeper: secrets.nested }], card: secrets.number, quoted: secrets.quoted },
};
const options = { headers: { Cookie: `a=1; session=${secrets.cookie}`, "X-Tenant": secrets.header } };

/** All that a request carries, as it came and taken apart. */
const everything = ({ url, headers, body }: Pick<Seen, "url" | "headers" | "body">): string => {
  const values: string[] = [];
  JSON.stringify([headers, body === "" ? {} : JSON.parse(body)], (_, value) => {
    if (typeof value !== "object") values.push(String(value));
    return value;
  });
  const { authorization = "", cookie = "" } = headers;
  values.push(
    authorization.split("_").at(-1) ?? "",
    ...cookie.split(/[=;]/),
    decodeURIComponent(url),
    url,
    body,
  );
  return `${values.join(" ")} ${JSON.stringify(headers)} ${encodeURIComponent(body)}`;
};

/** Everything that can be reached from `value`, and everything that printing it gives. */
function told(value: unknown): string {
  const texts: string[] = [];
  const seen = new Set<unknown>();
  const walk = (item: unknown): void => {
    if (typeof item === "string" || typeof item === "number" || typeof item === "symbol")
      texts.push(String(item));
    if (typeof item !== "object" || item === null || seen.has(item)) return;
    seen.add(item);
    if (Symbol.iterator in item) for (const member of item as Iterable<unknown>) walk(member);
    // The API's own sentence, for a form, may repeat what was sent; nothing that prints or logs shows it.
    for (const name of Reflect.ownKeys(item))
      if (name !== "rawMessage") walk((item as Record<string | symbol, unknown>)[name]);
  };
  walk(value);
  texts.push(String(value), JSON.stringify(value), inspect(value, { depth: 50 }));
  return texts.join("\n");
}

function expectNoSecret(error: unknown): void {
  const text = told(error);
  const spellings = Object.values(secrets).flatMap((secret) => {
    const word = String(secret);
    return [word, encodeURIComponent(word), JSON.stringify(word).slice(1, -1)];
  });
  const found = [...spellings, key.slice(8)].filter((spelling) => text.includes(spelling));
  expect(found).toEqual([]);
}

describe("no secret of a call is in its error", () => {
  const replies: [string, Reply][] = [
    [
      "HTML that echoes the request",
      (r, seen) => raw(502, `<p>${everything(seen)}`, { "content-type": "text/html" })(r, seen, {} as never),
    ],
    [
      "a message that echoes the request",
      (r, seen) => json(401, envelope("key_expired", { message: everything(seen) }))(r, seen, {} as never),
    ],
    [
      "an unknown code that echoes",
      (r, seen) => {
        const echo = everything(seen);
        json(422, envelope(echo, { message: echo, doc_url: echo, request_id: echo }))(r, seen, {} as never);
      },
    ],
    [
      "a param and an id that are the key",
      (r, seen) => json(422, envelope("new_code", { param: key, request_id: key }))(r, seen, {} as never),
    ],
    [
      "headers that echo",
      (r) => {
        const value = [key, secrets.cookie, secrets.header].join(" ");
        raw(500, "", {
          "content-type": `text/x; a=${value}`,
          "x-request-id": value,
          "set-cookie": `sid=${secrets.cookie}`,
        })(r, {} as never, {} as never);
      },
    ],
    ["a redirect", raw(302, "", { location: `https://elsewhere.example/?key=${key}` })],
    [
      "a body that is cut off",
      (r, seen) => raw(200, `{"success":true,"data":"${everything(seen)}`)(r, seen, {} as never),
    ],
    ["a broken connection", reset],
  ];
  it.each(replies)("after %s", async (_, reply) => {
    server.reply(reply);
    const client = h.client({ ...options, maxRetries: 1 });
    const write = failed(await client.tickets.create(body, options));
    const read = failed(
      await client.tickets.list({ search: secrets.query, customerId: secrets.cookie as never }, options),
    );
    expectNoSecret(write);
    expectNoSecret(read);
    const call = h.fetchClient(options).GET("/teams/{teamId}/customers", {
      params: { path: { teamId: "t" }, query: { search: secrets.query } },
    });
    await call.then(() => undefined, expectNoSecret);
  });

  it("after a fetch that throws all it knows, at any depth", async () => {
    const chatty: typeof fetch = async (url, init) => {
      const headers = Object.fromEntries(new Headers(init?.headers));
      const request = { url: String(url), headers, body: String(init?.body ?? "") };
      const text = everything(request);
      const cause = Object.assign(new RangeError(text, { cause: text }), { request, name: text, code: text });
      throw Object.assign(new TypeError(text, { cause }), { request, options: init });
    };
    const client = h.client({ ...options, fetch: chatty });
    expectNoSecret(failed(await client.tickets.create(body, options)));
    expectNoSecret(failed(await client.tickets.list({ search: secrets.query }, options)));
  });

  it("after a body, a header or an option that cannot be sent", async () => {
    const client = h.client(options);
    const toJSON = () => {
      throw new Error(`cannot save ${secrets.body}`);
    };
    expectNoSecret(failed(await client.tickets.create({ ...body, toJSON } as never, options)));
    expectNoSecret(
      failed(await client.tickets.get("x", { headers: { "X-Tenant": `${secrets.header}\nb` } })),
    );
    expectNoSecret(failed(await client.tickets.get("x", { headers: { Authorization: `Bearer ${key}` } })));
    expectNoSecret(failed(await client.tickets.create(body, { idempotencyKey: `${secrets.header}\nb` })));
    expectNoSecret(failed(await client.tickets.get("x", { deadline: secrets.key as never })));
  });

  it("after a key function that fails and says too much", async () => {
    const apiKey = () => Promise.reject(new Error(`refused: ${key}`, { cause: { message: key } }));
    expectNoSecret(failed(await h.client({ apiKey }).tickets.get("x")));
    expectNoSecret(failed(await h.client({ apiKey: () => `${key}\n` }).tickets.get("x")));
    const chatty = () => Promise.reject(new Error(`refused: ${secrets.header} ${secrets.cookie}`));
    expectNoSecret(failed(await h.client({ ...options, apiKey: chatty }).tickets.get("x")));
  });

  it("though it is repeated in part, cut off, or longer than what is read", async () => {
    const novel = Array.from({ length: 100_000 }, (_, i) => `line ${i} of it`).join(" ");
    const echoes = [
      novel.slice(0, 200),
      `${novel.slice(5000, 5200)}</p>`,
      novel.slice(0, 1_500_000),
      novel + novel,
    ];
    for (const echo of echoes) {
      server.reply(
        raw(502, `<p>${echo}`, {}),
        raw(400, JSON.stringify(envelope("invalid_json", { message: echo }))),
      );
      const client = h.client({ maxRetries: 0 });
      for (let i = 0; i < 2; i++)
        expect(told(failed(await client.tickets.create({ title: novel })))).not.toMatch(/line \d+ of/);
    }
  });

  it("though one secret begins another", async () => {
    server.reply(raw(502, "alpha-1-beta-2", {}));
    const headers = { "X-A": "alpha-1", "X-B": "alpha-1-beta-2" };
    const { excerpt } = failed(await h.client({ maxRetries: 0 }).tickets.get("x", { headers }));
    expect(excerpt).toBe("***");
  });

  it("though it lies deep in the body", async () => {
    let metadata: Record<string, unknown> = { secret: secrets.body };
    for (let i = 0; i < 300; i++) metadata = { metadata };
    server.reply(raw(502, secrets.body, {}));
    expectNoSecret(failed(await h.client({ maxRetries: 0 }).tickets.create({ title: "x", metadata })));
  });

  it("though a key function gives another key for every attempt", async () => {
    const keys = ["sk_live_FirstKeyOfAll", "sk_live_SecondKeyOfAll"];
    let asked = 0;
    server.reply((r, seen) =>
      raw(502, `${keys.map((one) => one.slice(8)).join(" ")}`, {})(r, seen, {} as never),
    );
    const error = failed(
      await h.client({ apiKey: () => keys[asked++ % 2] as string, maxRetries: 1 }).tickets.get("x"),
    );
    expect(told(error)).not.toMatch(/FirstKey|SecondKey/);
  });

  it("after a timeout or an abort", async () => {
    const controller = new AbortController();
    server.reply(() => controller.abort());
    expectNoSecret(
      failed(await h.client(options).tickets.create(body, { ...options, signal: controller.signal })),
    );
    const deaf: typeof fetch = () => new Promise(() => setImmediate(() => h.expire()));
    expectNoSecret(
      failed(await h.client({ ...options, fetch: deaf, maxRetries: 0 }).tickets.create(body, options)),
    );
  });

  it("after middleware that throws", async () => {
    server.reply(success());
    const client = h.fetchClient(options);
    client.use({
      onRequest: ({ request }) => {
        throw new Error(`${request.url} ${request.headers.get("x-tenant")}`);
      },
    });
    const params = { path: { teamId: "t" }, query: { search: secrets.query } };
    const error = await client
      .GET("/teams/{teamId}/tickets", { params, headers: { "X-Tenant": secrets.header } })
      .catch((e: unknown) => e);
    expect(error).toMatchObject({ code: "local_error" });
    expectNoSecret(error);
  });
});

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
