import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, printTable, times } from "../support.ts";
import { ERRORS, line } from "./records.ts";

const script = fileURLToPath(new URL("run.ts", import.meta.url));
const root = fileURLToPath(new URL("../../../", import.meta.url));
const RECORDS = 100_000;
const RUNS = 5;

/** Speed and memory of verify, beside a bare `JSON.parse` of every line, jq, and `redocly drift`. */
export function reportVerify(): void {
  const folder = mkdtempSync(join(tmpdir(), "bench-verify-"));
  try {
    for (const asText of [false, true]) reportSpeed(folder, asText);
    reportOthers(folder);
    reportMemory();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function reportSpeed(folder: string, asText: boolean): void {
  const file = write(join(folder, `${asText}.ndjson`), RECORDS, asText);
  const tasks = ["parse", "verify", "errors-only"] as const;
  const measured = tasks.map((task) => median(Array.from({ length: RUNS }, () => run(task, file).seconds)));
  const [parse = 1] = measured;
  const bytes = statSync(file).size;
  printTable(
    `${RECORDS} records, ${ERRORS} % errors, bodies as ${asText ? "text" : "JSON"}: CPU seconds, median of ${RUNS}`,
    ["", "seconds", "MB/s", "speed of parsing"],
    tasks.map((task, index) => {
      const seconds = measured[index] ?? Number.NaN;
      const name = {
        parse: "JSON.parse of everything",
        verify: "verify",
        "errors-only": "verify --errors-only",
      }[task];
      return [name, seconds.toFixed(2), (bytes / seconds / 1e6).toFixed(0), times(parse / seconds)];
    }),
  );
  console.log("Wanted: 0.75 x for verify, 1.50 x with --errors-only.");
}

/** Others read fewer records, as they take their time; a program that is not installed is left out. */
function reportOthers(folder: string): void {
  const records = 5000;
  const file = write(join(folder, "few.ndjson"), records, false);
  const own = { NO_COLOR: "1", REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const drift = ["redocly", "drift", file, "--api", join(root, "generated/openapi.yaml"), "--format", "json"];
  const cli = ["--import", "tsx", join(root, "src/cli/main.ts"), "verify", file];
  const programs: [name: string, command: string, args: string[]][] = [
    ["verify, the program", process.execPath, cli],
    ["jq, a count by status", "jq", ["-n", "reduce inputs.status as $s ({}; .[$s|tostring] += 1)", file]],
    ["redocly drift", "npx", drift],
  ];
  printTable(
    `${records} records: whole programs, wall time with their start`,
    ["", "seconds"],
    programs.map(([name, command, args]) => {
      const start = performance.now();
      const { error } = spawnSync(command, args, {
        cwd: root,
        env: { ...process.env, ...own },
        maxBuffer: 1 << 30,
      });
      return [name, error ? "not here" : ((performance.now() - start) / 1000).toFixed(1)];
    }),
  );
}

function reportMemory(): void {
  const sizes = [10_000, 1_000_000];
  const rows = sizes.map((size) => [
    `${size} records`,
    `${(run("memory", String(size)).memory / 1e6).toFixed(0)} MB`,
  ]);
  printTable("Memory of verify while records stream through it, with Node's own", ["", "peak"], rows);
  console.log("Wanted: under 120 MB at both.");
}

function run(task: string, subject: string): { records: number; seconds: number; memory: number } {
  const args = ["--import", "tsx", script, task, subject];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" }));
}

function write(file: string, records: number, asText: boolean): string {
  const handle = openSync(file, "w");
  for (let index = 0; index < records; index += 1000) {
    writeSync(handle, Array.from({ length: 1000 }, (_, more) => line(index + more, asText)).join(""));
  }
  closeSync(handle);
  return file;
}
