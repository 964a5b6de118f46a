import { afterEach, describe, expect, it, vi } from "vitest";
import { addEntry, type LogEntry } from "../../src/sandbox/log.ts";
import { open, type Sent } from "./open.ts";

afterEach(() => void vi.useRealTimers());

describe("The log", () => {
  it("shows all that was asked and what came of it, oldest first", async () => {
    const { send, world } = open();
    const create = { method: "POST", body: { title: "New" }, headers: { "idempotency-key": "a" } };
    await send("/tickets?status=open&page=1", { key: "" });
    await send("/tickets", create);
    world.fail({ reset: "headers", method: "GET" });
    await send("/tickets", { key: "nonsense" });
    await expect(send("/tickets")).rejects.toThrow("fetch failed");
    world.fail({ html: true });
    await send("/tickets");
    const at = { at: expect.stringMatching(/^2026-03-30T10:30:00\.\d{3}Z$/) };
    const requestId = expect.stringMatching(/^req_[0-9a-z]{12}$/);
    const list = { ...at, requestId, method: "GET", path: `/teams/${world.teamId}/tickets` };
    const listed = { ...list, operation: "listTickets" };
    expect(world.requests()).toEqual([
      { ...listed, path: `${list.path}?status=open&page=1`, status: 401, code: "authentication_required" },
      {
        ...{ ...listed, method: "POST", operation: "createTicket", key: "unlimited", idempotencyKey: "a" },
        ...{ status: 201, effect: true },
      },
      { ...listed, key: "unknown", status: 401, code: "invalid_key_format" },
      { ...listed, key: "unlimited", fault: "a reset in the headers on GET" },
      { ...listed, key: "unlimited", status: 502, fault: "a page of HTML with 502" },
    ]);
  });

  it("shows no request that followed a redirect of the sandbox, and the report does not count it", async () => {
    const { send, world, sandbox } = open();
    world.fail({ redirect: true });
    const { response } = await send("/tickets");
    const there = await sandbox.fetch(response.headers.get("location") ?? "");
    expect(await there.text()).toBe("This is where the redirects of the sandbox lead to.\n");
    expect([world.requests().length, world.report().requests]).toEqual([1, 1]);
    const own = await sandbox.fetch(world.baseUrl.replace("/api/v1", "/_sandbox/requests"));
    expect(await own.json()).toEqual({ requests: world.requests() });
  });

  it("forgets the oldest when there are more than 10,000", () => {
    const log: LogEntry[] = [];
    for (let number = 1; number <= 10_000; number++) addEntry(log, { requestId: `${number}` } as LogEntry);
    expect([log.length, log[0]?.requestId]).toEqual([10_000, "1"]);
    addEntry(log, { requestId: "10001" } as LogEntry);
    expect([log.length, log[0]?.requestId]).toEqual([10_000, "2"]);
  });
});

describe("The report takes a request for a repetition", () => {
  const path = "/tickets/tkt_a1B2c3D4e5F6";
  const first = { method: "PATCH", body: { notes: "a" }, key: "expired" };

  it.each<[string, string, Sent, "passed" | "failed"]>([
    ["when it is the same", path, first, "failed"],
    ["not with another method", path, { ...first, method: "DELETE" }, "passed"],
    ["not with another path", "/tickets/tkt_b2C3d4E5f6G7", first, "passed"],
    ["not with another query", `${path}?expand=customer`, first, "passed"],
    ["not with another body", path, { ...first, body: { notes: "b" } }, "passed"],
  ])("%s", async (_, second, again, result) => {
    const { send, world } = open();
    await send(path, first);
    await send(second, again);
    const row = world.report().behaviours.find(({ id }) => id === "repeats-no-refusal");
    expect(row).toMatchObject({ result, because: expect.stringContaining("key_expired") });
  });

  it("and counts the wait from the end of the response", async () => {
    const { send, world } = open();
    vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
    world.fail({ code: "rate_limit_exceeded", retryAfter: 1, delay: 5000 });
    const sent = send("/tickets");
    while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(5000);
    await sent;
    await vi.advanceTimersByTimeAsync(1000);
    await send("/tickets");
    const row = world.report().behaviours.find(({ id }) => id === "waits-for-retry-after");
    expect(row?.because).toBe("was told to wait 1 s, and waited 1.0 s");
  });
});
