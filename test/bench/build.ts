import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, printTable, times } from "./support.ts";

const runs = 5;
const cwd = fileURLToPath(new URL("../../", import.meta.url));
const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

/** What one would type instead: the same tools on the same document, one command after the other. */
function oneByOne(out: string): string[][] {
  const spec = "openapi/openapi.yaml";
  const bundle = join(out, "openapi.yaml");
  return [
    ["redocly", "lint", spec, "--extends", "recommended-strict"],
    ["redocly", "bundle", spec, "-o", bundle],
    ["redocly", "bundle", spec, "-o", join(out, "openapi.json")],
    ["spectral", "lint", bundle, "--ruleset", "test/bench/spectral-oas.json", "--quiet"],
    [
      "openapi-typescript",
      bundle,
      "--redocly",
      "test/bench/redocly-minimal.yaml",
      "-o",
      join(out, "types.ts"),
    ],
    ["-p", "typescript@5.9.3", "tsc", "-p", "tsconfig.build.json", "--outDir", join(out, "dist")],
    ["redocly", "build-docs", bundle, "-o", join(out, "index.html")],
  ];
}

/** Wall time of `npm run build` beside that of the same steps one by one through npx, in turns. */
export function reportBuild(): void {
  const out = mkdtempSync(join(tmpdir(), "bench-build-"));
  const build = () => run("npm", ["run", "--silent", "build"]);
  const separate = () => {
    for (const step of oneByOne(out)) run("npx", ["--no", ...step]);
  };
  build(); // warms the disk cache for both
  const pairs = Array.from({ length: runs }, () => ({ ours: seconds(build), theirs: seconds(separate) }));
  rmSync(out, { recursive: true });
  const show = (values: number[]) => `${median(values).toFixed(2)} s`;
  printTable(
    `The whole build, ${runs} runs in turns`,
    ["", "median", "ratio"],
    [
      [
        "npm run build",
        show(pairs.map(({ ours }) => ours)),
        times(median(pairs.map(({ ours, theirs }) => ours / theirs))),
      ],
      ["the steps by npx", show(pairs.map(({ theirs }) => theirs)), times(1)],
    ],
  );
  console.log("It may take 6.00 s, and 0.60 times the steps.");
}

function seconds(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

function run(command: string, args: readonly string[]): void {
  execFileSync(command, args, { cwd, env, stdio: ["ignore", "ignore", "pipe"] });
}
