import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { AREAS, type Area, codeOf } from "./areas.ts";
import { sampleLines } from "./sample.ts";

// npm run mutation -- <area…> [--share 0.2] [--seed 1] [--file <part of a path>]: changes the code in small ways, one at a
// time, and lists the changes that no test of the area noticed.
const root = fileURLToPath(new URL("../../", import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    share: { type: "string", default: "0.2" },
    seed: { type: "string", default: "1" },
    file: { type: "string", default: "" },
  },
});
const names = positionals.length > 0 ? positionals : Object.keys(AREAS);
const unknown = names.filter((name) => !Object.hasOwn(AREAS, name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no area ${unknown.join(", ")}; there are ${Object.keys(AREAS).join(", ")}.\n`,
  );
  process.exit(2);
}
for (const name of names) process.exitCode = run(name, AREAS[name] as Area) || process.exitCode || 0;

function run(name: string, area: Area): number {
  const files = codeOf(area, ["src", "scripts"].flatMap(filesIn));
  const lengths = new Map(
    files.map((file) => [file, readFileSync(join(root, file), "utf8").split("\n").length]),
  );
  const lines = sampleLines(lengths, Number(values.share), Number(values.seed));
  const folder = join(root, ".stryker-tmp");
  mkdirSync(folder, { recursive: true });
  const config = join(folder, `${name}.json`);
  writeFileSync(
    config,
    JSON.stringify(settings(lines.map(({ file, from, to }) => `${file}:${from}-${to}`)), null, 2),
  );
  process.stdout.write(`== ${name}: ${lines.length} pieces of ${lengths.size} files, seed ${values.seed}\n`);
  const stryker = join(root, "test/mutation/node_modules/@stryker-mutator/core/bin/stryker.js");
  const existing = area.tests.filter((test) => existsSync(join(root, test)));
  const { status } = spawnSync(process.execPath, [stryker, "run", config], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, MUTATION_TESTS: existing.map((test) => `${test}/**/*.test.ts`).join(",") },
  });
  return status ?? 1;
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".ts") && file.includes(values.file))
    .sort();
}

function settings(mutate: string[]): object {
  return {
    mutate,
    testRunner: "vitest",
    plugins: [join(root, "test/mutation/node_modules/@stryker-mutator/vitest-runner/dist/src/index.js")],
    vitest: { configFile: "test/mutation/vitest.config.ts", related: false },
    coverageAnalysis: "perTest",
    concurrency: 2,
    ignoreStatic: true, // code that runs once, at import, would need all tests again for each change
    timeoutMS: 20_000,
    reporters: ["clear-text"],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    ignorePatterns: ["dist", ".git", "screenshots", "test/peers", "test/bench", "**/node_modules"],
    disableTypeChecks: false,
    allowEmpty: true,
    checkers: [],
    logLevel: "warn",
    cleanTempDir: "always",
  };
}
