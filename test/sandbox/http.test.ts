import { request as open } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Listening, listen } from "../../src/cli/sandbox/server.ts";
import { createClient } from "../../src/entries/main.ts";
import { createSandbox, type Sandbox, type SandboxWorld } from "../../src/entries/sandbox.ts";
import { senderTo } from "./open.ts";

let listening: Listening;
let sandbox: Sandbox;
let worlds = 0;
let world: SandboxWorld;
const errors: unknown[] = [];

beforeAll(async () => {
  const create = (origin: string) => createSandbox({ origin, strict: true });
  ({ sandbox, listening } = await listen(create, {
    port: 0,
    host: "127.0.0.1",
    onError: (error) => errors.push(error),
  }));
});
afterAll(() => {
  listening.close();
  expect(errors).toEqual([]);
});

/** A fresh world of the sandbox, over the network. */
function fresh() {
  world = sandbox.world(`http-${++worlds}`);
  return { world, send: senderTo(world, fetch) };
}

const ticket = { method: "POST", body: { title: "Wired" } };

describe("Over HTTP", () => {
  it("answers as without a network", async () => {
    const { send } = fresh();
    const { response, status, data } = await send("/tickets", ticket);
    expect([status, data.title]).toEqual([201, "Wired"]);
    expect(response.headers.get("date")).toBe("Mon, 30 Mar 2026 10:30:00 GMT");
  });

  it.each(["before", "headers"] as const)("breaks the connection: %s", async (reset) => {
    const { send } = fresh();
    world.fail({ reset, effect: "done" });
    await expect(send("/tickets", ticket)).rejects.toThrow("fetch failed");
    expect((await send("/tickets?search=Wired")).body.pagination.total).toBe(1);
  });

  it("breaks the connection in the middle of a body", async () => {
    const { send } = fresh();
    world.fail({ reset: "body" });
    await expect(send("/tickets")).rejects.toThrow("terminated");
  });

  it("ends a body in its middle, as if that were all", async () => {
    const { world } = fresh();
    world.fail({ cut: true });
    const headers = { authorization: `Bearer ${world.keys.unlimited}` };
    const response = await fetch(`${world.baseUrl}/teams/${world.teamId}/tickets`, { headers });
    const text = await response.text();
    expect(text.length).toBeGreaterThan(100);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  it.each(["headers", "body"] as const)(
    "stalls in the %s, and sees when the client gives up",
    async (stall) => {
      const { world } = fresh();
      world.fail({ stall });
      const headers = { authorization: `Bearer ${world.keys.unlimited}` };
      const signal = AbortSignal.timeout(300);
      const url = `${world.baseUrl}/teams/${world.teamId}/tickets`;
      const reading = fetch(url, { headers, signal }).then((response) => response.text());
      await expect(reading).rejects.toThrow();
      await expect.poll(() => rowOf(world, "ends-when-stalled").result, { timeout: 20_000 }).toBe("passed");
    },
  );

  it("takes a body in chunks, one that the client announces first, and several requests on one connection", async () => {
    const { world } = fresh();
    const { hostname, port, pathname } = new URL(`${world.baseUrl}/teams/${world.teamId}/tickets`);
    const headers = { authorization: `Bearer ${world.keys.unlimited}` };
    for (const more of [
      { "transfer-encoding": "chunked" },
      { expect: "100-continue" },
      { connection: "close" },
    ]) {
      const status = await new Promise((resolve, reject) => {
        const request = open({
          hostname,
          port,
          path: pathname,
          method: "POST",
          headers: { ...headers, ...more },
        });
        request.on("response", (response) => resolve(response.resume().statusCode)).on("error", reject);
        request.on("continue", () => request.end('{"title":"a"}'));
        if (more.expect) request.flushHeaders();
        else request.end('{"title":"a"}');
      });
      expect(status).toBe(201);
    }
    const pipelined = `GET ${pathname} HTTP/1.1\r\nhost: a\r\nauthorization: ${headers.authorization}\r\n`;
    const text = await new Promise<string>((resolve, reject) => {
      let received = "";
      const socket = connect(Number(port), hostname, () => {
        socket.write(`${pipelined}\r\n${pipelined}connection: close\r\n\r\n`);
      });
      socket
        .on("data", (chunk) => (received += chunk))
        .on("close", () => resolve(received))
        .on("error", reject);
    });
    expect(text.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
  });

  it("is not disturbed by a client that leaves in the middle of its request", async () => {
    const { send, world } = fresh();
    const { hostname, port, pathname } = new URL(`${world.baseUrl}/teams/${world.teamId}/tickets`);
    const request = open({
      hostname,
      port,
      path: pathname,
      method: "POST",
      headers: { "content-length": "99" },
    });
    await new Promise<void>((resolve) => {
      request.on("error", () => {}).on("close", resolve);
      request.write('{"title":', () => request.destroy());
    });
    expect((await send("/tickets")).status).toBe(200);
  });
});

function rowOf({ report }: SandboxWorld, wanted: string) {
  const row = report().behaviours.find(({ id }) => id === wanted);
  if (row === undefined) throw new Error(`There is no behaviour ${wanted}.`);
  return row;
}

describe("The client of this package", () => {
  const clientOf = ({ keys, teamId }: SandboxWorld, baseUrl: string) =>
    createClient({ apiKey: keys.unlimited, teamId, baseUrl, attemptTimeout: 10_000 });

  it.each([
    ["lost-response", "doubles-no-write", true],
    ["late-error", "one-idempotency-key", true],
    ["rate-limited", "waits-for-retry-after", true],
    ["redirect", "follows-no-redirect", false],
    ["gateway-down", "does-not-storm", false],
    ["html-200", "does-not-storm", false],
    ["cut-body", "doubles-no-write", false],
    ["empty-body", "doubles-no-write", false],
  ])("behaves under %s: %s", async (scenario, behaviour, succeeds) => {
    const { world } = fresh();
    const result = await clientOf(world, world.withScenarios(scenario)).tickets.create({ title: "Wired" });
    expect(result.ok).toBe(succeeds);
    expect(rowOf(world, behaviour)).toMatchObject({ result: "passed" });
    expect(world.report().failed).toBe(0);
  });
});
