import { describe, expect, it } from "vitest";
import { open } from "./open.ts";

const create = (key: string, body: object = { title: "Once" }) => ({
  method: "POST",
  body,
  headers: { "idempotency-key": key },
});

describe("A write with an Idempotency-Key", () => {
  it("gets the same bytes again, with fresh rate-limit headers", async () => {
    const { send } = open();
    const [first, again] = [
      await send("/tickets", { ...create("a"), key: "standard" }),
      await send("/tickets", { ...create("a"), key: "standard" }),
    ];
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(again.body.meta.requestId).toBe(first.body.meta.requestId);
    expect([first, again].map(({ response }) => response.headers.get("x-ratelimit-remaining"))).toEqual([
      "999",
      "998",
    ]);
    expect((await send("/tickets?search=Once")).body.pagination.total).toBe(1);
  });

  it("gets the first response for another body too, and the log says so", async () => {
    const { send, world } = open();
    const first = await send("/tickets", create("a"));
    await send("/tickets", create("a"));
    const other = await send("/tickets", create("a", { title: "Twice" }));
    expect(other.text).toBe(first.text);
    const told = world.requests().map(({ effect, replayed, note }) => ({ effect, replayed, note }));
    expect(told).toEqual([
      { effect: true },
      { replayed: true },
      { replayed: true, note: expect.stringContaining("another body") },
    ]);
  });

  it.each([
    ["another API key", "/tickets", { key: "narrow" }],
    ["another operation", "/customers", { body: { name: "A", email: "a@example.com" } }],
    ["another path", "/tickets/tkt_a1B2c3D4e5F6/messages", { body: { content: "Hi" } }],
  ])("is a new one with %s", async (_, path, change) => {
    const { send } = open();
    const first = await send("/tickets", create("a"));
    const other = await send(path, { ...create("a"), ...change });
    expect(other.status).toBe(201);
    expect(other.data.id).not.toBe(first.data.id);
  });

  it("is a new one after 24 hours", async () => {
    const { send, world } = open();
    const first = await send("/tickets", create("a"));
    // Each request takes a millisecond: the third one comes exactly a day after the first.
    world.advance(24 * 3600 - 0.002);
    expect((await send("/tickets", create("a"))).text).toBe(first.text);
    expect((await send("/tickets", create("a"))).data.id).not.toBe(first.data.id);
  });

  it("is a new one for the same operation on another resource", async () => {
    const { send } = open();
    const say = (id: string) => send(`/tickets/${id}/messages`, create("a", { content: "Hi" }));
    const [first, other] = [await say("tkt_a1B2c3D4e5F6"), await say("tkt_b2C3d4E5f6G7")];
    expect(other.data.id).not.toBe(first.data.id);
  });

  it("is the same one at every address of its world", async () => {
    const { send, world } = open();
    const lost = await send("/tickets", { ...create("a"), base: world.withScenarios("late-error") });
    expect(lost.status).toBe(500);
    const again = await send("/tickets", { ...create("a"), base: world.baseUrl.replace("~", "%7e") });
    expect(again.status).toBe(201);
    expect((await send("/tickets?search=Once")).body.pagination.total).toBe(1);
  });

  it("starts anew after it was refused", async () => {
    const { send } = open();
    expect((await send("/tickets", create("a", {}))).error.code).toBe("parameter_missing");
    expect((await send("/tickets", create("a"))).status).toBe(201);
  });

  it("gets its success when the first response was lost or an error", async () => {
    for (const fault of [
      { reset: "before" },
      { code: "internal_error" },
      { code: "database_error" },
    ] as const) {
      const { send, world } = open();
      world.fail({ ...fault, effect: "done" });
      await send("/tickets", create("a")).catch(() => {});
      const { status, data } = await send("/tickets", create("a"));
      expect([status, data.title]).toEqual([201, "Once"]);
      expect((await send("/tickets?search=Once")).body.pagination.total).toBe(1);
    }
  });

  it("is done anew when the first attempt did not take effect", async () => {
    const { send, world } = open();
    world.fail({ code: "database_error" });
    expect((await send("/tickets", create("a"))).error.code).toBe("database_error");
    expect((await send("/tickets", create("a"))).status).toBe(201);
    expect((await send("/tickets?search=Once")).body.pagination.total).toBe(1);
  });

  it("takes effect once when it is sent twice at once", async () => {
    const { send } = open();
    const both = await Promise.all([send("/tickets", create("a")), send("/tickets", create("a"))]);
    expect(both[1]?.text).toBe(both[0]?.text);
    expect((await send("/tickets?search=Once")).body.pagination.total).toBe(1);
  });

  it("comes before uniqueness: the repeated creation of a customer is no conflict", async () => {
    const { send } = open();
    const body = { name: "New", email: "new@example.com" };
    await send("/customers", create("a", body));
    expect((await send("/customers", create("a", body))).status).toBe(201);
    expect((await send("/customers", create("b", body))).error.code).toBe("resource_conflict");
  });

  it("comes after the limit", async () => {
    const { send } = open();
    const sent = { ...create("a"), key: "limited" };
    const codes = [await send("/tickets", sent), await send("/tickets", sent), await send("/tickets", sent)];
    expect(codes.map(({ status }) => status)).toEqual([201, 201, 429]);
  });

  it.each([
    ["empty", ""],
    ["of 256 characters", "x".repeat(256)],
  ])("is refused when the key is %s", async (_, key) => {
    const { send } = open();
    const { error } = await send("/tickets", create(key));
    expect([error.code, error.param]).toEqual(["parameter_invalid", "Idempotency-Key"]);
  });

  it("is kept for an update too", async () => {
    const { send } = open();
    const update = { method: "PATCH", body: { notes: "x" }, headers: { "idempotency-key": "a" } };
    const first = await send("/tickets/tkt_a1B2c3D4e5F6", update);
    expect((await send("/tickets/tkt_a1B2c3D4e5F6", update)).text).toBe(first.text);
  });

  it("gets its success again when what it was about, or referred to, is gone", async () => {
    const { send } = open();
    const headers = { "idempotency-key": "a" };
    const customer = "/customers/cus_x9Y8z7W6v5U4";
    const referring = { method: "POST", headers, body: { title: "T", customerId: "cus_x9Y8z7W6v5U4" } };
    const updating = { method: "PATCH", headers, body: { notes: "x" } };
    const [made, changed] = [await send("/tickets", referring), await send(customer, updating)];
    await send(customer, { method: "DELETE" });
    expect((await send("/tickets", referring)).text).toBe(made.text);
    expect((await send(customer, updating)).text).toBe(changed.text);
  });
});

describe("An Idempotency-Key means nothing", () => {
  it("on a read", async () => {
    const { send } = open();
    const headers = { "idempotency-key": "" };
    expect((await send("/tickets", { headers })).status).toBe(200);
  });

  it("on a deletion: the second one finds nothing", async () => {
    const { send } = open();
    const sent = { method: "DELETE", headers: { "idempotency-key": "a" } };
    expect((await send("/tickets/tkt_a1B2c3D4e5F6", sent)).data).toEqual({
      id: "tkt_a1B2c3D4e5F6",
      deleted: true,
    });
    expect((await send("/tickets/tkt_a1B2c3D4e5F6", sent)).error.code).toBe("resource_not_found");
  });
});
