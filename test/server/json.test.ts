import { describe, expect, it } from "vitest";
import { withErrors } from "../../src/entries/server.ts";

const utf16 = new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]);

async function read(body: BodyInit | null, headers: HeadersInit = { "content-type": "application/json" }) {
  const handler = withErrors("createTicket", async (_request, { json }) => Response.json([await json()]));
  const response = await handler(new Request("http://a.test", { method: "POST", body, headers }));
  const told = await response.json();
  return Array.isArray(told) ? told[0] : told.error.code;
}

describe("json", () => {
  it.each([
    ["an object", '{"title":"a"}', { title: "a" }],
    ["a byte order mark before it", '\ufeff{"title":"a"}', { title: "a" }],
    ["a name that stands twice, of which the last counts", '{"a":1,"a":2}', { a: 2 }],
    ["null", "null", null],
  ])("reads %s", async (_, body, value) => {
    expect(await read(body)).toEqual(value);
  });

  it("reads JSON under any media type", async () => {
    expect(await read("{}", { "content-type": "text/plain" })).toEqual({});
  });

  it.each([
    ["an empty body", ""],
    ["no body", null],
    ["something after the value", "{}garbage"],
    ["half of a value", '{"title":'],
    ["UTF-16", utf16],
    ["bytes that are no UTF-8", new Uint8Array([0x22, 0xff, 0x22])],
    ["a form", new URLSearchParams({ title: "a" })],
    ["single quotes", "{'title':'a'}"],
  ])("fails with invalid_json for %s", async (_, body) => {
    expect(await read(body)).toBe("invalid_json");
  });

  it("gives the same value however often it is asked", async () => {
    const handler = withErrors("createTicket", async (_request, { json }) => {
      const first = await json();
      return Response.json(first === (await json()));
    });
    const response = await handler(new Request("http://a.test", { method: "POST", body: "{}" }));
    expect(await response.json()).toBe(true);
  });

  it("calls a body that somebody read before a mistake of the server", async () => {
    const told: unknown[] = [];
    const handler = withErrors(
      "createTicket",
      async (request, { json }) => {
        await request.text();
        return Response.json(await json());
      },
      { onError: (error) => told.push(error) },
    );
    const response = await handler(new Request("http://a.test", { method: "POST", body: "{}" }));
    expect((await response.json()).error.code).toBe("internal_error");
    expect(String(told[0])).toContain("The body was read before");
  });

  it("tells the hook what was wrong with JSON where the operation declares no such error", async () => {
    const told: unknown[] = [];
    const handler = withErrors("deleteTicket", async (_request, { json }) => Response.json(await json()), {
      onError: (error) => told.push(error),
    });
    await handler(new Request("http://a.test", { method: "POST", body: "{" }));
    const failure = (told[0] as Error).cause as Error;
    expect([failure.message, failure.cause]).toEqual(["[invalid_json]", expect.any(SyntaxError)]);
  });

  it("answers nobody when the body breaks off", async () => {
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"title"')),
      pull: (controller) => controller.error(new Error("socket hang up")),
    });
    const init = { method: "POST", body, duplex: "half" } as RequestInit;
    const handler = withErrors("createTicket", async (_request, { json }) => Response.json(await json()));
    await expect(handler(new Request("http://a.test", init))).rejects.toMatchObject({
      message: "The body of the request broke off.",
      cause: { message: "socket hang up" },
    });
  });
});
