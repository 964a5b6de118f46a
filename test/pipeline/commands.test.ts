import { expect, test, vi } from "vitest";
import { build } from "../../scripts/commands/build.ts";
import { dev } from "../../scripts/commands/dev.ts";
import { diff } from "../../scripts/commands/diff.ts";
import { docs } from "../../scripts/commands/docs.ts";
import { generate } from "../../scripts/commands/generate.ts";
import { lint } from "../../scripts/commands/lint.ts";
import { mock } from "../../src/cli/commands/mock.ts";
import { type Command, runCommand } from "../../src/cli/index.ts";
import { recorder } from "../cli/recorder.ts";
import { readText } from "../contract/project.ts";
import type { Copy } from "../copy.ts";
import { copyForTest, within } from "./copy.ts";
import { smallProject } from "./small-project.ts";

vi.setConfig({ testTimeout: 60_000 }); // real linters and compilers take their time on a busy machine

/** Runs a script of the project in a folder: what it prints, with times left out. */
async function run(command: Command, copy: Copy, ...argv: string[]) {
  const terminal = recorder();
  const status = await within(copy, () =>
    runCommand(`npm run ${command.name} --`, { command, argv, terminal }),
  );
  const out = terminal.said.out.replace(/ *\d+\.\d\d s/g, " TIME");
  return { status, out, err: terminal.said.err.replace(/<\/?\w+>/g, "") };
}

test("generate writes all, again nothing, and repairs what has changed; --check only tells of it", async () => {
  const copy = smallProject();
  expect(await run(generate, copy)).toEqual({
    status: 0,
    out: "14 files in generated/: 14 written, 0 removed\n",
    err: "",
  });
  const fresh = copy.files("generated");
  expect((await run(generate, copy)).out).toBe("14 files in generated/: 0 written, 0 removed\n");
  expect(await run(generate, copy, "--check")).toEqual({
    status: 0,
    out: "14 files in generated/ are up to date\n",
    err: "",
  });
  copy.edit("generated/types.ts", "export", "import");
  copy.remove("generated/errors.json");
  copy.write("generated/old/a.ts", "");
  const changed = copy.files("generated");
  expect(await run(generate, copy, "--check")).toEqual({
    status: 1,
    out: "stale     generated/types.ts\nmissing   generated/errors.json\norphaned  generated/old/a.ts\n",
    err: "Run `npm run generate` and commit the result.\n",
  });
  expect(copy.files("generated")).toEqual(changed);
  expect((await run(generate, copy)).out).toBe("14 files in generated/: 2 written, 1 removed\n");
  expect(copy.files("generated")).toEqual(fresh);
});

test("a document that cannot be used is told on its line, and nothing is written", async () => {
  const copy = smallProject(({ info }) => Object.assign(info, { title: "" }));
  for (const command of [generate, docs]) {
    expect(await run(command, copy)).toEqual({
      status: 1,
      out: "",
      err: expect.stringMatching(
        /^openapi\/openapi\.yaml\n +\d+:\d+ +error +.*`title`.* contract-fact\n\n1 error\n$/,
      ),
    });
  }
  expect(Object.keys(copy.files("")).filter((file) => /^(?:generated|dist)/.test(file))).toEqual([]);
});

test("docs writes the site, with what its page needs to explain a response", async () => {
  const copy = smallProject();
  expect(await run(docs, copy)).toEqual({ status: 0, out: "29 pages and files in dist/docs/\n", err: "" });
  const files = copy.files("dist/docs");
  expect(Object.keys(files)).toHaveLength(29);
  expect(files["dist/docs/errors/gone/index.html"]).toContain('<h1 id="gone">');
  expect(files["dist/docs/errors/explain.js"]).toContain('"code":"bad_name"');
  expect(files["dist/docs/reference/index.html"]).toContain("Add a pet");
});

test("lint prints what the linters find, and ends with 1 where it is an error", async () => {
  const copy = smallProject();
  expect(await run(lint, copy)).toMatchObject({
    status: 0,
    out: expect.stringMatching(/info-contact\n\n1 warning\n$/),
  });
  const strict = await run(lint, copy, "--rule", "info-contact=error");
  expect(strict).toMatchObject({ status: 1, out: expect.stringMatching(/info-contact\n\n1 error\n$/) });
});

