import { describe, expect, it } from "vitest";
import { open } from "./open.ts";

describe("Outside the contract", () => {
  it.each([
    ["an unknown path", "GET", "/nothing", 404, "There is no such path; the API is at BASE."],
    ["an unknown method", "PUT", "/tickets", 405, "This path takes GET and POST."],
  ])("%s gets plain text", async (_, method, path, status, told) => {
    const { send, world } = open();
    const { response, text } = await send(path, { method });
    expect([response.status, response.headers.get("content-type")]).toEqual([
      status,
      "text/plain; charset=utf-8",
    ]);
    expect(text).toBe(`${told.replace("BASE", world.baseUrl.replace("~test", "~<world>"))}\n`);
    expect(response.headers.get("allow")).toBe(status === 405 ? "GET, POST" : null);
  });

  it.each(["/", "/teams/TEAM/tickets", "/~test/teams/TEAM/tickets", "/api/v1x/teams/TEAM/tickets"])(
    "%s is no address of the API",
    async (path) => {
      const { sandbox, world } = open();
      const headers = { authorization: `Bearer ${world.keys.unlimited}` };
      const address = new URL(path.replace("TEAM", world.teamId), world.baseUrl);
      const response = await sandbox.fetch(address, { headers });
      expect([response.status, await response.text()]).toEqual([
        404,
        "There is no such path; the API is at http://127.0.0.1:4010/~<world>/api/v1.\n",
      ]);
    },
  );

  it.each([
    ["as it says", "{}", { "content-length": "10000001" }, 413],
    ["as it is", "x".repeat(10_000_001), {}, 413],
    ["and no more is read", `{"title":"a"${" ".repeat(9_999_987)}}`, { "content-length": "10000000" }, 201],
  ])("a body of more than 10 MB gets a 413: %s", async (_, body, headers, status) => {
    const { send } = open();
    const got = await send("/tickets", { method: "POST", body, headers });
    expect(got.status).toBe(status);
    if (status === 413) expect(got.text).toBe("The body is too large.\n");
  });

  it("a preflight is allowed whatever it asks for, and browsers may read the headers of errors", async () => {
    const { send, sandbox, world } = open();
    const asked = { "access-control-request-headers": "authorization, idempotency-key" };
    const preflight = await sandbox.fetch(`${world.baseUrl}/teams/1/tickets`, {
      method: "OPTIONS",
      headers: asked,
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toBe("authorization, idempotency-key");
    expect(preflight.headers.get("access-control-allow-methods")).toBe("GET, POST, PATCH, DELETE");
    expect(preflight.headers.get("access-control-max-age")).toBe("600");
    const bare = await sandbox.fetch(`${world.baseUrl}/teams/1/tickets`, { method: "OPTIONS" });
    expect(bare.headers.get("access-control-allow-headers")).toBe("*");
    const { response } = await send("/tickets", { key: "" });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-expose-headers")).toContain("Retry-After");
  });

  it("HEAD is replied as GET, without its body", async () => {
    const { send } = open();
    const { response, text } = await send("/tickets/tkt_a1B2c3D4e5F6", { method: "HEAD" });
    expect([response.status, text]).toEqual([200, ""]);
    const missing = await send("/tickets/tkt_none", { method: "HEAD" });
    expect([missing.status, missing.text]).toEqual([404, ""]);
  });

  it.each([
    [
      "/~%zz",
      '"%zz" cannot be a world: its name has 1 to 64 letters, digits, dots, dashes and underscores.\n',
    ],
    ["/~a+%zz", /^There is no scenario "%zz"; there are /],
    ["/%7Ea%20b", /^"a b" cannot be a world/],
  ])("an address that names no world is refused by what it is: %s", async (path, told) => {
    const { sandbox, world } = open();
    const response = await sandbox.fetch(new URL(`${path}/api/v1/teams`, world.baseUrl));
    expect((await sandbox.fetch(new URL(path, world.baseUrl))).status).toBe(400);
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(told);
  });
});
