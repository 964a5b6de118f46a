import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import type { Delivery, Sandbox } from "../../sandbox/index.ts";

export interface Listening {
  /** `http://127.0.0.1:4010` */
  origin: string;
  /** Ends every connection, stalled ones too. */
  close(): void;
}

/** A sandbox and the server that it is behind. */
export interface Served {
  sandbox: Sandbox;
  listening: Listening;
}

/** A free port of this machine is taken for 0. */
export interface ListenOptions {
  port: number;
  host: string;
  /** Gets what went wrong inside the sandbox. */
  onError(error: unknown): void;
}

/** Serves a sandbox over HTTP, with all that can go wrong on a connection. `open` is told the origin before it listens. */
export async function listen(
  open: (origin: string) => Sandbox,
  { port, host, onError }: ListenOptions,
): Promise<Served> {
  const server: Server = createServer((req, res) => void serve(req, res));
  server.listen(port, host);
  await once(server, "listening");
  const origin = `http://${host}:${(server.address() as AddressInfo).port}`;
  const sandbox = open(origin);

  const serve = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    try {
      await send(await sandbox.deliver(toRequest(req, res, origin)), res);
    } catch (error) {
      // Whoever went away in the middle of a request wants no response, and is no fault of the sandbox.
      if (req.destroyed || res.destroyed) return;
      onError(error);
      res.writeHead(500, { "content-type": "text/plain" }).end(`${String(error)}\n`);
    }
  };
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { sandbox, listening: { origin, close } };
}

function toRequest(req: IncomingMessage, res: ServerResponse, origin: string): Request {
  const gone = new AbortController();
  res.once("close", () => {
    if (!res.writableFinished) gone.abort();
  });
  const headers = new Headers();
  for (let index = 0; index < req.rawHeaders.length; index += 2) {
    headers.append(req.rawHeaders[index] ?? "", req.rawHeaders[index + 1] ?? "");
  }
  const { method = "GET" } = req;
  const body = method === "GET" || method === "HEAD" ? {} : { body: Readable.toWeb(req), duplex: "half" };
  return new Request(new URL(req.url ?? "/", origin), {
    ...{ method, headers, signal: gone.signal },
    ...body,
  } as RequestInit);
}

async function send(delivery: Delivery, res: ServerResponse): Promise<void> {
  if (delivery.kind === "stall") return;
  if (delivery.kind === "reset") {
    if (delivery.at === "before") {
      res.socket?.resetAndDestroy();
      return;
    }
    res.socket?.write("HTTP/1.1 200 OK\r\nContent-Type: appli", () => res.socket?.resetAndDestroy());
    return;
  }
  const { status, headers, body } = delivery.response;
  res.writeHead(status, [...headers].flat());
  if (body === null) {
    res.end();
    return;
  }
  const reader = body.getReader();
  res.once("close", () => void reader.cancel().catch(() => {}));
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) res.write(chunk.value);
    res.end();
  } catch {
    // After what was written is on its way: a reset would take it back from a client that has not read it yet.
    res.socket?.destroySoon();
  }
}
