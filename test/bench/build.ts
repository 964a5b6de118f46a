// The build in one process beside the same steps one by one through npx: wall time of whole commands, run in turns.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const RUNS = Number(process.argv[2] ?? 5);
const out = mkdtempSync(join(tmpdir(), "bench-build-"));
const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

const spec = "openapi/openapi.yaml";
const steps: [string, ...string[]][] = [
  ["redocly", "lint", spec, "--extends", "recommended-strict"],
  ["redocly", "bundle", spec, "-o", join(out, "openapi.yaml")],
  ["redocly", "bundle", spec, "-o", join(out, "openapi.json")],
  ["spectral", "lint", join(out, "openapi.yaml"), "--ruleset", "test/bench/spectral-oas.json", "--quiet"],
  ["openapi-typescript", join(out, "openapi.yaml"), "-o", join(out, "types.ts")],
  ["tsc", "-p", "tsconfig.build.json", "--outDir", join(out, "dist")],
  ["redocly", "build-docs", join(out, "openapi.yaml"), "-o", join(out, "index.html")],
];

function seconds(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

function run(command: string, args: string[]): void {
  execFileSync(command, args, { env, stdio: ["ignore", "ignore", "pipe"] });
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const build = () => run("npm", ["run", "--silent", "build"]);
const oneByOne = () => {
  for (const args of steps) run("npx", ["--no", ...args]);
};

build(); // warms the disk cache for both
const ours: number[] = [];
const theirs: number[] = [];
for (let index = 0; index < RUNS; index++) {
  ours.push(seconds(build));
  theirs.push(seconds(oneByOne));
}
rmSync(out, { recursive: true });
const ratios = ours.map((value, index) => value / (theirs[index] ?? Number.NaN));
console.log(`npm run build        ${median(ours).toFixed(2)} s (median of ${RUNS})`);
console.log(`the steps by npx     ${median(theirs).toFixed(2)} s`);
console.log(`ratio, pair by pair  ${median(ratios).toFixed(2)} (at most 0.60 is promised)`);
