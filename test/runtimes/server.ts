import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type ErrorCode, errorCatalog } from "../../src/entries/main.ts";
import { envelope, meta } from "../client/server.ts";

export interface Running {
  origin: string;
  close(): Promise<void>;
}

/** What a server has to allow and expose, as the guide names it. */
export interface Cors {
  allow: string;
  expose?: string;
}

type Answer = (response: ServerResponse, path: string) => void;

/** An API for the scenario, which answers by the last part of the path. With `cors`, pages of other origins may call it. */
export async function startApi(cors?: Cors): Promise<Running> {
  let limited = 0;
  const named: Record<string, Answer> = {
    found: (response) =>
      json(
        response,
        200,
        { success: true, data: { id: "found" }, meta },
        {
          ...{ "x-ratelimit-limit": "1000", "x-ratelimit-remaining": "999" },
          ...{ "x-ratelimit-reset": "1774868400", "x-ratelimit-window": "3600" },
        },
      ),
    "new-code": (response) => json(response, 422, envelope("brand_new", { type: "api_error" })),
    html: (response) => answer(response, 502, "<h1>Bad gateway</h1>", { "content-type": "text/html" }),
    empty: (response) => answer(response, 204, ""),
    "not-success": (response) => json(response, 200, { success: false }),
    truncated: (response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
      response.write('{"success":', () => response.destroy());
    },
    redirect: (response) => answer(response, 302, "", { location: "/api/v1/teams/team/tickets/found" }),
    // Refuses every other request.
    limited: (response) =>
      limited++ % 2 === 0
        ? json(response, 429, envelope("rate_limit_exceeded"), { "retry-after": "1" })
        : json(response, 200, { success: true, data: { id: "limited" }, meta }),
    stalled: (response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write('{"success":');
    },
  };
  return listen((response, { method, url, body, key }) => {
    if (cors) {
      response.setHeader("access-control-allow-origin", "*");
      response.setHeader("access-control-allow-methods", "GET, POST, PATCH, DELETE");
      response.setHeader("access-control-allow-headers", cors.allow);
      if (cors.expose) response.setHeader("access-control-expose-headers", cors.expose);
      if (method === "OPTIONS") return answer(response, 204, "");
    }
    const { pathname, searchParams } = new URL(url, "http://localhost");
    const last = pathname.split("/").at(-1) ?? "";
    if (method === "POST") {
      return json(response, 201, { success: true, data: { id: "new", sent: JSON.parse(body), key }, meta });
    }
    if (last === "customers") {
      const page = Number(searchParams.get("page"));
      const pagination = { total: 2, page, pageSize: 1, hasMore: page < 2 };
      return json(response, 200, { success: true, data: [{ name: `customer ${page}` }], pagination, meta });
    }
    const code = /^code-(.*)$/.exec(last)?.[1] as ErrorCode | undefined;
    if (code) return json(response, errorCatalog[code].status, envelope(code));
    return (named[last] as Answer)(response, last);
  });
}

/** Serves a page that runs `script`, a module. */
export function startPage(script: string): Promise<Running> {
  return listen((response, { url }) =>
    url === "/script.js"
      ? answer(response, 200, script, { "content-type": "text/javascript; charset=utf-8" })
      : answer(
          response,
          200,
          '<!doctype html><title>Page</title><script type="module" src="/script.js"></script>',
          {
            "content-type": "text/html; charset=utf-8",
          },
        ),
  );
}

interface Received {
  method: string;
  url: string;
  body: string;
  key?: string | undefined;
}

async function listen(handle: (response: ServerResponse, received: Received) => void): Promise<Running> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const key = headers["idempotency-key"] as string | undefined;
      handle(response, { method, url, body: Buffer.concat(chunks).toString(), key });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, headers).end(body);
}

function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  answer(response, status, JSON.stringify(body), { "content-type": "application/json", ...headers });
}
