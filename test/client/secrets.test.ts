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
