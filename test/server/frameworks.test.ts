import { once } from "node:events";
import { createServer, request as open, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withErrors } from "../../src/entries/server.ts";
import { prepare, type Runnable } from "../guide/run.ts";
import { readSamples } from "../guide/samples.ts";
import { faultsOf } from "./conforms.ts";

type FetchHandler = (request: Request) => Promise<Response>;

/** The modules of the guide, as a program that follows it has them. */
interface Guide {
  hono: { app: { fetch: FetchHandler } };
  next: { GET: (request: Request, route: object) => Promise<Response> };
  node: { toNode: (handler: FetchHandler) => RequestListener };
  ticket: { getTicket: (request: Request, id: string) => Promise<Response> };
  create: { createTicket: FetchHandler };
  ajv: { createTicketMessage: FetchHandler };
}

let runnable: Runnable;
let guide: Guide;
const servers: Server[] = [];

beforeAll(async () => {
  runnable = await prepare(readSamples("server-kit"));
  const load = (name: string) => import(/* @vite-ignore */ runnable.file(name));
  const names = ["hono", "next", "node", "ticket", "create", "ajv"];
  guide = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await load(name)] as const)),
  ) as unknown as Guide;
});

afterAll(() => {
  for (const server of servers) server.closeAllConnections();
  for (const server of servers) server.close();
  runnable.remove();
});

/** Serves on a free port; gives the base address. */
async function listen(server: Server): Promise<string> {
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const onNode = (handler: FetchHandler) => listen(createServer(guide.node.toNode(handler)));
const known = "tkt_a1B2c3D4e5F6";

/** How each framework serves the tickets of the guide. */
const frameworks: Record<string, () => Promise<string>> = {
  Hono: () =>
    listen(createAdaptorServer({ fetch: guide.hono.app.fetch, overrideGlobalObjects: false }) as Server),
  "node:http": () =>
    onNode((request) =>
      request.method === "POST"
        ? guide.create.createTicket(request)
        : guide.ticket.getTicket(request, new URL(request.url).pathname.split("/").at(-1) ?? ""),
    ),
};

describe.each(Object.keys(frameworks))("A handler under %s", (name) => {
  let base: string;
  beforeAll(async () => {
    base = (await frameworks[name]?.()) ?? "";
  });
  const post = (body: string) => fetch(`${base}/teams/1/tickets`, { method: "POST", body });

  it("answers with its success", async () => {
    const response = await fetch(`${base}/teams/1/tickets/${known}`);
    expect([response.status, (await response.json()).data.id]).toEqual([200, known]);
    expect((await post('{"title":"a"}')).status).toBe(201);
  });

  it.each([
    ["a ticket that does not exist", "tkt_none", "resource_not_found", undefined],
    ["an id of another kind", "cus_1", "invalid_id_format", "ticketId"],
  ])("responds with the contract's error for %s", async (_, id, code, param) => {
    const response = await fetch(`${base}/teams/1/tickets/${id}`);
    expect(await faultsOf(response, "getTicket")).toEqual([]);
    expect((await response.json()).error).toMatchObject({ code, ...(param && { param }) });
  });

  it.each([
    ["no title", "{}", "parameter_missing", "title"],
    ["an empty title", '{"title":""}', "parameter_invalid", "title"],
    ["a wrong tag", '{"title":"a","tags":["b",1]}', "parameter_invalid", "tags[1]"],
    ["half of a body", '{"title"', "invalid_json", undefined],
  ])("responds with the contract's error for %s", async (_, body, code, param) => {
    const response = await post(body);
    expect(await faultsOf(response, "createTicket")).toEqual([]);
    const { error } = await response.json();
    expect([error.code, error.param]).toEqual([code, param]);
  });

  it("replies to HEAD without a body", async () => {
    const response = await fetch(`${base}/teams/1/tickets/tkt_none`, { method: "HEAD" });
    expect([response.status, await response.text()]).toEqual([404, ""]);
  });
});

describe("Within the CORS middleware of Hono", () => {
  it("errors can be read by a browser of another origin", async () => {
    const base = await frameworks.Hono?.();
    const response = await fetch(`${base}/teams/1/tickets/tkt_none`, {
      headers: { origin: "https://a.test" },
    });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-expose-headers")).toContain("Retry-After");
  });
});

describe("A route handler of Next.js", () => {
  it("gets its parameters as Next passes them", async () => {
    const base = await onNode((request) => {
      const ticketId = new URL(request.url).pathname.slice(1);
      return guide.next.GET(request, { params: Promise.resolve({ teamId: "1", ticketId }) });
    });
    expect((await fetch(`${base}/${known}`)).status).toBe(200);
    const response = await fetch(`${base}/cus_1`);
    expect(await faultsOf(response, "getTicket")).toEqual([]);
  });
});

describe("Errors of Ajv", () => {
  it.each([
    ["{}", "parameter_missing", "content"],
    ['{"content":""}', "parameter_invalid", "content"],
    ["[]", "parameter_invalid", "body"],
  ])("become the contract's error: %s", async (body, code, param) => {
    const base = await onNode(guide.ajv.createTicketMessage);
    const response = await fetch(base, { method: "POST", body });
    expect(await faultsOf(response, "createTicketMessage")).toEqual([]);
    expect((await response.json()).error).toMatchObject({ code, param });
  });
});

describe("On node:http", () => {
  it("closes the connection when something fails after the response has begun", async () => {
    const base = await onNode(
      withErrors("listTickets", () => {
        let chunks = 0;
        const body = new ReadableStream({
          pull(controller) {
            if (chunks++ > 0) throw new Error("the database went away");
            controller.enqueue(new TextEncoder().encode('{"success":true,'));
          },
        });
        return new Response(body, { headers: { "content-type": "application/json" } });
      }),
    );
    await expect(fetch(base).then((response) => response.text())).rejects.toThrow();
  });

  it("neither answers nor reports anything when the client goes in the middle of its body", async () => {
    const told: unknown[] = [];
    const ended = deferred();
    const handler = withErrors("createTicket", async (_request, { json }) => Response.json(await json()), {
      onError: (error) => told.push(error),
    });
    const base = await onNode((request) => {
      const done = handler(request);
      done.then(ended.resolve, ended.resolve);
      return done;
    });
    const client = open(base, { method: "POST", headers: { "content-length": "100" } });
    client.on("error", () => {});
    client.write('{"title":', () => client.destroy());
    expect(await ended.promise).toBeInstanceOf(Error);
    expect(told).toEqual([]);
  });
});

function deferred() {
  let resolve: (value: unknown) => void = () => {};
  const promise = new Promise<unknown>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
