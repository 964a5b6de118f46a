import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readText } from "../../scripts/disk.ts";

// npm hands a script to `sh`, and to `cmd.exe` on Windows, which know little in common.

/** What `cmd` would take for something else than `sh` does. */
const ONLY_IN_SH: readonly [what: string, pattern: RegExp][] = [
  ["single quotes are no quotes", /'/],
  ["a variable before a command is a command", /(?:^|&&)\s*\w+=/],
  ["a variable is written %NAME%", /\$/],
  ["commands are joined by && alone", /;|\|\||[^&]&(?!&)|\n/],
  ["a backslash escapes nothing", /\\/],
  ["a backtick runs nothing", /`/],
  ["patterns are not expanded", /[*?]/],
];

/** Why a script does not do in `cmd` what it does in `sh`; `programs` are those that npm puts in the path. */
function faultsOf(script: string, programs: ReadonlySet<string>): string[] {
  const commands = script.split("&&").map((command) => command.trim().split(/\s+/)[0] ?? "");
  return [
    ...ONLY_IN_SH.filter(([, pattern]) => pattern.test(script)).map(([what]) => what),
    ...commands.filter((command) => !programs.has(command)).map((command) => `not everywhere: ${command}`),
  ];
}

const manifests = ["package.json", ...readdirSync("test").map((name) => `test/${name}/package.json`)].filter(
  (file) => existsSync(file),
);

/** The programs that the dependencies of a manifest bring, and those of npm itself. */
function programsOf(folder: string, names: readonly string[]): Set<string> {
  const bins = names.flatMap((name) => {
    const file = join(folder, "node_modules", name, "package.json");
    const { bin = {} } = existsSync(file) ? JSON.parse(readText(file)) : {};
    return typeof bin === "string" ? [name] : Object.keys(bin);
  });
  return new Set(["node", "npm", "npx", ...bins]);
}

test.each(manifests)("the scripts of %s do the same in Windows' cmd", (file) => {
  const { scripts = {}, dependencies, devDependencies } = JSON.parse(readText(file));
  const programs = programsOf(join(file, ".."), Object.keys({ ...dependencies, ...devDependencies }));
  const faults = Object.entries<string>(scripts).map(([name, script]) => [name, faultsOf(script, programs)]);
  expect(faults.filter(([, found]) => found?.length)).toEqual([]);
});

test("there are scripts to look at", () => {
  expect(Object.keys(JSON.parse(readText("package.json")).scripts)).toContain("build");
});

test.each([
  ["vitest run --config a.ts && node b.mjs", 0],
  ["exec node a.mjs", 1],
  ["rm -rf dist && vitest", 1],
  ["NODE_ENV=test vitest", 2],
  ["node a.mjs && CI=1 vitest", 2],
  ["node -e 'x'", 1],
  ["node a.mjs; node b.mjs", 1],
  ["node a.mjs & node b.mjs", 1],
  ["node a.mjs || node b.mjs", 1],
  ["node $npm_package_version", 1],
  ["vitest test/*.ts", 1],
])("of %j %i things differ there", (script, count) => {
  expect(faultsOf(script, new Set(["node", "vitest"]))).toHaveLength(count);
});
