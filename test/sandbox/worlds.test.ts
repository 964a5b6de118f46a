import { describe, expect, it } from "vitest";
import { sampleRequest } from "../../src/contract/index.ts";
import { createClock } from "../../src/sandbox/clock.ts";
import { createWorlds } from "../../src/sandbox/worlds.ts";
import { contract } from "../contract/project.ts";
import { open, senderTo } from "./open.ts";

describe("A world", () => {
  it("knows nothing of another: data, keys, clock, limits and faults", async () => {
    const { sandbox } = open();
    const [one, two] = ["one", "two"].map((name) => {
      const world = sandbox.world(name);
      return { world, send: senderTo(world, sandbox.fetch) };
    });
    await one?.send("/tickets", { method: "POST", body: { title: "Mine" } });
    one?.world.fail({ code: "database_error", times: "always" });
    one?.world.advance(100);
    const { data, body } = (await two?.send("/tickets", { key: "limited" })) ?? {};
    expect(data).toHaveLength(3);
    expect(body.meta.timestamp).toBe("2026-03-30T10:30:00.001Z");
    expect(two?.world.requests()).toHaveLength(1);
  });

  it("changes nothing of what it has in common with others when it begins", async () => {
    const { sandbox } = open();
    const [one, two] = ["one", "two"].map((name) => senderTo(sandbox.world(name), sandbox.fetch));
    const ticket = "/tickets/tkt_a1B2c3D4e5F6";
    await one?.(ticket, { method: "PATCH", body: { title: "Changed" } });
    await one?.("/customers/cus_x9Y8z7W6v5U4", { method: "DELETE" });
    expect((await one?.(ticket))?.data.title).toBe("Changed");
    expect((await two?.(ticket))?.data.title).toBe("Charged twice for March");
    expect((await two?.("/customers/cus_x9Y8z7W6v5U4"))?.status).toBe(200);
    expect((await two?.("/customers"))?.data).toHaveLength(3);
  });

  it("gives the same bytes for the same requests", async () => {
    const run = async () => {
      const { send } = open();
      const texts = [
        await send("/tickets", { method: "POST", body: { title: "a", initialMessage: "b" } }),
        await send("/tickets?search=a"),
        await send("/customers", { method: "POST", body: {} }),
      ];
      return texts.map(({ text, response }) => [text, ...response.headers]);
    };
    expect(await run()).toEqual(await run());
  });

  it("gives no id again that it began with", async () => {
    const { send } = open();
    const seeded = (await send("/customers")).data.map(({ id }: { id: string }) => id);
    for (let more = 0; more < 20; more++) {
      const body = { name: "N", email: `${more}@example.com` };
      expect((await send("/customers", { method: "POST", body })).status).toBe(201);
    }
    const { data, body } = await send("/customers?pageSize=100");
    expect(body.pagination.total).toBe(seeded.length + 20);
    expect(data.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(seeded));
  });

  it("begins anew when it is told to", async () => {
    const { send, world } = open();
    const first = await send("/tickets", { method: "POST", body: { title: "a" } });
    world.reset();
    expect(world.requests()).toEqual([]);
    expect((await send("/tickets", { method: "POST", body: { title: "a" } })).text).toBe(first.text);
  });

  it("has the resources that the examples of the contract name", async () => {
    for (const operation of contract.operations.filter(({ method }) => method === "get")) {
      const { send } = open();
      const response = await send(sampleRequest(operation).path);
      if (response.status === 501) continue; // pairs.test.ts asks for what it does
      expect([operation.id, response.status]).toEqual([operation.id, 200]);
    }
  });

  it("has keys of the length that real ones have", () => {
    const { world } = open();
    for (const key of Object.values(world.keys)) expect(key).toMatch(/_[A-Za-z0-9]{32}$/);
  });

  it("shows its keys by name in the log, and a foreign one not at all", async () => {
    const { send, world } = open();
    await send("/tickets", { key: "publishable" });
    await send("/tickets", { key: "sk_live_ThisIsARealKeyThatSomebodyTypedIn" });
    expect(world.requests().map(({ key }) => key)).toEqual(["publishable", "unknown"]);
    expect(JSON.stringify([world.requests(), world.report()])).not.toContain("Real");
  });

  it("cannot have a name that no address can", () => {
    const { sandbox } = open();
    expect(() => sandbox.world("a/b")).toThrow(/cannot be a world: its name has 1 to 64 letters/);
  });
});

describe("Worlds", () => {
  it("are forgotten after an hour without a request, and when there are too many", () => {
    let now = 0;
    let made = 0;
    const worlds = createWorlds(
      (name) => ({ name, number: ++made }) as never,
      () => now,
    );
    const numberOf = (name: string) => (worlds.get(name) as unknown as { number: number }).number;
    numberOf("old");
    now = 1_800_000;
    numberOf("young");
    now = 3_600_000;
    numberOf("new");
    expect([numberOf("young"), numberOf("old")]).toEqual([2, 4]);
    for (let more = 0; more < 1000; more++) numberOf(`w${more}`);
    expect(numberOf("young")).toBeGreaterThan(1000);
  });
});

