import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { clean, folderWith } from "../lint/document.ts";
import { run, type SpawnOptions } from "./spawn.ts";

vi.setConfig({ testTimeout: 60_000 }); // a process of its own takes its time on a busy machine

const cli = (args: string[], options?: SpawnOptions) => run("src/cli/main.ts", args, options);
const broken = clean["responses/Orders.yaml"].replace("type: array", "type: list");

test("the program tells its version and its commands", async () => {
  const [version, help] = await Promise.all([cli(["--version"]), cli(["--help"])]);
  expect(version).toEqual({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: "" });
  expect(help).toMatchObject({ status: 0, stderr: "" });
  for (const command of ["lint", "mock"]) expect(help.stdout).toContain(`\n  cstar-contract ${command} `);
});

const note = "No error body of this document has a schema. These rules had nothing to check: ";

test("lint of a clean document ends with 0, and says what it had nothing to check for", async () => {
  const folder = folderWith(clean);
  expect(await cli(["lint", "openapi.yaml"], { cwd: folder })).toEqual({
    status: 0,
    stdout: "no findings\n",
    stderr: expect.stringContaining(`openapi.yaml: ${note}`),
  });
});

test("lint prints findings on stdout, on the file as the user would type it, and ends with 1", async () => {
  const folder = folderWith({ ...clean, "responses/Orders.yaml": broken });
  const [text, json] = await Promise.all([
    cli(["lint", "./openapi.yaml"], { cwd: folder, env: { FORCE_COLOR: "1" } }),
    cli(["lint", join(folder, "openapi.yaml"), "--format", "json"]),
  ]);
  expect(text).toMatchObject({ status: 1, stderr: expect.stringContaining(`./openapi.yaml: ${note}`) });
  expect(text.stdout).toMatch(/^responses\/Orders.yaml\n {2}5:7 {2}error {4}.*struct\n\n1 error\n$/s);
  expect(json).toMatchObject({ status: 1, stderr: expect.stringContaining(note) });
  expect(JSON.parse(json.stdout)).toMatchObject([
    { rule: "struct", severity: "error", file: "responses/Orders.yaml", line: 5, column: 7 },
  ]);
});

test("a baseline holds in another clone, from whatever folder lint is started", async () => {
  const files = { ...clean, "api/openapi.yaml": clean["openapi.yaml"], "api/responses/Orders.yaml": broken };
  const refused = { "api/responses/Refused.yaml": clean["responses/Refused.yaml"], ".git/HEAD": "" };
  const [one, other] = [folderWith({ ...files, ...refused }), folderWith({ ...files, ...refused })];
  const before = await cli(["lint", "api/openapi.yaml", "--format", "json"], { cwd: one });
  expect(before.status).toBe(1);
  writeFileSync(join(other, "known.json"), before.stdout);
  const from = (cwd: string, spec: string, known: string) =>
    cli(["lint", spec, "--baseline", known], { cwd });
  const after = await Promise.all([
    from(other, "api/openapi.yaml", "known.json"),
    from(join(other, "api"), "openapi.yaml", "../known.json"),
    from(one, join(other, "api/openapi.yaml"), join(other, "known.json")),
  ]);
  expect(after.map(({ status, stdout }) => [status, stdout])).toEqual(Array(3).fill([0, "no findings\n"]));
});

test("warnings alone are listed and end with 0", async () => {
  const text = clean["openapi.yaml"].replace("  contact: {name: Shop, url: https://shop.example.org}\n", "");
  const folder = folderWith({ ...clean, "openapi.yaml": text });
  const { status, stdout } = await cli(["lint", "openapi.yaml", "--format", "github"], { cwd: folder });
  expect(stdout).toMatch(/^::warning file=openapi.yaml,line=2,col=1,title=info-contact::/);
  expect(status).toBe(0);
});

test("a document that is not there, or is a folder, is the user's mistake", async () => {
  const folder = folderWith({ "sub/a.yaml": "" });
  const [none, dir, bad, missing] = await Promise.all([
    cli(["lint", "none.yaml"], { cwd: folder }),
    cli(["lint", "sub"], { cwd: folder }),
    cli(["lint", "sub/a.yaml", "--format", "xml"], { cwd: folder }),
    cli(["lint"], { cwd: folder }),
  ]);
  const see = "See: cstar-contract lint --help\n";
  expect(none).toEqual({
    status: 2,
    stdout: "",
    stderr: `error: none.yaml cannot be read: there is no such file.\n${see}`,
  });
  expect(dir.stderr).toBe(`error: sub cannot be read: it is a folder.\n${see}`);
  expect(bad.stderr).toBe(`error: --format is "xml"; it may be stylish, json, sarif, junit, github.\n${see}`);
  expect(missing.stderr).toMatch(/^error: Missing argument <spec>: .*\.\nSee: /);
  expect([dir, bad, missing].map(({ status }) => status)).toEqual([2, 2, 2]);
});
