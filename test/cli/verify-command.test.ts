import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { verify } from "../../src/cli/commands/verify.ts";
import { runCommand } from "../../src/cli/index.ts";
import { exampleOf } from "../explain/table.ts";
import { folderWith } from "../lint/document.ts";
import { recorder } from "./recorder.ts";

const record = (body: unknown, more: object = {}) =>
  JSON.stringify({
    ...{ method: "GET", url: "https://www.cstar.help/api/v1/teams/x/tickets", status: 401 },
    headers: { "content-type": "application/json" },
    body,
    ...more,
  });
const fine = record(exampleOf("key_expired"));
const faulty = record({ ...exampleOf("key_expired"), success: true });
const success = record({ success: true }, { status: 200 });

async function run(files: Readonly<Record<string, string>>, ...argv: string[]) {
  const folder = folderWith(files);
  const terminal = recorder();
  const paths = argv.map((word) => (Object.hasOwn(files, word) ? join(folder, word) : word));
  const code = await runCommand("cstar-contract", { command: verify, argv: paths, terminal });
  return { code, out: terminal.said.out, err: terminal.said.err.replaceAll(`${folder}/`, "") };
}
const json = async (...args: Parameters<typeof run>) =>
  JSON.parse((await run(args[0], ...(args.slice(1) as string[]), "--format", "json")).out);

test.each<[string, lines: string[], argv: string[], want: number]>([
  ["records that conform", [fine, fine], [], 0],
  ["a record that does not", [fine, faulty], [], 1],
  ["no more than a share of faulty ones", [fine, faulty], ["--max-rate", "0.5"], 0],
  ["no more than a share in per cent", [fine, faulty], ["--max-rate", "50%"], 0],
  ["more than a share of faulty ones", [fine, faulty], ["--max-rate", "49.9%"], 1],
  ["a share of nothing", [fine, faulty], ["--max-rate", "0"], 1],
  ["all of them", [faulty], ["--max-rate", "1"], 0],
  ["a faulty success", [fine, success], [], 1],
  ["a faulty success, where errors alone count", [fine, success], ["--errors-only"], 0],
  ["records of another host", [fine], ["--host", "other.example"], 2],
  ["records below another base", [fine], ["--base", "/v9"], 2],
])("verify of %s exits accordingly", async (_, lines, argv, want) => {
  expect((await run({ "a.ndjson": lines.join("\n") }, "a.ndjson", ...argv)).code).toBe(want);
});

test.each([
  ["nothing", "", "nothing was read"],
  ["what is no JSON", "hello\nworld\n", "nothing in the input is JSON"],
])("when %s could be checked it says why, in a sentence", async (_, text, why) => {
  const { code, err } = await run({ "a.ndjson": text }, "a.ndjson");
  expect([code, err]).toEqual([2, `<red>error:</red> Nothing was checked: ${why}.\n`]);
});

test("records that were skipped for their kind are counted by reason", async () => {
  const options = record(undefined, { method: "OPTIONS", status: 204 });
  const { code, err } = await run({ "a.ndjson": `${options}\n${options}\n` }, "a.ndjson");
  expect(code).toBe(2);
  expect(err).toMatch(/Nothing was checked: every record was skipped \(2 \w+.*\)\./);
});

test.each(["2", "101%", "-1", "half", "1%%", "0,5"])("%s is no share", async (share) => {
  const { code, err } = await run({ "a.ndjson": fine }, "a.ndjson", `--max-rate=${share}`);
  expect(code).toBe(2);
  expect(err).toContain(`--max-rate is ${JSON.stringify(share)}; it must be a share such as 0.01 or 1%.`);
});

test("findings name their file where there are several, and are listed as far as asked for", async () => {
  const files = { "a.ndjson": `${faulty}\n${faulty}\n`, "b.ndjson": faulty };
  const report = await json(files, "a.ndjson", "b.ndjson");
  expect(report.records).toBe(3);
  expect(report.findings).toHaveLength(3);
  const sources = report.findings.map(({ source }: { source: string }) => source.split("/").at(-1));
  expect(sources).toEqual(["a.ndjson", "a.ndjson", "b.ndjson"]);
  expect((await json({ "a.ndjson": faulty }, "a.ndjson")).findings[0].source).toBeUndefined();
  const fewer = await json(files, "a.ndjson", "b.ndjson", "--max-findings", "1");
  expect([fewer.findings.length, fewer.byRule["success-flag"]]).toEqual([1, 3]);
});

test("reports are added up, one in a file or one a line, and anything else is refused", async () => {
  const report = JSON.stringify(await json({ "a.ndjson": `${fine}\n${faulty}\n` }, "a.ndjson"));
  const merged = await json(
    { "a.json": report, "b.json": `${report}\n\n${report}\n` },
    "--merge",
    "a.json",
    "b.json",
  );
  expect([merged.records, merged.conforming]).toEqual([6, 3]);
  for (const text of ["", "{}", "[]", "hello", `${report}\n{}`, '{"records": 1}']) {
    const { code, err } = await run({ "a.json": text }, "--merge", "a.json");
    expect([code, err]).toEqual([
      2,
      expect.stringContaining("a.json is no report: --merge takes what `verify --format json` printed."),
    ]);
  }
});

test("a recording may be packed, and a HAR keep bodies in files beside it and nowhere else", async () => {
  const folder = folderWith({});
  writeFileSync(join(folder, "a.ndjson.gz"), gzipSync(faulty));
  const terminal = recorder();
  const argv = [join(folder, "a.ndjson.gz")];
  expect(await runCommand("cstar-contract", { command: verify, argv, terminal })).toBe(1);
  const har = (name: string) =>
    JSON.stringify({
      log: {
        version: "1.2",
        entries: [
          {
            request: { method: "GET", url: "https://www.cstar.help/api/v1/teams/x/tickets", headers: [] },
            response: {
              status: 401,
              headers: [{ name: "Content-Type", value: "application/json" }],
              content: { mimeType: "application/json", _file: name },
            },
          },
        ],
      },
    });
  const files = { "body.json": JSON.stringify(exampleOf("key_expired")), "sub/body.json": "{}" };
  const judged = async (name: string) => {
    const { notJudged, conforming } = await json({ ...files, "a.har": har(name) }, "a.har");
    return [conforming, Object.keys(notJudged).length];
  };
  expect(await judged("body.json")).toEqual([1, 0]);
  for (const name of ["none.json", "sub/body.json", "..", "../body.json"])
    expect((await judged(name))[1]).toBe(1);
});

test("a file that cannot be read is named", async () => {
  const { code, err } = await run({}, "no-such.har");
  expect([code, err]).toEqual([
    2,
    expect.stringContaining("no-such.har cannot be read: there is no such file."),
  ]);
});
