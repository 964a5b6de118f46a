import { describe, expect, it } from "vitest";
import { failed } from "./harness.ts";
import { localServer } from "./local-server.ts";

const { h } = await localServer();

describe("the retry budget", () => {
  const down = async () => new Response("", { status: 503 });
  const ok = () => new Response('{"success":true,"data":{},"meta":{"requestId":"r","timestamp":"t"}}');

  it.each([
    ["in turn, ten retries", 1, 110],
    ["20 at a time, twenty", 20, 120],
    ["all together, one each", 100, 200],
  ])("costs 100 calls in a full outage, made %s", async (_, together, attempts) => {
    const client = h.client({ fetch: down });
    const errors = [];
    for (let at = 0; at < 100; at += together) {
      const calls = Array.from({ length: together }, () => client.tickets.get("x"));
      errors.push(...(await Promise.all(calls)).map(failed));
    }
    expect(errors.reduce((sum, error) => sum + error.attempts.length, 0)).toBe(attempts);
    expect(errors.at(-1)).toMatchObject({ stopped: "budget", retryable: true });
  });

  it.each([10, 50, 200])("loses none of %i calls whose connections break in one moment", async (count) => {
    let calls = 0;
    const restarting = async () => {
      if (++calls <= count) throw new TypeError("fetch failed", { cause: { code: "ECONNRESET" } });
      return ok();
    };
    const client = h.client({ fetch: restarting });
    const results = await Promise.all(Array.from({ length: count }, () => client.tickets.get("x")));
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
    // Each gave its retry back: the next restart costs no call either.
    calls = 0;
    const again = await Promise.all(Array.from({ length: count }, () => client.tickets.get("x")));
    expect(again.filter(({ ok }) => !ok)).toEqual([]);
  });

  it("is not charged for a retry that waited for the server's own Retry-After", async () => {
    const busy = async () => new Response("", { status: 503, headers: { "retry-after": "1" } });
    let fetch: () => Promise<Response> = busy;
    const client = h.client({ fetch: () => fetch(), maxRetries: 30 });
    expect(failed(await client.tickets.get("x"))).toMatchObject({ stopped: "attempts" });
    fetch = down;
    expect(failed(await client.tickets.get("x")).attempts).toHaveLength(11);
  });

  it.each([
    [0.05, 0.999, 1.06],
    [0.2, 0.99, 1.3],
  ])(
    "with a share of %d of the attempts failing lets %d of the calls succeed, at %d attempts a call",
    async (share, want, most) => {
      let state = 12_345;
      let attempts = 0;
      const flaky = async () => {
        attempts++;
        state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
        return state / 2 ** 31 < share ? down() : ok();
      };
      const client = h.client({ fetch: flaky });
      let succeeded = 0;
      for (let i = 0; i < 4000; i++) if ((await client.tickets.get("x")).ok) succeeded++;
      expect(succeeded / 4000).toBeGreaterThanOrEqual(want);
      expect(attempts / 4000).toBeLessThanOrEqual(most);
    },
  );

  it("is refilled by successes alone, a fifth each, and is not spent on errors that are not retried", async () => {
    let reply = () => new Response("", { status: 503 });
    const client = h.client({ fetch: async () => reply(), maxRetries: 10 });
    expect(failed(await client.tickets.get("x")).attempts).toHaveLength(11);
    reply = () => new Response("", { status: 404 });
    for (let i = 0; i < 50; i++) await client.tickets.get("x");
    reply = () => new Response("", { status: 503 });
    expect(failed(await client.tickets.get("x"))).toMatchObject({ stopped: "budget", attempts: [{}] });
    reply = () => new Response('{"success":true,"data":{},"meta":{"requestId":"r","timestamp":"t"}}');
    for (let i = 0; i < 5; i++) await client.tickets.get("x");
    reply = () => new Response("", { status: 503 });
    expect(failed(await client.tickets.get("x"))).toMatchObject({ stopped: "budget", attempts: [{}, {}] });
  });

  it("never holds more than ten retries, however much succeeds", async () => {
    const body = '{"success":true,"data":{},"meta":{"requestId":"r","timestamp":"t"}}';
    let reply = () => new Response(body);
    const client = h.client({ fetch: async () => reply(), maxRetries: 20 });
    for (let i = 0; i < 50; i++) await client.tickets.get("x");
    reply = () => new Response("", { status: 503 });
    expect(failed(await client.tickets.get("x"))).toMatchObject({ stopped: "budget" });
    expect(failed(await client.tickets.get("x")).attempts).toHaveLength(1);
    expect(h.waits).toHaveLength(10);
  });

  it("belongs to one client", async () => {
    const exhausted = h.client({ fetch: down, maxRetries: 10 });
    await exhausted.tickets.get("x");
    expect(failed(await h.client({ fetch: down }).tickets.get("x")).attempts).toHaveLength(3);
  });
});
