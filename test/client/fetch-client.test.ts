import { describe, expect, it } from "vitest";
import { type CStarError, isCStarError } from "../../src/entries/main.ts";
import { localServer } from "./local-server.ts";
import { envelope, failure, json, meta, page, raw, reset, success } from "./server.ts";

const { server, h } = await localServer();

const tickets = "/teams/{teamId}/tickets";
const ticket = "/teams/{teamId}/tickets/{ticketId}";
const team = { params: { path: { teamId: "t" } } };
const one = { params: { path: { teamId: "t", ticketId: "tkt_1" } } };

async function thrown(call: Promise<unknown>): Promise<CStarError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isCStarError(error)) throw new Error("No CStarError was thrown");
  return error;
}

describe("createFetchClient", () => {
  it("gives the whole body of a success as data, as openapi-fetch does", async () => {
    server.reply(page([{ id: "tkt_1" }], false));
    const { data, error, response } = await h.fetchClient().GET(tickets, team);
    expect(data).toMatchObject({ success: true, data: [{ id: "tkt_1" }], pagination: { hasMore: false } });
    expect(error).toBeUndefined();
    expect(response.status).toBe(200);
  });

  it("gives a declared error of the API as error: the envelope as it was sent", async () => {
    server.reply(failure("resource_not_found"));
    const { data, error, response } = await h.fetchClient().GET(ticket, one);
    expect(data).toBeUndefined();
    expect(error).toEqual(envelope("resource_not_found"));
    expect(response.status).toBe(404);
  });

  it.each([
    ["an unknown code", json(422, envelope("new_code")), "unrecognized_code"],
    ["a code that the operation does not declare", failure("resource_conflict"), "unrecognized_code"],
    ["HTML", raw(404, "<html>"), "unexpected_response"],
    ["success: false under 200", json(200, envelope("key_expired")), "unexpected_response"],
    ["an empty success", raw(200, ""), "unexpected_response"],
    ["a broken connection", reset, "connection_error"],
  ])("throws a CStarError for %s", async (_, reply, code) => {
    server.reply(reply);
    expect((await thrown(h.fetchClient({ maxRetries: 0 }).GET(ticket, one))).code).toBe(code);
  });

  it("tries again as the other client does, with the body and one Idempotency-Key", async () => {
    server.reply(failure("internal_error"), reset, success());
    const body = { title: "x" };
    expect((await h.fetchClient().POST(tickets, { ...team, body })).data).toMatchObject({ success: true });
    expect(new Set(server.seen.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
    expect(server.seen.map(({ body }) => body)).toEqual(Array(3).fill('{"title":"x"}'));
  });

  it("takes the options of a call", async () => {
    server.reply(failure("internal_error"));
    const options = { maxRetries: 1, idempotencyKey: "mine", headers: { "X-Mine": "yes" } };
    await h.fetchClient().POST(tickets, { ...team, body: { title: "x" }, ...options });
    expect(server.seen).toHaveLength(2);
    expect(server.seen[0]?.headers).toMatchObject({ "idempotency-key": "mine", "x-mine": "yes" });
    const error = await thrown(
      h.fetchClient().GET(tickets, { ...team, signal: AbortSignal.abort("enough") }),
    );
    expect(error).toMatchObject({ code: "aborted", cause: "enough" });
  });

  it("answers request() and parseAs as openapi-fetch does", async () => {
    server.reply(page([], false));
    const client = h.fetchClient();
    expect((await client.request("get", tickets, team)).data).toMatchObject({ data: [] });
    expect(
      JSON.parse((await client.GET(tickets, { ...team, parseAs: "text" })).data as string),
    ).toMatchObject({ meta });
  });

  it("writes a query as the other client does, and takes calls without one", async () => {
    server.reply(page([], false));
    const query = { expand: ["customer", "a,b"] as "customer"[], search: "a&b" };
    await h.fetchClient().GET(tickets, { params: { ...team.params, query } });
    await h.client().tickets.list(query);
    expect(server.seen.map(({ url }) => url.split("?")[1])).toEqual(
      Array(2).fill("expand=customer,a%2Cb&search=a%26b"),
    );
    expect(await thrown(h.fetchClient().GET(tickets, {} as never))).toMatchObject({ code: "local_error" });
    expect(await thrown(h.fetchClient().GET(tickets, { params: {} } as never))).toMatchObject({
      code: "local_error",
    });
  });

  it("takes a path that the contract does not have for an operation that declares no error", async () => {
    server.reply(failure("key_expired"), success());
    const get = h.fetchClient().GET as (path: string) => Promise<unknown>;
    expect(await thrown(get("/health"))).toMatchObject({ code: "unrecognized_code", rawCode: "key_expired" });
    expect(await get("/health")).toMatchObject({ data: { success: true } });
  });

  it.each([
    ["with middleware of the call", { middleware: [{ onRequest: () => undefined }] }],
    ["with a Request of the caller's", { Request }],
    ["as text", { parseAs: "text" as const }],
    ["as JSON, said in words", { parseAs: "json" as const }],
    ["as usual", {}],
  ])("tries again and gives the answer %s", async (_, init) => {
    server.reply(failure("internal_error"), success(), failure("resource_not_found"));
    const client = h.fetchClient();
    const { data, response } = await client.GET(ticket, { ...one, ...init });
    expect(typeof data === "string" ? JSON.parse(data) : data).toMatchObject({ success: true, meta });
    expect(response).toBeInstanceOf(Response);
    expect((await client.GET(ticket, { ...one, ...init })).error).toEqual(envelope("resource_not_found"));
    expect(server.seen).toHaveLength(3);
  });

  it("lets middleware change requests and see responses, and lets go of it again", async () => {
    server.reply(page([], false));
    const client = h.fetchClient();
    const seen: number[] = [];
    const middleware = {
      onRequest: ({ request }: { request: Request }) => {
        request.headers.set("X-Trace", "t1");
        return request;
      },
      onResponse: ({ response }: { response: Response }) => {
        seen.push(response.status);
      },
    };
    client.use(middleware);
    await client.GET(tickets, team);
    client.eject(middleware);
    await client.GET(tickets, team);
    expect(server.seen.map(({ headers }) => headers["x-trace"])).toEqual(["t1", undefined]);
    expect(seen).toEqual([200]);
  });

  it.each(["onRequest", "onResponse"])("makes an %s that throws a local_error", async (hook) => {
    server.reply(success());
    const client = h.fetchClient();
    const cause = new RangeError("my own bug");
    client.use({
      [hook]: () => {
        throw cause;
      },
    } as never);
    const error = await thrown(client.POST(tickets, { ...team, body: { title: "x" } }));
    const sent = hook === "onResponse";
    expect(error).toMatchObject({ code: "local_error", outcome: sent ? "unknown" : "not_sent" });
    expect(error.attempts).toHaveLength(sent ? 1 : 0);
    expect(error.cause).toMatchObject({ name: "RangeError", message: "my own bug" });
  });

  it.each([
    ["Authorization in a header", { ...team, headers: { Authorization: "Bearer sk_test_other" } }],
    ["a path that leads elsewhere", { params: { path: { teamId: ".." } } }],
    ["no path parameters", {}],
    ["a wrong deadline", { ...team, deadline: -1 }],
  ])("makes %s a local_error, and sends nothing", async (_, init) => {
    const error = await thrown(h.fetchClient().GET(tickets, init as typeof team));
    expect(error).toMatchObject({ code: "local_error", outcome: "not_sent" });
    expect(server.seen).toEqual([]);
  });
});
