import { describe, expect, it } from "vitest";
import { explain } from "../../src/cli/commands/explain.ts";
import { runCommand } from "../../src/cli/index.ts";
import { clientRules } from "../../src/errors/index.ts";
import { explainCode, unknownCode } from "../../src/explain/index.ts";
import { plain } from "../../src/report/index.ts";
import { exampleOf, table } from "./table.ts";

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

  it("responses a misspelt code with the nearest ones, and ends with 1", async () => {
    const text = await run(["key_expird"]);
    expect(text).toMatchObject({ code: 1, out: expect.stringContaining("Did you mean key_expired?") });
    const json = await run(["key_expird", "--format", "json"]);
    expect(JSON.parse(json.out)).toEqual({ code: "key_expird", nearest: ["key_expired"] });
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
});
