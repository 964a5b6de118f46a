import { describe, expect, it } from "vitest";
import { failed } from "./harness.ts";
import { localServer } from "./local-server.ts";

const { h } = await localServer();

describe("the retry budget", () => {
  const down: typeof fetch = async () => new Response("", { status: 503 });

  it("costs at most 1.1 attempts per call in a full outage, whether calls run together or in turn", async () => {
    for (const together of [true, false]) {
      const client = h.client({ fetch: down });
      const calls = Array.from({ length: 100 }, () => () => client.tickets.get("x"));
      const results = [];
      if (together) results.push(...(await Promise.all(calls.map((call) => call()))));
      else for (const call of calls) results.push(await call());
      const errors = results.map(failed);
      expect(errors.reduce((sum, { attempts }) => sum + attempts.length, 0)).toBe(110);
      expect(errors.at(-1)).toMatchObject({ stopped: "budget", retryable: true });
    }
  });

  it("lets 99.9 % of calls succeed when 5 % of attempts fail", async () => {
    let state = 12_345;
    const flaky: typeof fetch = async () => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      const body = '{"success":true,"data":{},"meta":{"requestId":"r","timestamp":"t"}}';
      return state / 2 ** 31 < 0.05 ? new Response("", { status: 503 }) : new Response(body);
    };
    const client = h.client({ fetch: flaky });
    let lost = 0;
    for (let i = 0; i < 4000; i++) if (!(await client.tickets.get("x")).ok) lost++;
    expect(lost).toBeLessThanOrEqual(4);
  });

  it("is refilled by successes alone, a tenth each, and is not spent on errors that are not retried", async () => {
    let reply = () => new Response("", { status: 503 });
    const client = h.client({ fetch: async () => reply(), maxRetries: 10 });
    expect(failed(await client.tickets.get("x")).attempts).toHaveLength(11);
    reply = () => new Response("", { status: 404 });
    for (let i = 0; i < 50; i++) await client.tickets.get("x");
    reply = () => new Response("", { status: 503 });
    expect(failed(await client.tickets.get("x"))).toMatchObject({ stopped: "budget", attempts: [{}] });
    reply = () => new Response('{"success":true,"data":{},"meta":{"requestId":"r","timestamp":"t"}}');
    for (let i = 0; i < 10; i++) await client.tickets.get("x");
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
