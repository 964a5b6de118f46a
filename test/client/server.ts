import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type ErrorCode, errorCatalog } from "../../src/entries/main.ts";

export interface Seen {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export type Reply = (response: ServerResponse, seen: Seen, request: IncomingMessage) => void;

export interface TestServer {
  baseUrl: string;
  seen: Seen[];
  /** Connections that were opened. */
  connections(): number;
  /** The replies to come, in order; the last one stays. */
  reply(...replies: Reply[]): void;
  close(): Promise<void>;
}

/** A real server on this machine that answers by script. */
export async function startServer(): Promise<TestServer> {
  const seen: Seen[] = [];
  let script: Reply[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const record = { method, url, headers, body: Buffer.concat(chunks).toString() };
      seen.push(record);
      const reply = script.length > 1 ? script.shift() : script[0];
      if (reply) reply(response, record, request);
      else response.destroy();
    });
  });
  server.on("connection", () => {
    connections++;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`,
    seen,
    connections: () => connections,
    reply: (...replies) => {
      script = replies;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Headers = Record<string, string>;

/** Any answer. */
export function raw(
  status: number,
  body: string | Buffer,
  headers: Headers = { "content-type": "application/json" },
): Reply {
  return (response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}

export function json(status: number, body: unknown, headers: Headers = {}): Reply {
  return raw(status, JSON.stringify(body), { "content-type": "application/json", ...headers });
}

export const meta = { requestId: "req_m1", timestamp: "2026-03-30T10:30:00Z" };

export function success(data: unknown = { id: "tkt_1" }, headers: Headers = {}, status = 200): Reply {
  return json(status, { success: true, data, meta }, headers);
}

export function page(data: unknown[], hasMore: boolean): Reply {
  const pagination = { total: 5, page: 1, pageSize: 2, hasMore };
  return json(200, { success: true, data, meta, pagination });
}

/** The envelope of an error as the API sends it. */
export function envelope(code: string, error: Record<string, unknown> = {}): Record<string, unknown> {
  const entry = errorCatalog[code as ErrorCode];
  const param = entry?.param === "required" ? { param: "title" } : {};
  const object = {
    ...{
      type: entry?.type,
      code,
      message: `It is ${code}.`,
      doc_url: entry?.docUrl,
      request_id: meta.requestId,
    },
    ...param,
    ...error,
  };
  return { success: false, error: object, meta };
}

export function failure(
  code: string,
  headers: Headers = {},
  status: number = errorCatalog[code as ErrorCode]?.status ?? 400,
): Reply {
  return json(status, envelope(code), headers);
}

/** Closes the connection without an answer. */
export const reset: Reply = (response) => {
  response.destroy();
};
