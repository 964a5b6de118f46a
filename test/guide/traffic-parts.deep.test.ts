import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import type { VerifyReport } from "../../src/entries/verify.ts";
import { readText, root } from "../contract/project.ts";
import { deletion, errorBody, lines, notFound } from "../verify/records.ts";
import { installTrafficTools, trafficTools } from "./traffic-tools.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 }); // each part is a process of its own

const guide = readText("docs/traffic.md");

/** The first block of the guide in a language that has a text in it. */
function block(language: string, text: string): string {
  const blocks = [...guide.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
  const found = blocks.find(([, name, code]) => name === language && code?.includes(text))?.[2];
  if (found === undefined) throw new Error(`The guide has no ${language} with ${text}.`);
  return found;
}

const parts = [
  [notFound(), notFound({ status: 400 }), deletion()],
  [notFound({ status: 400 }), notFound({ body: errorBody("nope") })],
  [deletion(), notFound({ headers: {} })],
];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "traffic-parts-"));
  const tsx = join(root, "node_modules/tsx/dist/loader.mjs");
  const program = `#!/bin/sh\nexec "${process.execPath}" --import "${tsx}" "${root}src/cli/main.ts" "$@"\n`;
  writeFileSync(join(folder, "cstar-contract"), program);
  chmodSync(join(folder, "cstar-contract"), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(() => {
  for (const name of ["logs", "reports"]) {
    rmSync(join(folder, name), { recursive: true, force: true });
    mkdirSync(join(folder, name));
  }
  for (const [index, records] of parts.entries()) {
    writeFileSync(join(folder, `logs/part-${index}.ndjson`), lines(...records));
    writeFileSync(join(folder, `logs/part-${index}.ndjson.gz`), gzipSync(lines(...records)));
  }
});

/** Runs a script where `cstar-contract` is installed, in a folder that stands for the root of the disk. */
function sh(script: string, { input = "", env = {} }: { input?: string; env?: NodeJS.ProcessEnv } = {}) {
  return spawnSync("sh", ["-ec", script.replaceAll(/(?<= |")\/(?=logs|reports)/g, `${folder}/`)], {
    cwd: folder,
    input,
    env: { ...process.env, ...env, PATH: `${folder}${delimiter}${process.env.PATH}` },
    encoding: "utf8",
  });
}

/** What a report counts; where its findings stand depends on the parts. */
function countsOf(json: string): Partial<VerifyReport> {
  const { findings: _, groups, ...counts } = JSON.parse(json) as VerifyReport;
  return { ...counts, groups: groups.map(({ first: _, ...group }) => group) as VerifyReport["groups"] };
}

/** The report of all parts in a single run. */
function whole(): Partial<VerifyReport> {
  return countsOf(sh("cstar-contract verify --format json -", { input: lines(...parts.flat()) }).stdout);
}

describe("Parts of traffic that are read apart have the same verdict as all of it at once", () => {
  it("on one machine, side by side", () => {
    rmSync(join(folder, "logs"), { recursive: true });
    mkdirSync(join(folder, "logs"));
    for (const [index, records] of parts.entries()) {
      writeFileSync(join(folder, `logs/${index}.ndjson`), lines(...records));
    }
    const script = block("sh", "xargs").replace("--merge", "--format json --merge");
    const { status, stdout, stderr } = sh(script);
    expect([status, stderr]).toEqual([1, ""]); // there are findings
    expect(countsOf(stdout)).toEqual(whole());
  });

  it("in the pods of a Kubernetes Job", () => {
    const { args } = parse(block("yaml", "kind: Job")).spec.template.spec.containers[0];
    for (const [index] of parts.entries()) {
      const { status, stderr } = sh(args[0], { env: { JOB_COMPLETION_INDEX: String(index) } });
      expect([status, stderr]).toEqual([0, ""]);
    }
    const merged = sh("cstar-contract verify --format json --merge /reports/*.json");
    expect(countsOf(merged.stdout)).toEqual(whole());
  });

  it("in the partitions of Spark", () => {
    // A string of Python has the same escapes as one of JSON here.
    const [, literal = ""] = /\.pipe\((".*")\)/.exec(block("python", ".pipe(")) ?? [];
    for (const [index, records] of parts.entries()) {
      const { status, stdout, stderr } = sh(JSON.parse(literal), { input: lines(...records) });
      expect([status, stderr, stdout.split("\n").length]).toEqual([0, "", 2]);
      writeFileSync(join(folder, `reports/part-0000${index}`), stdout);
    }
    const merged = sh(block("sh", "reports/part-*").replace("--merge", "--format json --merge"));
    expect(countsOf(merged.stdout)).toEqual(whole());
  });
});

describe("The Job of the guide", () => {
  beforeAll(installTrafficTools);

  it("is one that Kubernetes takes, by its own schema", () => {
    const { Job } = createRequire(join(trafficTools, "package.json"))("kubernetes-models/batch/v1/Job");
    const document = parse(block("yaml", "kind: Job"));
    expect(() => new Job(document).validate()).not.toThrow();
    // The schema would notice.
    const { spec } = document;
    expect(() => new Job({ ...document, spec: { ...spec, completions: "16" } }).validate()).toThrow();
    expect(() => new Job({ ...document, spec: { ...spec, template: { spec: {} } } }).validate()).toThrow();
  });
});
