import { afterEach, expect, test } from "vitest";
import { type Listening, listen } from "../../src/cli/sandbox/server.ts";
import type { Delivery, Sandbox } from "../../src/sandbox/index.ts";

let listening: Listening | undefined;
afterEach(() => listening?.close());

/** Serves what `deliver` makes of each request; resolves to where, and to what went wrong inside. */
async function serve(deliver: (request: Request) => Delivery | Promise<Delivery>) {
  const errors: unknown[] = [];
  const origins: string[] = [];
  const open = (origin: string) => {
    origins.push(origin);
    return { deliver: async (request: Request) => deliver(request) } as unknown as Sandbox;
  };
  const served = await listen(open, {
    ...{ port: 0, host: "127.0.0.1" },
    onError: (error) => errors.push(error),
  });
  listening = served.listening;
  expect(origins).toEqual([served.listening.origin]);
  return { origin: served.listening.origin, errors };
}

const sent = (body: BodyInit | null, init?: ResponseInit): Delivery => ({
  kind: "response",
  response: new Response(body, init),
});

test("a request arrives with its method, its address, its headers and its body", async () => {
  const { origin } = await serve(async (request) =>
    sent(
      JSON.stringify({
        ...{ method: request.method, url: request.url, body: await request.text() },
        header: request.headers.get("x-one"),
      }),
    ),
  );
  const post = await fetch(`${origin}/a/b?c=d`, { method: "POST", headers: { "X-One": "1" }, body: "text" });
  expect(await post.json()).toEqual({ method: "POST", url: `${origin}/a/b?c=d`, body: "text", header: "1" });
  expect(await (await fetch(`${origin}/x`)).json()).toMatchObject({ method: "GET", body: "", header: null });
  expect((await fetch(`${origin}/x`, { method: "HEAD" })).status).toBe(200);
});

test("a response is sent with its status, its headers and its body in pieces, or without one", async () => {
  const pieces = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of ["a", "bc"]) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });
  const { origin } = await serve((request) =>
    request.url.endsWith("/none")
      ? sent(null, { status: 204, headers: { "x-one": "1" } })
      : sent(pieces, { status: 418, headers: { "x-two": "2" } }),
  );
  const full = await fetch(`${origin}/full`);
  expect([full.status, full.headers.get("x-two"), await full.text()]).toEqual([418, "2", "abc"]);
  const none = await fetch(`${origin}/none`);
  expect([none.status, none.headers.get("x-one"), await none.text()]).toEqual([204, "1", ""]);
});

test.each<Delivery>([
  { kind: "reset", at: "before" },
  { kind: "reset", at: "headers" },
])("a connection is reset: %j", async (delivery) => {
  const { origin, errors } = await serve(() => delivery);
  await expect(fetch(origin)).rejects.toThrow();
  expect(errors).toEqual([]);
});

test("a body that breaks off reaches the client as far as it goes", async () => {
  const broken = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode("half"));
    },
    pull(controller) {
      controller.error(new Error("It broke off."));
    },
  });
  const { origin, errors } = await serve(() => sent(broken));
  const response = await fetch(origin);
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
  expect(errors).toEqual([]);
});

test("a stall says nothing, and ends when the sandbox does", async () => {
  const { origin } = await serve(() => ({ kind: "stall" }));
  const stalled = fetch(origin);
  setTimeout(() => listening?.close(), 20);
  await expect(stalled).rejects.toThrow();
});

test("a client that goes away ends its request, and is no fault of the sandbox", async () => {
  const gone = new AbortController();
  let isOver: (() => void) | undefined;
  const over = new Promise<void>((resolve) => {
    isOver = resolve;
  });
  const { origin, errors } = await serve(
    (request) =>
      new Promise((_, reject) => {
        request.signal.addEventListener("abort", () => {
          reject(new Error("Nobody is there."));
          isOver?.();
        });
        gone.abort();
      }),
  );
  await expect(fetch(origin, { signal: gone.signal })).rejects.toThrow();
  await over;
  await new Promise((resolve) => setImmediate(resolve));
  expect(errors).toEqual([]);
});

test("a fault of the sandbox is told to both sides", async () => {
  const { origin, errors } = await serve(() => {
    throw new Error("It is broken.");
  });
  const response = await fetch(origin);
  expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
    ...[500, "text/plain", "Error: It is broken.\n"],
  ]);
  expect(errors).toEqual([new Error("It is broken.")]);
});
