import { describe, expect, it } from "vitest";
import { checks } from "../../src/sandbox/checks.ts";
import { readText } from "../contract/project.ts";
import { open, type Sent } from "./open.ts";

describe("The order of checks", () => {
  it("is the same in the sandbox and in the decisions", () => {
    const section = readText("docs/decisions.md").split("## Order of checks")[1]?.split("\n## ")[0] ?? "";
    const written = [...section.matchAll(/^\d+\. \*\*(.+?)\*\*/gm)].map(([, name]) => name);
    expect(written).toEqual(["route", ...checks.map(({ name }) => name), "act"]);
  });

  const broken = { method: "POST", body: "{" };
  it.each<[string, Sent & { path?: string }, string]>([
    [
      "a key of no kind before its team and its body",
      { ...broken, key: "nonsense", path: "/teams/1/tickets" },
      "invalid_key_format",
    ],
    [
      "a revoked key before an expired one could be",
      { key: "revoked", path: "/teams/1/tickets" },
      "invalid_api_key",
    ],
    ["an expired key before the form of an id", { key: "expired", path: "/teams/1/tickets" }, "key_expired"],
    [
      "the form of an id before the team",
      { key: "otherTeam", path: "/teams/1/tickets" },
      "invalid_id_format",
    ],
    ["the team before the kind of the key", { ...broken, key: "otherTeam" }, "team_access_denied"],
    ["the kind of the key before the body", { ...broken, key: "publishable" }, "publishable_key_write"],
    ["the permission before the body", { ...broken, key: "powerless" }, "insufficient_permissions"],
    ["the body before the resource", { ...broken, path: "/tickets/tkt_none/messages" }, "invalid_json"],
    [
      "its fields before the resource",
      { method: "POST", body: "{}", path: "/tickets/tkt_none/messages" },
      "parameter_missing",
    ],
    [
      "the resource before its references",
      { method: "PATCH", body: '{"customerId":"cus_none"}', path: "/tickets/tkt_none" },
      "resource_not_found",
    ],
  ])("looks at %s", async (_, { path = "/tickets", ...request }, code) => {
    const { send } = open();
    expect((await send(path, request)).error.code).toBe(code);
  });

  it.each([
    ["Bearer KEY", 200],
    ["bearer   KEY ", 200],
    ["KEY", "authentication_required"],
    ["Bearer", "authentication_required"],
    ["Bearer KEY, Basic a", "authentication_required"],
    ["Basic Bearer KEY", "authentication_required"],
  ])("reads the key from the header Authorization: %s", async (header, wanted) => {
    const { send, world } = open();
    const authorization = header.replace("KEY", world.keys.standard);
    const { status, error } = await send("/tickets", { headers: { authorization } });
    expect(error?.code ?? status).toBe(wanted);
  });

  it("counts what it refuses against the limit, but for a 401 and a 429", async () => {
    const { send, world } = open();
    expect(
      (await send("/tickets/42", { key: "limited" })).response.headers.get("x-ratelimit-remaining"),
    ).toBe("1");
    expect(
      (await send("/tickets/tkt_none", { key: "limited" })).response.headers.get("x-ratelimit-remaining"),
    ).toBe("0");
    for (let again = 0; again < 3; again++) {
      const { response, error } = await send("/tickets", { key: "limited" });
      expect([error.code, response.headers.get("retry-after")]).toEqual(["rate_limit_exceeded", "3600"]);
      expect(response.headers.get("x-ratelimit-remaining")).toBe("0");
    }
    const expired = await send("/tickets", { key: "expired" });
    expect(expired.response.headers.get("x-ratelimit-remaining")).toBe("1000");
    world.advance(3600);
    expect((await send("/tickets", { key: "limited" })).response.status).toBe(200);
  });

  it("begins a new window at the moment that the limit was said to be reset", async () => {
    const { send, world } = open();
    const left = async () => (await send("/tickets", { key: "limited" })).response.headers;
    const reset = Number((await left()).get("x-ratelimit-reset")) * 1000;
    // Each request takes a millisecond.
    world.advance(3600 - 0.002);
    expect((await left()).get("x-ratelimit-remaining")).toBe("0");
    const fresh = await left();
    expect(fresh.get("x-ratelimit-remaining")).toBe("1");
    expect(Number(fresh.get("x-ratelimit-reset")) * 1000).toBeGreaterThan(reset);
  });

  it("tells the smallest limit where there is no key", async () => {
    const { send } = open();
    const { response } = await send("/tickets", { key: "" });
    expect(response.headers.get("x-ratelimit-limit")).toBe("100");
    const reset = Number(response.headers.get("x-ratelimit-reset")) * 1000;
    expect(reset).toBeGreaterThan(Date.parse(response.headers.get("date") ?? ""));
  });

  it("gives each key a window of its own", async () => {
    const { send } = open();
    for (let used = 0; used < 3; used++) await send("/tickets", { key: "limited" });
    expect((await send("/tickets", { key: "standard" })).response.headers.get("x-ratelimit-remaining")).toBe(
      "999",
    );
  });
});
