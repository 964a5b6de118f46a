import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import type { CStarError } from "../../src/entries/main.ts";
import { harness } from "./harness.ts";
import { envelope, meta } from "./server.ts";

const creates = 10_000;
const together = 50;
/** Whenever so many requests have come, the time of everything under way is over, so that answers come too late. */
const patience = 500;

interface Store {
  baseUrl: string;
  /** How often each title was stored. */
  stored: Map<string, number>;
  replayed: number;
  waited: number;
  /** Called after so many requests, on slow machines and on fast ones alike. */
  interrupt(): void;
  close(): Promise<void>;
}

/**
 * Keeps tickets, and answers badly three times out of ten: before storing or after it, with a 500, a broken
 * connection or half an answer. Successes are kept by their key and given again; a second request with a key that is
 * being worked on waits for the first.
 */
async function startStore(): Promise<Store> {
  let seed = 7;
  const next = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const kept = new Map<string, Promise<string | undefined>>();
  const send = (response: ServerResponse, status: number, body: string) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(body);
  };
  const fail = (response: ServerResponse) => {
    const luck = next();
    if (luck < 0.3) response.destroy();
    else if (luck < 0.4)
      response.writeHead(200, { "content-length": "500" }).write('{"succ', () => response.destroy());
    else if (luck < 0.5) send(response, 502, "<html>Bad gateway");
    else if (luck < 0.55) send(response, 200, '{"success":true,"data":');
    else send(response, 500, JSON.stringify(envelope("internal_error")));
  };
  const nothing = { baseUrl: "", replayed: 0, waited: 0, interrupt: () => {}, close: async () => {} };
  const store: Store = { ...nothing, stored: new Map() };
  let requests = 0;
  const work = async (title: string): Promise<string | undefined> => {
    await new Promise(setImmediate);
    if (next() < 0.15) return undefined;
    store.stored.set(title, (store.stored.get(title) ?? 0) + 1);
    return JSON.stringify({ success: true, data: { id: `tkt_${title}` }, meta });
  };
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (part) => {
      text += part;
    });
    request.on("end", async () => {
      if (++requests % patience === 0) store.interrupt();
      const { title } = JSON.parse(text) as { title: string };
      const key = String(request.headers["idempotency-key"]);
      const before = kept.get(key);
      if (before) store.waited++;
      const replay = await before;
      if (replay !== undefined) {
        store.replayed++;
        return next() < 0.1 ? fail(response) : send(response, 201, replay);
      }
      if (title.endsWith("7") && next() < 0.2)
        return send(response, 400, JSON.stringify(envelope("parameter_invalid")));
      const job = kept.get(key) ?? work(title);
      kept.set(key, job);
      const body = await job;
      if (body === undefined) kept.delete(key);
      return body === undefined || next() < 0.15 ? fail(response) : send(response, 201, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  store.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  store.close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return store;
}

describe("writes through a network and a server that fail", () => {
  it(`${creates} creates: nothing is stored twice, nothing is lost, and what nobody knows is said to be unknown`, async () => {
    const store = await startStore();
    const h = harness(store.baseUrl);
    const client = h.client();
    store.interrupt = () => h.expire();
    const count = { ok: 0, unknown: 0, rejected: 0 };
    const wrong: string[] = [];
    const create = async (title: string): Promise<void> => {
      const first = await client.tickets.create({ title });
      if (first.ok) {
        count.ok++;
        if (first.data.id !== `tkt_${title}` || store.stored.get(title) !== 1)
          wrong.push(`${title} is said to be stored`);
        return;
      }
      let error: CStarError = first.error;
      if (error.outcome === "rejected") {
        count.rejected++;
        if (store.stored.has(title)) wrong.push(`${title} was stored and is said to be rejected`);
        return;
      }
      if (error.outcome !== "unknown" || !error.idempotencyKey)
        wrong.push(`${title} ended as ${error.outcome}`);
      count.unknown++;
      // By hand, as the guide says: the same body with the same key, until it is known.
      for (let tries = 0; tries < 100; tries++) {
        const again = await client.tickets.create(
          { title },
          { idempotencyKey: error.idempotencyKey as string },
        );
        if (again.ok) return;
        error = again.error;
      }
      wrong.push(`${title} could not be settled`);
    };
    let number = 0;
    const worker = async () => {
      while (number < creates) await create(`t${number++}`);
    };
    await Promise.all(Array.from({ length: together }, worker));
    expect(wrong).toEqual([]);
    expect([...store.stored].filter(([, times]) => times !== 1)).toEqual([]);
    expect(store.stored.size + count.rejected).toBe(creates);
    // The run is worth something only if all of it happened; a budget that grows with the calls stops none of them.
    expect(Math.min(count.ok, count.unknown, count.rejected, store.replayed, store.waited)).toBeGreaterThan(
      50,
    );
    expect(h.timers.size).toBe(0);
    await store.close();
  });
});
