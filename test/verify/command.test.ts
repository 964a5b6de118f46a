import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { verify } from "../../src/cli/commands/verify.ts";
import { runCommand } from "../../src/cli/run.ts";
import { recorder } from "../cli/recorder.ts";
import { deletion, errorBody, har, harEntry, lines, notFound } from "./records.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "verify-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const wrong = notFound({ status: 400 });

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

async function run(...argv: string[]) {
  const terminal = recorder();
  const status = await runCommand("cstar-contract", { command: verify, argv, terminal });
  return { status, ...terminal.said };
}

describe("cstar-contract verify", () => {
  it("ends with 0 when everything conforms, and with 1 when something does not", async () => {
    expect(await run(file("good.ndjson", lines(notFound(), deletion())))).toMatchObject({
      status: 0,
      out: expect.stringContaining("2 of 2 records checked"),
      err: "",
    });
    expect((await run(file("bad.ndjson", lines(notFound(), wrong)))).status).toBe(1);
  });

  it("goes on until a share of the records has findings, if one is given", async () => {
    const input = file("share.ndjson", lines(wrong, ...Array.from({ length: 9 }, () => notFound())));
    for (const [share, status] of [
      ["0.1", 0],
      ["10%", 0],
      ["0.09", 1],
      ["9.9%", 1],
      ["0", 1],
      ["1", 0],
    ] as const) {
      expect((await run(input, "--max-rate", share)).status).toBe(status);
    }
    for (const share of ["2", "-1", "many", "101%", "1%%", "0,5"]) {
      expect(await run(input, `--max-rate=${share}`)).toMatchObject({
        status: 2,
        err: expect.stringContaining("a share such as 0.01 or 1%"),
      });
    }
  });

  it.each([
    { name: "an empty file", content: "", options: [], why: "nothing was read" },
    {
      name: "paths without the base",
      content: lines(notFound({ url: "/teams/x/tickets/tkt_1" })),
      options: [],
      why: "0 of 1 matched: no record has a path below /api/v1; did you mean `--base /`?",
    },
    {
      name: "lines that are no JSON",
      content: "GET /a 200\nGET /b 404\n",
      options: [],
      why: "nothing in the input is JSON",
    },
    {
      name: "only preflights",
      content: lines(notFound({ method: "OPTIONS" })),
      options: [],
      why: "every record was skipped (1 preflight)",
    },
    {
      name: "only successes, when errors are asked for",
      content: lines(deletion()),
      options: ["--errors-only"],
      why: "every record was skipped (1 success)",
    },
  ])("ends with 2, and says why, for $name", async ({ content, options, why }) => {
    const { status, err, out } = await run(file("none.ndjson", content), ...options);
    expect([status, err]).toEqual([2, `<red>error:</red> Nothing was checked: ${why}.\n`]);
    expect(out).toContain("0 of ");
  });

  it("takes the base path and the host as options", async () => {
    const input = file("base.ndjson", lines(notFound({ url: "https://a.example/teams/x/tickets/tkt_1" })));
    expect((await run(input, "--base", "/")).status).toBe(0);
    expect((await run(input, "--base", "/", "--host", "a.example")).status).toBe(0);
    expect((await run(input, "--base", "/", "--host", "b.example")).status).toBe(2);
  });

  it("reads several files, and names the one of each finding", async () => {
    const [a, b] = [
      file("a.har", JSON.stringify(har(harEntry(notFound()), harEntry(wrong)))),
      file("b.ndjson", lines(wrong)),
    ];
    const { out } = await run(a, b, "--format", "json");
    expect(
      JSON.parse(out).findings.map(({ source, record }: Record<string, unknown>) => [source, record]),
    ).toEqual([
      [a, 2],
      [b, 1],
    ]);
  });

  it("names the file of a finding only where there are several", async () => {
    const { out } = await run(file("alone.ndjson", lines(wrong)), "--format", "json");
    expect(JSON.parse(out).findings[0]).not.toHaveProperty("source");
  });

  it("lists as many findings as were asked for, and counts all", async () => {
    const input = file("many.ndjson", lines(wrong, wrong, wrong));
    const { out } = await run(input, "--format", "json", "--max-findings", "2");
    const { findings, byRule } = JSON.parse(out);
    expect([findings.length, byRule["status-mismatch"]]).toEqual([2, 3]);
  });

  it("takes what stands in place of what was taken out as an option", async () => {
    const masked = notFound({ body: errorBody("resource_not_found", { doc_url: "<gone>" }) });
    const input = file("masked.ndjson", lines(masked));
    expect((await run(input)).status).toBe(1);
    expect((await run(input, "--redacted", "<gone>")).status).toBe(0);
  });

  it("reads bodies that Playwright keeps beside a HAR, and no other file", async () => {
    const entry = (name: string) => harEntry(notFound(), { text: undefined, _file: name });
    file("body.json", JSON.stringify(errorBody("resource_not_found", { doc_url: "/" })));
    const { out } = await run(
      file("attached.har", JSON.stringify(har(entry("body.json"), entry("../../etc/passwd")))),
      "--format",
      "json",
    );
    expect(JSON.parse(out)).toMatchObject({
      findings: [{ rule: "doc-url", record: 1 }],
      notJudged: { "body-in-another-file": 1 },
    });
  });

  it("reads a HAR from standard input, and no file for it, as nobody knows where it was", async () => {
    const attached = harEntry(notFound(), { text: undefined, _file: "package.json" });
    const input = JSON.stringify(har(attached, harEntry(wrong)));
    const stdin = vi.spyOn(process, "stdin", "get").mockReturnValue(Readable.from([input]) as never);
    const { status, out } = await run("-", "--format", "json").finally(() => stdin.mockRestore());
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      records: 2,
      findings: [{ rule: "status-mismatch", record: 2 }],
      notJudged: { "body-in-another-file": 1 },
    });
  });

  it("reads gzip, and says what to do about other archives", async () => {
    const gzip = gzipSync(lines(notFound(), wrong));
    expect(await run(file("a.gz", gzip))).toMatchObject({
      status: 1,
      out: expect.stringContaining("2 of 2"),
    });
    expect(await run(file("cut.gz", gzip.subarray(0, -12)))).toMatchObject({
      status: 2,
      err: expect.stringContaining("is no whole gzip file"),
    });
    expect((await run(file("a.zip", "PK\u0003\u0004…"))).err).toContain(
      "a.zip is a zip archive: unpack it, and name the file with the extension .har in it.",
    );
    const zstd = await run(file("a.zst", Buffer.of(0x28, 0xb5, 0x2f, 0xfd, 1)));
    expect([zstd.status, zstd.err]).toEqual([
      2,
      expect.stringMatching(/a\.zst is (?:compressed with zstd|no whole zstd file)/),
    ]);
  });

  it("adds up files with a report on each line, as Spark writes them", async () => {
    const one = JSON.stringify(
      JSON.parse((await run(file("one.ndjson", lines(wrong)), "--format", "json")).out),
    );
    const two = file("two.txt", `${one}\n\n${one}\n`);
    expect((await run("--merge", two, file("three.txt", one))).out).toContain("3 of 3 records checked");
    for (const bad of [
      "\n",
      "{}",
      "[]",
      '{"records":1}',
      '{"byRule":{},"groups":[]}',
      '{"records":1,"groups":[]}',
      `${one}\nno json\n`,
      `${one}\n{}`,
    ]) {
      expect([bad, await run("--merge", file("bad.txt", bad))]).toMatchObject([
        bad,
        {
          status: 2,
          err: expect.stringContaining("is no report: --merge takes what `verify --format json` printed."),
        },
      ]);
    }
  });

  it("shows a person how far it has read of a long file, and takes that back", async () => {
    const long = file(
      "long.ndjson",
      lines(...Array.from({ length: 10 }, () => ({ x: "y".repeat(1024 * 1024) }))),
    );
    const progress = async (interactive: boolean) => {
      const terminal = recorder(interactive);
      await runCommand("cstar-contract", { command: verify, argv: [long], terminal });
      return terminal.said.err.replace(/<red>.*/s, "");
    };
    expect(await progress(false)).toBe("");
    expect((await progress(true)).split("\r")).toEqual([
      ...["", expect.stringMatching(/^.*long\.ndjson: (?:8|9|10) MiB read$/), "\u001b[K"],
    ]);
  });

  it.each(["../a.json", "b/a.json", "b\\a.json", "..", "."])(
    "reads no body for a HAR from %j",
    async (name) => {
      file("a.json", JSON.stringify(errorBody("resource_not_found")));
      const attached = harEntry(notFound(), { text: undefined, _file: name });
      const { out } = await run(file("beside.har", JSON.stringify(har(attached))), "--format", "json");
      expect(JSON.parse(out).notJudged).toEqual({ "body-in-another-file": 1 });
    },
  );

  it("reads a body for a HAR whose name begins or ends with dots", async () => {
    for (const name of ["..a.json", "a.json.."]) {
      file(name, JSON.stringify(errorBody("resource_not_found", { doc_url: "/" })));
      const attached = harEntry(notFound(), { text: undefined, _file: name });
      const { out } = await run(file("beside.har", JSON.stringify(har(attached))), "--format", "json");
      expect(JSON.parse(out).byRule).toEqual({ "doc-url": 1 });
    }
  });

  it("says what is wrong with a file that it cannot read", async () => {
    expect(await run(join(folder, "none"))).toMatchObject({
      status: 2,
      out: "",
      err: expect.stringContaining("there is no such file"),
    });
  });
});
