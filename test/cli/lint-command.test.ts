import { join } from "node:path";
import { expect, test } from "vitest";
import { type LintContext, lintCommand } from "../../src/cli/commands/lint.ts";
import { runCommand } from "../../src/cli/index.ts";
import { type LintResult, MissingPeerError } from "../../src/lint/index.ts";
import type { Finding } from "../../src/report/index.ts";
import { folderWith } from "../lint/document.ts";
import { recorder } from "./recorder.ts";

// The command around a lint: what is printed, and how it exits. What linters find is their tests' matter.

const finding = (severity: Finding["severity"], file = "a.yaml"): Finding => ({
  ...{ rule: `of-${severity}`, severity, file, line: 2, column: 3, pointer: "/x", message: "It is wrong." },
});

async function run(result: Partial<LintResult> | Error, ...given: (string | { base: string })[]) {
  const argv = given.filter((one) => typeof one === "string");
  const { base = "" } = given.find((one) => typeof one === "object") ?? {};
  const seen: LintContext[] = [];
  const command = lintCommand({
    summary: "Lint",
    base: () => base,
    async lint(_args, context) {
      seen.push(context);
      if (result instanceof Error) throw result;
      return { findings: [], unfinished: [], notes: [], ...result };
    },
  });
  const terminal = recorder();
  const code = await runCommand("npm run lint --", { command, argv, terminal });
  return { code, ...terminal.said, context: seen[0] };
}

test.each<[string, Finding[], string[], number]>([
  ["no finding", [], [], 0],
  ["an error", [finding("error")], [], 1],
  ["warnings", [finding("warning")], [], 0],
  ["a note", [finding("info")], ["--max-warnings", "0"], 0],
  ["as many warnings as allowed", [finding("warning")], ["--max-warnings", "1"], 0],
  [
    "more warnings than allowed",
    [finding("warning"), finding("warning", "b.yaml")],
    ["--max-warnings", "1"],
    1,
  ],
  ["any warning where none is allowed", [finding("warning")], ["--max-warnings", "0"], 1],
])("lint with %s exits accordingly", async (_, findings, argv, want) => {
  expect((await run({ findings }, ...argv)).code).toBe(want);
});

test("findings go to stdout, notes to stderr, a line each", async () => {
  const { out, err } = await run({ findings: [finding("error")], notes: ["One note.", "Another."] });
  expect(out).toContain("a.yaml\n  2:3  error    It is wrong.  of-error\n");
  expect(err).toBe("One note.\nAnother.\n");
});

test("reports for machines name files from the folder of the project, a person's as they were named", async () => {
  const file = join(process.cwd(), "apis", "a.yaml");
  const findings = [finding("error", file), finding("error", "stdin"), finding("error", "apis/b.yaml")];
  const files = async (base: string) => {
    const { out } = await run({ findings }, { base }, "--format", "json");
    return JSON.parse(out)
      .map((one: Finding) => one.file)
      .sort();
  };
  expect(await files("")).toEqual(["apis/a.yaml", "apis/b.yaml", "stdin"]);
  expect(await files("apis")).toEqual(["a.yaml", "b.yaml", "stdin"]);
  expect(await files(join("apis", "v1"))).toEqual(["../a.yaml", "../b.yaml", "stdin"]);
  expect((await run({ findings }, { base: "apis" })).out).toContain(`${file}\n`);
});

test("documents that could not be read are told beside the findings of the others", async () => {
  const unread = ["a.yaml cannot be read.", "b.yaml cannot be read."];
  const { code, out, err } = await run({ findings: [finding("warning")], unread } as never);
  expect([code, err]).toEqual([2, unread.map((one) => `<red>error:</red> ${one}\n`).join("")]);
  expect(out).toContain("It is wrong.");
});

test("linters that were stopped are named once, with what to do, and the result is none", async () => {
  const { code, out, err } = await run(
    { findings: [finding("error")], unfinished: ["Redocly", "Spectral", "Redocly"] },
    ...["--timeout", "7"],
  );
  expect(code).toBe(2);
  expect(out).toContain("It is wrong.");
  expect(err).toBe(
    "<red>error:</red> Redocly and Spectral did not finish within 7 s, so this is not all. Allow more with --timeout.\n",
  );
});

test("known findings do not count, and those that are gone are told", async () => {
  const baseline = async (known: Finding[]) => {
    const { out } = await run({ findings: known }, "--format", "json");
    return join(folderWith({ "known.json": out }), "known.json");
  };
  const two = [finding("error"), finding("error", "b.yaml")];
  const both = await run({ findings: two }, "--baseline", await baseline(two));
  expect([both.code, both.err]).toEqual([0, "2 known findings are left out.\n"]);
  const one = await run({ findings: two }, "--baseline", await baseline(two.slice(0, 1)));
  expect([one.code, one.err]).toEqual([1, "1 known finding is left out.\n"]);
  expect(one.out).toContain("b.yaml");
  expect(one.out).not.toContain("a.yaml");
  const file = await baseline(two);
  const gone = await run({ findings: two.slice(1) }, "--baseline", file);
  expect([gone.code, gone.err]).toEqual([
    0,
    `1 known finding is left out.\nGone: of-error at a.yaml/x. Take it out of ${file}.\n`,
  ]);
});

test("a baseline that is none, or not there, is told", async () => {
  const file = join(folderWith({ "known.json": "{" }), "known.json");
  expect((await run({}, "--baseline", file)).err).toContain(`${file} is no baseline: `);
  expect(await run({}, "--baseline", "none.json")).toMatchObject({
    code: 2,
    err: expect.stringContaining("none.json cannot be read: there is no such file."),
  });
});

test("levels of rules are handed to the linters, and what is no level is told", async () => {
  const { context } = await run({}, "--rule", "a=off", "--rule", "b/c=error", "--rule", "d=e=warning");
  expect(context?.levels).toEqual({ a: "off", "b/c": "error", "d=e": "warning" });
  expect(context?.signal.aborted).toBe(false);
  for (const setting of ["a", "a=loud", "=off", "a=off "]) {
    const { code, err } = await run({}, "--rule", setting);
    expect(code).toBe(2);
    expect(err).toContain(
      `--rule is ${JSON.stringify(setting)}; it must be <id>=<level>, with a level out of `,
    );
  }
});

test("a linter that is not installed is a sentence, and any other error goes on", async () => {
  const { code, err } = await run(new MissingPeerError("This needs a-linter, which is not installed."));
  expect([code, err]).toEqual([2, expect.stringContaining("This needs a-linter, which is not installed.")]);
  await expect(run(new Error("A fault of the program."))).rejects.toThrow("A fault of the program.");
});
