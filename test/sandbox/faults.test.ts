import { describe, expect, it, vi } from "vitest";
import type { Fault } from "../../src/entries/sandbox.ts";
import { scenarios } from "../../src/sandbox/index.ts";
import { open } from "./open.ts";

const create = { method: "POST", body: { title: "New" } };
const count = async (send: ReturnType<typeof open>["send"]) =>
  (await send("/tickets?search=New")).body.pagination.total;

describe("A fault", () => {
  it.each<[string, Fault, object]>([
    ["a code", { code: "internal_error" }, { status: 500, error: { code: "internal_error" } }],
    ["a code with a param", { code: "parameter_invalid", param: "tags[1]" }, { error: { param: "tags[1]" } }],
    [
      "a code that needs a param, which nobody named",
      { code: "parameter_missing" },
      { error: { param: "title" } },
    ],
    ["a gateway's page", { html: true }, { status: 502, error: undefined }],
    ["a gateway's page with another status", { html: true, status: 504 }, { status: 504 }],
    ["an empty body", { empty: true }, { status: 201, text: "" }],
    ["anything at all", { raw: { status: 418, body: "teapot" } }, { status: 418, text: "teapot" }],
  ])("can be %s", async (_, fault, wanted) => {
    const { send, world } = open();
    world.fail(fault);
    expect(await send("/tickets", create)).toMatchObject(wanted);
    expect(await count(send)).toBe(0);
    expect((await send("/tickets", create)).status).toBe(201);
  });

  it("that spoils a read means the same whether its effect is done or not", async () => {
    for (const effect of ["none", "done"] as const) {
      const { send, world } = open();
      world.fail({ code: "database_error", effect });
      expect((await send("/tickets")).error.code).toBe("database_error");
      expect(world.requests()[0]).not.toHaveProperty("effect");
    }
  });

  it("tells how long to wait", async () => {
    const { send, world } = open();
    const told = async () => (await send("/tickets")).response.headers.get("retry-after");
    world.fail({ code: "rate_limit_exceeded", retryAfter: 7 });
    world.fail({ code: "rate_limit_exceeded" });
    expect([await told(), await told()]).toEqual(["7", "1"]);
  });

  it("names a parameter of the query where the operation has no body", async () => {
    const { send, world } = open();
    world.fail({ code: "parameter_invalid" });
    expect((await send("/tickets")).error.param).toBe("page");
  });

  it("has something to cut off, also of a write that is not carried out", async () => {
    const { send, world } = open();
    world.fail({ cut: true });
    await expect(send("/tickets", create)).rejects.toThrow(SyntaxError);
  });

  it("can let a write take effect all the same", async () => {
    const { send, world } = open();
    world.fail({ code: "internal_error", effect: "done" });
    expect((await send("/tickets", create)).status).toBe(500);
    expect(await count(send)).toBe(1);
    expect(world.requests()[0]).toMatchObject({ effect: true, code: "internal_error" });
  });

  it.each(["before", "headers"] as const)("can break the connection: %s", async (reset) => {
    const { send, world } = open();
    world.fail({ reset });
    const told = { message: "fetch failed", cause: { message: "read ECONNRESET", code: "ECONNRESET" } };
    await expect(send("/tickets", create)).rejects.toMatchObject(told);
    expect(await count(send)).toBe(0);
  });

  it("can break the connection in the middle of a body", async () => {
    const { sandbox, world } = open();
    world.fail({ reset: "body" });
    const headers = { authorization: `Bearer ${world.keys.unlimited}` };
    const response = await sandbox.fetch(`${world.baseUrl}/teams/${world.teamId}/tickets`, { headers });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow("reset");
  });

  it.each(["headers", "body"] as const)("can stall in the %s until the client gives up", async (stall) => {
    const { sandbox, world } = open();
    world.fail({ stall });
    const controller = new AbortController();
    const headers = { authorization: `Bearer ${world.keys.unlimited}` };
    const init = { headers, signal: controller.signal };
    const reading = sandbox
      .fetch(`${world.baseUrl}/teams/${world.teamId}/tickets`, init)
      .then((response) => response.body?.pipeTo(new WritableStream(), { signal: controller.signal }));
    setTimeout(() => controller.abort(new Error("enough")), 20);
    await expect(reading).rejects.toThrow("enough");
    expect(world.report().behaviours.find(({ id }) => id === "ends-when-stalled")?.result).toBe("passed");
  });

  it("can end a body in its middle", async () => {
    const { world, sandbox } = open();
    world.fail({ cut: true });
    const headers = { authorization: `Bearer ${world.keys.unlimited}` };
    const response = await sandbox.fetch(`${world.baseUrl}/teams/${world.teamId}/tickets`, { headers });
    const text = await response.text();
    expect(text).toMatch(/^\{"success":true/);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  it("can send somewhere else, where the sandbox sees who comes", async () => {
    const { world, sandbox, send } = open();
    world.fail({ redirect: true });
    const { response } = await send("/tickets");
    expect(response.status).toBe(307);
    const headers = { authorization: `Bearer ${world.keys.unlimited}` };
    await sandbox.fetch(response.headers.get("location") ?? "", { headers });
    const row = world.report().behaviours.find(({ id }) => id === "follows-no-redirect");
    expect(row).toMatchObject({ result: "failed", because: "sent its key to the address of a redirect" });
  });

  it("can only delay: the request is carried out", async () => {
    const { send, world } = open();
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    try {
      world.fail({ delay: 3_600_000 });
      const sent = send("/tickets", create);
      let isThere = false;
      void sent.then(() => {
        isThere = true;
      });
      for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
      expect([isThere, vi.getTimerCount()]).toEqual([false, 1]);
      await vi.advanceTimersByTimeAsync(3_600_000);
      expect((await sent).status).toBe(201);
    } finally {
      vi.useRealTimers();
    }
    expect(world.requests()[0]?.fault).toBe("a delay of 3600000 ms");
  });

  it("hits the operation and method that it is for, after the requests that it lets through, as often as it says", async () => {
    const { send, world } = open();
    world.fail({ operation: "createTicket", code: "internal_error", after: 1, times: 2 });
    world.fail({ method: "DELETE", code: "database_error" });
    const statuses = [];
    for (const one of [{}, create, create, {}, create, create])
      statuses.push((await send("/tickets", one)).status);
    expect(statuses).toEqual([200, 201, 500, 200, 500, 201]);
    expect((await send("/tickets/tkt_a1B2c3D4e5F6", { method: "DELETE" })).error.code).toBe("database_error");
  });

  it("hits no request that fails by itself", async () => {
    const { send, world } = open();
    world.fail({ code: "internal_error" });
    expect((await send("/tickets", { key: "" })).error.code).toBe("authentication_required");
    expect((await send("/tickets?page=0")).error.code).toBe("parameter_invalid");
    expect((await send("/tickets")).error.code).toBe("internal_error");
  });

  it("hits an operation that declares its code alone", async () => {
    const { send, world } = open();
    world.fail({ code: "resource_conflict" });
    expect((await send("/tickets")).status).toBe(200);
    expect((await send("/customers", { method: "POST", body: { name: "A", email: "a@b.cd" } })).status).toBe(
      409,
    );
  });

  it("is used up once, whatever runs at the same time", async () => {
    const { send, world } = open();
    world.fail({ code: "database_error" });
    const all = await Promise.all(Array.from({ length: 20 }, () => send("/tickets")));
    expect(all.filter(({ status }) => status === 500)).toHaveLength(1);
  });

  it("spares a replay unless it is for replays", async () => {
    const { send, world } = open();
    const keyed = { ...create, headers: { "idempotency-key": "a" } };
    await send("/tickets", keyed);
    world.fail({ operation: "createTicket", code: "internal_error" });
    expect((await send("/tickets", keyed)).status).toBe(201);
    world.fail({ operation: "createTicket", code: "database_error", replays: true });
    expect((await send("/tickets", keyed)).status).toBe(500);
  });

  it("is told at the end when it hit nothing", async () => {
    const { send, world } = open();
    world.fail({ operation: "createArticle", reset: "before", effect: "done" });
    world.fail({ code: "database_error" });
    await send("/tickets");
    expect(world.report().unfired).toEqual([
      "a reset before the response with the write done on createArticle",
    ]);
  });
});

describe("A scenario", () => {
  it("goes wrong at its address, and not at that of its world", async () => {
    const { send, world } = open();
    const base = world.withScenarios("database-down");
    expect((await send("/tickets", { base })).error.code).toBe("database_error");
    expect((await send("/tickets")).status).toBe(200);
    expect((await send("/tickets", { base })).error.code).toBe("database_error");
  });

  it("shares the data of its world, and is over once it has happened", async () => {
    const { send, world } = open();
    const base = world.withScenarios("late-error");
    expect((await send("/tickets", { ...create, base })).error.code).toBe("internal_error");
    expect((await send("/tickets", { ...create, base })).status).toBe(201);
    expect(await count(send)).toBe(2);
  });

  it("can be combined with others", async () => {
    const { send, world } = open();
    const base = world.withScenarios("database-blip", "internal-error");
    const codes = [];
    for (let sent = 0; sent < 3; sent++) codes.push((await send("/tickets", { base })).error?.code);
    expect(codes).toEqual(["database_error", "internal_error", undefined]);
  });

  it("that does not exist is refused, with those that do", async () => {
    const { sandbox, world } = open();
    const response = await sandbox.fetch("http://any.test/~a+databse-down/api/v1/teams/1/tickets");
    expect([response.status, await response.text()]).toEqual([
      400,
      `There is no scenario "databse-down"; there are ${Object.keys(scenarios).join(", ")}.\n`,
    ]);
    expect(() => world.withScenarios("nonsense")).toThrow('There is no scenario "nonsense"');
  });
});
