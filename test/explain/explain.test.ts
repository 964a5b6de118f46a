import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { explain } from "../../src/cli/commands/explain.ts";
import { runCommand } from "../../src/cli/index.ts";
import { CStarError } from "../../src/entries/errors.ts";
import { clientRules } from "../../src/errors/index.ts";
import { explainCode, unknownCode } from "../../src/explain/index.ts";
import { plain } from "../../src/report/index.ts";
import { exampleOf, table } from "./table.ts";

const deleted = {
  success: true,
  data: { id: "tkt_1", deleted: true },
  meta: { requestId: "req_1", timestamp: "2026-03-30T10:30:00Z" },
};

async function run(argv: string[], stdin = "") {
  const said = { out: "", err: "" };
  const terminal = {
    out(text: string) {
      said.out += text;
    },
    err(text: string) {
      said.err += text;
    },
    style: plain,
    styleErr: plain,
    interactive: false,
    readStdin: async () => stdin,
  };
  return { code: await runCommand("cstar-contract", { command: explain, argv, terminal }), ...said };
}

describe("explain", () => {
  it("says all about every code", async () => {
    for (const row of table.errors) {
      const { code, out, err } = await run([row.code]);
      expect([code, err]).toEqual([0, ""]);
      const words = out.replace(/\s+/g, " ");
      for (const fact of [
        row.title,
        String(row.status),
        row.type,
        row.docUrl,
        row.since,
        ...row.operations,
      ]) {
        expect(words).toContain(fact);
      }
      for (const text of [row.description, ...row.causes, ...row.fixes])
        expect(words).toContain(text.replace(/\s+/g, " "));
      expect(out.split("\n").filter((line) => line.length > 100)).toEqual([]);
    }
  });

  it("gives the same as JSON", async () => {
    const { code, out } = await run(["key_expired", "--format", "json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(explainCode(table, "key_expired"));
  });

  it("names the nearest codes for a misspelt one, and ends with 1", async () => {
    const code = "key_expired";
    const misspelt = code.replace("d", "");
    const text = await run([misspelt]);
    expect(text).toMatchObject({ code: 1, out: expect.stringContaining(`Did you mean ${code}?`) });
    const json = await run([misspelt, "--format", "json"]);
    expect(JSON.parse(json.out)).toEqual({ code: misspelt, nearest: [code] });
    expect(json.code).toBe(1);
  });

  it("says of a retired code when and why it went", () => {
    const retired = [{ code: "old_code", retired: "2.0.0", reason: "Nobody got it." }];
    expect(unknownCode({ ...table, retired }, "old_code")).toMatchObject({
      retired: { retired: "2.0.0", reason: "Nobody got it." },
    });
  });

  it("explains a pasted response: what it was, what to do, and when to try again", async () => {
    const body = JSON.stringify(exampleOf("rate_limit_exceeded"));
    const { code, out } = await run(["-"], `HTTP/1.1 429 X\nRetry-After: 17\n\n${body}`);
    expect(code).toBe(0);
    expect(out).toContain("rate_limit_exceeded");
    expect(out).toContain("17 s");
    expect(out).toContain("How to fix it");
    expect(out).toContain("The response is as the contract says.");
  });

  it("ends with 1 for a faulty response and with 2 for no response at all", async () => {
    const faulty = await run(["-", "--format", "json"], '{"error":{"code":"key_expired"}}');
    expect(faulty.code).toBe(1);
    expect(JSON.parse(faulty.out).problems.length).toBeGreaterThan(3);
    const none = await run(["-"], "hello");
    expect(none).toMatchObject({ code: 2, out: "" });
    expect(none.err).toContain("curl -i");
  });

  const code = "key_expired";
  it.each([
    code.toUpperCase(),
    code.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
    code.replaceAll("_", "-"),
    `https://cstar.help/developers/api/errors#${code}`,
    `http://localhost/errors#${code}`,
    ` ${code} `,
    `key__expired`,
  ])("knows what %s means", async (word) => {
    expect(await run([word])).toMatchObject(await run([code]));
  });

  it("lists the codes of a status", async () => {
    const { code, out } = await run(["403"]);
    expect(code).toBe(0);
    for (const row of table.errors.filter(({ status }) => status === 403))
      expect(out).toContain(`${row.code} `);
    expect(out).not.toContain("key_expired");
    expect(JSON.parse((await run(["403", "--format", "json"])).out)).toMatchObject({
      status: 403,
      codes: expect.any(Array),
    });
  });

  it("says of a status that the API does not have who may have sent it", async () => {
    expect(await run(["503"])).toMatchObject({
      code: 1,
      out: expect.stringContaining("something in front of it"),
    });
    expect((await run(["418"])).out).toBe("418  The contract has no such status.\n");
  });

  it("knows the codes of the client, and says that the API never returns them", async () => {
    expect(table.clientErrors.map(({ code }) => code)).toEqual(Object.keys(clientRules));
    for (const { code, title, fixes } of table.clientErrors) {
      const { code: exit, out } = await run([code]);
      expect(exit).toBe(0);
      const words = out.replace(/\s+/g, " ");
      for (const fact of [title, "the API never returns it", ...fixes]) expect(words).toContain(fact);
      expect(JSON.parse((await run([code, "--format", "json"])).out)).toMatchObject({ code });
    }
  });

  it("explains an error of the client that was logged, and finds no fault with the API", async () => {
    const logged = new CStarError("timeout", { status: 500, requestId: "req_1" }).toJSON();
    const { code, out } = await run(["-"], JSON.stringify({ level: 50, err: logged }));
    expect(code).toBe(0);
    expect(out).toMatch(/^timeout {2}Timeout\n/);
    expect(out).not.toContain("wrong with");
  });

  it("takes a response as an argument", async () => {
    const { code, out } = await run([JSON.stringify(exampleOf("key_expired"))]);
    expect([code, out.split("\n")[0]]).toEqual([0, "key_expired  Key expired"]);
    expect(out).toContain("The body is as the contract says.");
  });

  it.each([
    { name: "a success", pasted: JSON.stringify(deleted), says: "A success" },
    {
      name: "a success with its head",
      pasted: `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${JSON.stringify(deleted)}`,
      says: "A success",
    },
    {
      name: "204",
      pasted: "HTTP/2 204\naccess-control-allow-origin: *\n\n",
      says: "No body, and none is needed",
    },
    { name: "304", pasted: "HTTP/2 304\n\n", says: "No body, and none is needed" },
  ])("says that $name is fine", async ({ pasted, says }) => {
    const { code, out } = await run(["-"], pasted);
    expect([code, out.split("\n")[0]]).toEqual([0, says]);
    expect(out).toContain("as the contract says.");
  });

  it("says what is wrong with a success", async () => {
    const { code, out } = await run(["-"], `HTTP/1.1 200 OK\n\n${JSON.stringify({ ...deleted, meta: {} })}`);
    expect(code).toBe(1);
    expect(out).toContain("meta-missing");
  });

  it.each([
    {
      name: "a page of Cloudflare",
      pasted:
        "HTTP/2 502\nserver: cloudflare\ncf-ray: 8a1-FRA\ncontent-type: text/html\n\n<!DOCTYPE html><html></html>",
      says: "`server: cloudflare`, `cf-ray: 8a1-FRA`",
    },
    {
      name: "an empty 504",
      pasted: "HTTP/1.1 504 Gateway Timeout\nserver: nginx\n\n",
      says: "`server: nginx`",
    },
    {
      name: "a page alone",
      pasted: "<html><body>Bad Gateway</body></html>",
      says: "something in front of it",
    },
  ])("says that $name does not come from the API, and what to do", async ({ pasted, says }) => {
    const { code, out } = await run(["-"], pasted);
    expect([code, out.split("\n")[0]]).toEqual([1, "Not a response of the API"]);
    expect(out.replace(/\s+/g, " ")).toContain(says);
    expect(out).toContain("Try again after a pause");
  });

  it.each([
    { name: "alone", pasted: gzipSync("{}").toString("utf8") },
    {
      name: "behind a head",
      pasted: `HTTP/2 401\ncontent-encoding: gzip\n\n${gzipSync("{}").toString("utf8")}`,
    },
  ])("asks for --compressed when it gets gzip $name", async ({ pasted }) => {
    expect(await run(["-"], pasted)).toMatchObject({
      code: 1,
      out: expect.stringContaining("`--compressed`"),
    });
  });

  it("explains several responses one after the other, and ends with 1 if one is wrong", async () => {
    const fine = JSON.stringify(exampleOf("key_expired"));
    const two = await run(["-"], `${fine}\n${fine}\n`);
    expect(two.code).toBe(0);
    expect(two.out).toMatch(/^── 1 of 2 ──\n\nkey_expired[\s\S]*\n── 2 of 2 ──\n\nkey_expired/);
    const mixed = await run(["-", "--format", "json"], `${fine}\n{"success":false,"error":{}}\n`);
    expect([mixed.code, JSON.parse(mixed.out).length]).toEqual([1, 2]);
  });

  it.each([
    { fault: "another media type", head: "Content-Type: text/plain", change: {}, rule: "media-type" },
    {
      fault: "a blank message",
      head: "Content-Type: application/json",
      change: { message: " " },
      rule: "field-type",
    },
    {
      fault: "an id in another form",
      head: "Content-Type: application/json",
      change: { request_id: "7" },
      rule: "request-id-format",
    },
  ])("does not call a response with $fault as the contract says", async ({ head, change, rule }) => {
    const body = exampleOf("key_expired");
    const pasted = `HTTP/1.1 401 X\n${head}\n\n${JSON.stringify({ ...body, error: { ...body.error, ...change } })}`;
    const { code, out } = await run(["-"], pasted);
    expect(code).toBe(1);
    expect(out).toContain(rule);
    expect(out).not.toContain("as the contract says");
  });

  it("prints each thing that is wrong on a line of its own, with its place and its rule", async () => {
    const { out } = await run(["-"], '{"success":true,"error":{"code":"key_expired"}}');
    expect(out).toMatch(/\n {2}error {2}`success` must be false; it is true\. \/success success-flag\n/);
    expect(out).toMatch(/\n {2}error {2}`meta` is missing\. \/meta meta-missing\n/);
  });
});