test("build makes all in steps, and a step that fails leaves what was there", async () => {
  const copy = smallProject();
  const options = { module: "NodeNext", target: "ES2023", strict: true, declaration: true };
  const compilerOptions = { ...options, types: [], rootDir: "." };
  copy.write("tsconfig.build.json", JSON.stringify({ compilerOptions, include: ["src"] }));
  copy.write("src/a.ts", "export const a: number = 1;\n");
  copy.write(".dist.tmp/src/left.js", ""); // by a build that was ended
  const first = await run(build, copy);
  expect(first.out.split("\n")).toEqual([
    "ok    lint TIME  1 warning",
    "ok    bundle TIME  1 files, 3 operations, 4 error codes",
    "ok    generate TIME  14 files, 14 changed, 0 removed",
    "ok    compile TIME  1 modules",
    "ok    docs TIME  29 pages and files",
    "",
    "Built in TIME: contract in generated/, package in dist/, site in dist/docs/",
    "",
  ]);
  expect([first.status, first.err]).toEqual([0, ""]);
  expect(copy.read("dist/src/a.js")).toContain("a = 1;");
  expect(copy.read("dist/src/a.d.ts")).toContain("a: number;");
  expect(Object.keys(copy.files("dist/docs"))).toHaveLength(29);
  expect(Object.keys(copy.files("")).filter((file) => /\.tmp|left/.test(file))).toEqual([]);

  copy.write("src/a.ts", "export const a: string = 1;\n");
  const broken = await run(build, copy);
  expect(broken.status).toBe(1);
  expect(broken.out.split("\n").slice(2)).toEqual([
    "ok    generate TIME  14 files, 0 changed, 0 removed",
    "fail  compile TIME",
    "",
  ]);
  expect(broken.err).toMatch(
    /^src\/a\.ts\n +1:14 +error +Type 'number' is not assignable to type 'string'\. +TS2322\n/,
  );
  expect(copy.read("dist/src/a.js")).toContain("a = 1;");

  copy.remove("cstar-contract.yaml");
  const unlinted = await run(build, copy);
  expect([unlinted.status, unlinted.out]).toEqual([1, "fail  lint TIME\n"]);
  expect(unlinted.err).toContain("extension-registered");
});

test("diff compares with the base that it is given, else with the last release, which needs a repository", async () => {
  const copy = smallProject();
  expect(await run(diff, copy, "--base", "none.yaml")).toMatchObject({
    status: 2,
    err: expect.stringContaining("none.yaml"),
  });
  const { status, err } = await run(diff, copy);
  expect([status, err.split("\n")[0]]).toEqual([
    2,
    `error: ${copy.folder} is not in a Git repository. Run this in one, or compare two files.`,
  ]);
});

const { scripts } = JSON.parse(readText("package.json")) as { scripts: Record<string, string> };

test.each([build, dev, diff, docs, generate, lint, mock])(
  "npm run $name says what it is for and what it takes",
  async (command) => {
    expect(scripts[command.name]).toBe(`node --import tsx scripts/${command.name}.ts`);
    const { status, out } = await run(command, copyForTest(), "--help");
    const [usage = "", , summary = "", ...rest] = out.split("\n");
    expect([status, usage]).toEqual([
      0,
      expect.stringMatching(new RegExp(`^Usage: npm run ${command.name}\\b`)),
    ]);
    expect(summary).toMatch(/^[A-Z].{20,}\.$/);
    for (const option of rest.filter((line) => /^ +--/.test(line)))
      expect(option).toMatch(/^ +--[\w-]+(?: \S+)? {2,}\w/);
  },
);

test("npm run dev tells where it listens and how it ends", async () => {
  const { out } = await run(dev, copyForTest(), "--help");
  expect(out).toMatch(/Watch openapi\/, .*\n\nThe site is served from memory\. Ctrl-C ends it\./);
  expect(out).toMatch(/--port <port> +where it listens, on 127\.0\.0\.1 \(default 4020\)/);
  expect(await run(dev, copyForTest(), "--port", "0")).toMatchObject({ status: 2 });
});
