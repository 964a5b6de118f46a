import { getEventListeners } from "node:events";
import { Agent, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, expect, it } from "vitest";
import { createClient, type FetchFunction } from "../../src/entries/main.ts";
import { key, teamId } from "./harness.ts";
import { envelope, meta } from "./server.ts";

const calls = 50_000;
const atOnce = 100;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

function heap(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

// Every tenth request is refused, every hundredth reset.
let count = 0;
const bodies = {
  success: JSON.stringify({ success: true, data: { id: "tkt_1" }, meta }),
  failure: JSON.stringify(envelope("internal_error")),
};
const server = createServer((_, response) => {
  count++;
  if (count % 100 === 0) return void response.destroy();
  const failing = count % 10 === 0;
  response.writeHead(failing ? 500 : 200, { "content-type": "application/json" });
  response.end(failing ? bodies.failure : bodies.success);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Node's fetch keeps its sockets to itself; this one shows how many there are. */
const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
const fetch: FetchFunction = (url, { method = "GET", headers, signal }) =>
  new Promise((resolve, reject) => {
    const options = {
      agent,
      method,
      headers: headers as Record<string, string>,
      signal: signal ?? undefined,
    };
    const sent = request(url, options as object, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () => {
        const { statusCode = 0 } = incoming;
        resolve(new Response(Buffer.concat(chunks), { status: statusCode }));
      });
    });
    sent.on("error", reject);
    sent.end();
  });

it(`${calls} calls, ${atOnce} at once, leave no socket, listener, timer or memory behind`, async () => {
  const { port } = server.address() as AddressInfo;
  const client = createClient({ apiKey: key, teamId, baseUrl: `http://127.0.0.1:${port}`, fetch });
  const { signal } = new AbortController();
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  let lost = 0;
  const run = async (total: number) => {
    let left = total;
    const worker = async () => {
      while (left-- > 0) if (!(await client.tickets.get("x", { signal })).ok) lost++;
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  };
  await run(calls / 10);
  const before = { heap: heap(), timers: timers() };
  await run(calls);
  const grown = heap() - before.heap;
  const sockets = Object.values(agent.sockets).flat().length;
  expect(sockets).toBe(0);
  expect(Object.values(agent.freeSockets).flat().length).toBeLessThanOrEqual(atOnce);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
  expect(timers()).toBeLessThanOrEqual(before.timers);
  expect(grown, `${grown} bytes more than after the first tenth`).toBeLessThan(40 * calls);
  expect(lost / calls).toBeLessThan(0.01);
}, 1_800_000);
