import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, printTable, shuffled, times } from "../support.ts";
import { reportFaults } from "./faults.ts";
import { peakOf } from "./memory.ts";
import { ERRORS, line } from "./records.ts";

const script = fileURLToPath(new URL("run.ts", import.meta.url));
const root = fileURLToPath(new URL("../../../", import.meta.url));
/** The compiled program, which `npm run bench` has built before. */
const program = join(root, "dist/src/cli/main.js");
const RECORDS = 100_000;
const ROUNDS = 7;

/** Speed and memory of verify, and what it finds, beside a bare `JSON.parse` of every line, jq, and `redocly drift`. */
export async function reportVerify(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bench-verify-"));
  try {
    for (const asText of [false, true]) reportSpeed(folder, asText);
    reportOthers(folder);
    await reportFaults(folder);
    await reportMemory();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const TASKS = {
  parse: "JSON.parse of every line",
  cut: "the same, with lines cut from bytes as verify does",
  verify: "verify",
  "errors-only": "verify --errors-only",
} as const;
type Task = keyof typeof TASKS;
const tasks = Object.keys(TASKS) as Task[];

/** CPU time, and ratios within a round: whatever else the machine does slows all of a round down alike. */
function reportSpeed(folder: string, asText: boolean): void {
  const file = write(join(folder, `${asText}.ndjson`), RECORDS, asText);
  const bytes = statSync(file).size;
  const rounds = Array.from(
    { length: ROUNDS },
    () => Object.fromEntries(shuffled(tasks).map((task) => [task, run(task, file)])) as Record<Task, number>,
  );
  const ratio = (task: Task, of: Task) => times(median(rounds.map((round) => round[of] / round[task])));
  printTable(
    `${RECORDS} records, ${ERRORS} % errors, bodies as ${asText ? "text" : "JSON"}: CPU seconds, medians of ${ROUNDS} rounds`,
    ["", "seconds", "MB/s", "speed of parsing", "of the same"],
    tasks.map((task) => {
      const seconds = median(rounds.map((round) => round[task]));
      return [
        TASKS[task],
        seconds.toFixed(2),
        (bytes / seconds / 1e6).toFixed(0),
        ratio(task, "parse"),
        ratio(task, "cut"),
      ];
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
  const programs: [name: string, command: string, args: string[]][] = [
    ["verify, the program", process.execPath, [program, "verify", file]],
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

async function reportMemory(): Promise<void> {
  const rows: string[][] = [];
  for (const [name, args, records] of [
    ["a program that does nothing", ["--version"], 0],
    ["10,000 records", ["verify", "-"], 10_000],
    ["1,000,000 records", ["verify", "-"], 1_000_000],
  ] as const) {
    rows.push([name, `${((await peakOf([program, ...args], records)).bytes / 1e6).toFixed(0)} MB`]);
  }
  printTable("Memory of verify while records stream through it, with Node's own", ["", "peak"], rows);
  console.log("Wanted: under 120 MB at both.");
}

/** CPU seconds of a task, in a process of its own. */
function run(task: Task, file: string): number {
  const args = ["--import", "tsx", script, task, file];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" })).seconds;
}

function write(file: string, records: number, asText: boolean): string {
  const handle = openSync(file, "w");
  for (let index = 0; index < records; index += 1000) {
    writeSync(handle, Array.from({ length: 1000 }, (_, more) => line(index + more, asText)).join(""));
  }
  closeSync(handle);
  return file;
}