describe("The clock", () => {
  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e300])("is not advanced by %s", (seconds) => {
    const clock = createClock();
    expect(() => clock.advance(seconds)).toThrow("positive number of seconds");
    expect(clock.now().toISOString()).toBe("2026-03-30T10:30:00.000Z");
  });

  it("never shows the same moment twice", () => {
    const clock = createClock();
    const times = [clock.tick(), clock.tick(), clock.tick()].map(Number);
    expect(new Set(times).size).toBe(3);
  });
});

describe("The sandbox's own addresses", () => {
  async function ask(path: string, body?: unknown, method = body === undefined ? "GET" : "POST") {
    const { sandbox } = shared;
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const init = { method, ...(body !== undefined && { body: text }) };
    const response = await sandbox.fetch(`http://any.test/~${name}/_sandbox${path}`, init);
    return { status: response.status, text: await response.text() };
  }
  const shared = open();
  const name = "admin";
  const world = shared.sandbox.world(name);
  const send = senderTo(world, shared.sandbox.fetch);

  it("take faults, one or several, and tell which are still to come", async () => {
    world.reset();
    await ask("/faults", { operation: "getTicket", code: "database_error" });
    await ask("/faults", [{ cut: true, operation: "listArticles" }]);
    expect(JSON.parse((await ask("/faults")).text).pending).toHaveLength(2);
    expect((await send("/tickets/tkt_a1B2c3D4e5F6")).error.code).toBe("database_error");
    expect(JSON.parse((await ask("/faults")).text).unfired).toEqual([
      "a body that is cut off on listArticles",
    ]);
    await ask("/faults", undefined, "DELETE");
    expect((await send("/articles")).status).toBe(200);
  });

  it("move the clock", async () => {
    world.reset();
    expect(JSON.parse((await ask("/clock", { advance: 60 })).text).now).toBe("2026-03-30T10:31:00.000Z");
  });

  it("make keys", async () => {
    world.reset();
    const made = await ask("/keys", { permissions: ["articles:read"], requestsPerHour: 1 });
    const { key } = JSON.parse(made.text);
    expect((await send("/tickets", { key })).error.code).toBe("insufficient_permissions");
    expect((await send("/articles", { key })).error.code).toBe("rate_limit_exceeded");
    const plain = [(await ask("/keys", "", "POST")).text, (await ask("/keys", "null")).text];
    const [first, second] = plain.map((text) => JSON.parse(text).key);
    expect((await send("/tickets", { key: first })).status).toBe(200);
    expect((await send("/tickets", { key: second })).status).toBe(200);
    const { keys } = JSON.parse((await ask("/keys")).text);
    expect([keys.expired.purpose, keys.revoked.purpose]).toEqual(["has expired", "has been revoked"]);
    expect(Object.values(keys)).toEqual(
      expect.arrayContaining([first, second].map((own) => ({ key: own, purpose: "made here" }))),
    );
  });

  it("show the requests and begin anew", async () => {
    world.reset();
    await send("/tickets", { method: "POST", body: { title: "a" } });
    expect(JSON.parse((await ask("/requests")).text).requests).toMatchObject([
      { operation: "createTicket", status: 201 },
    ]);
    expect(JSON.parse((await ask("/reset", "", "POST")).text)).toEqual({ reset: true });
    expect(JSON.parse((await ask("/requests")).text).requests).toEqual([]);
  });

  it.each([
    ["/nothing", undefined, "GET", 404, /^There is nothing at this address; there are \/faults, /],
    ["", undefined, "GET", 404, /^There is nothing at this address/],
    ["/report", "", "POST", 405, /^This address takes GET\.$/m],
    ["/faults", "{", "POST", 400, /^The body is not valid JSON\.$/m],
    ["/faults", { code: "teapot" }, "POST", 400, /^There is no code teapot/],
    ["/clock", { advance: -5 }, "POST", 400, /^A clock is advanced by a positive number of seconds/],
    ["/clock", "", "POST", 400, /^A clock is advanced/],
    [
      "/keys",
      { kind: "golden" },
      "POST",
      400,
      /^There is no key of kind golden for test; there are secret for production, /,
    ],
    ["/keys", { name: "a b" }, "POST", 400, /^name of a key has 1 to 32/],
    ["/keys", { permissions: "all" }, "POST", 400, /^permissions of a key is a list/],
    ["/keys", { requestsPerHour: 0 }, "POST", 400, /^requestsPerHour of a key/],
    ["/keys", { requestsPerHour: 1.5 }, "POST", 400, /^requestsPerHour of a key/],
    ["/keys", { requestsPerHour: "9" }, "POST", 400, /^requestsPerHour of a key/],
    ["/keys", { name: "expired" }, "POST", 400, /^There is a key expired already/],
  ])("say what is wrong: %s %j", async (path, body, method, status, message) => {
    const got = await ask(path, body, method);
    expect(got.status).toBe(status);
    expect(got.text).toMatch(message);
  });
});
