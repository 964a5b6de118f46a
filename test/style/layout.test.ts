import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { expect, test } from "vitest";
import { listFiles } from "../../scripts/disk.ts";
import { type Import, importsOf } from "./imports.ts";

const modules = ["src", "scripts", "generated"].flatMap((folder) =>
  listFiles(folder)
    .map((file) => `${folder}/${file}`)
    .filter((file) => file.endsWith(".ts")),
);
const imports = modules.flatMap((file) => importsOf(file));
const manifest = JSON.parse(readFileSync("package.json", "utf8"));

/** The part of the project that a file belongs to; undefined for what is no file of it. */
function partOf(file: string): string | undefined {
  if (!/^(src|scripts|generated)\//.test(file)) return undefined;
  return file.startsWith("src/") ? file.split("/").slice(0, 2).join("/") : file.split("/")[0];
}

/** What each part may import from the others at run time (docs: ARCHITECTURE). */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  scripts: [
    ...["src/document", "src/contract", "src/report", "src/cli", "src/rules", "src/lint"],
    ...["src/explain", "src/diff", "src/conformance", "src/sandbox"],
  ],
  generated: ["src/client", "src/errors", "src/server", "src/conformance", "src/sandbox"],
  "src/cli": [
    ...["src/document", "src/contract", "src/report", "src/lint", "src/explain"],
    ...["src/verify", "src/diff", "src/sandbox", "generated"],
  ],
  "src/client": ["src/errors", "src/http"],
  "src/conformance": ["src/http"],
  "src/contract": ["src/document", "src/report"],
  "src/diff": ["src/document", "src/contract", "src/report"],
  "src/document": [],
  "src/entries": [
    ...["generated", "src/rules", "src/client", "src/contract", "src/document", "src/errors"],
    ...["src/conformance", "src/verify", "src/diff", "src/server", "src/sandbox"],
  ],
  "src/errors": [],
  "src/explain": [
    ...["src/conformance", "src/contract", "src/document", "src/errors", "src/http", "src/report"],
    "src/verify",
  ],
  "src/http": [],
  "src/lint": ["src/document", "src/contract", "src/report", "src/rules"],
  "src/report": [],
  "src/rules": ["src/document", "src/contract", "src/report"],
  "src/sandbox": ["src/conformance", "src/contract", "src/document", "src/errors", "src/http", "src/server"],
  "src/server": ["src/errors", "src/http"],
  "src/verify": ["src/conformance", "src/http", "src/report"],
};

/** What may be imported besides as types alone, which are gone when the module runs. */
function mayImportType(from: string, to: string): boolean {
  return (
    (to === "generated" && from.startsWith("src/")) ||
    (from === "src/document" && to === "src/report") ||
    (from === "scripts" && to === "src/client") // the options that the generated client adds to
  );
}

function isAllowed({ from, to, typeOnly }: Import): boolean {
  const [a, b] = [partOf(from), partOf(to)];
  if (a === undefined || b === undefined || a === b) return true;
  return ARROWS[a]?.includes(b) === true || (typeOnly && mayImportType(a, b));
}

const show = ({ from, line, to, typeOnly }: Import) => `${from}:${line} ${typeOnly ? "type " : ""}${to}`;

test("every import between the parts of the project goes along an arrow", () => {
  expect(imports.filter((one) => !isAllowed(one)).map(show)).toEqual([]);
  expect(
    imports.filter((one) => partOf(one.from) !== partOf(one.to) && partOf(one.to)).length,
  ).toBeGreaterThan(30);
});

test("every part has said what it may import", () => {
  expect([...new Set(modules.map(partOf))].filter((part) => ARROWS[part ?? ""] === undefined)).toEqual([]);
});

/** What each room of the scripts may import from the others, as types too. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  "scripts/commands": ["scripts/dev", "scripts/docs", "scripts/emit", "scripts/names", "scripts/render"],
  "scripts/dev": ["scripts/render"],
  "scripts/docs": ["scripts/names", "scripts/render"],
  "scripts/emit": ["scripts/names", "scripts/render"],
  "scripts/names": [],
  "scripts/render": [],
};

test("the emitters and the site stand side by side, on what both of them render and name", () => {
  const roomOf = (file: string) => /^scripts\/[^/]+(?=\/)/.exec(file)?.[0];
  const between = imports.filter(({ from, to }) => roomOf(from) !== roomOf(to) && roomOf(from) && roomOf(to));
  const wrong = between.filter(({ from, to }) => !ROOMS[roomOf(from) ?? ""]?.includes(roomOf(to) ?? ""));
  expect(wrong.map(show)).toEqual([]);
  expect(between.length).toBeGreaterThan(20);
});

test("the arrows make no circle", () => {
  const reach = (part: string, seen: readonly string[]): string[] => {
    if (seen.includes(part)) return [[...seen, part].join(" -> ")];
    return (ARROWS[part] ?? []).flatMap((next) => reach(next, [...seen, part]));
  };
  expect(Object.keys(ARROWS).flatMap((part) => reach(part, []))).toEqual([]);
});

test("no file leads back to itself over its imports, types too", () => {
  // What is generated names the types of the document, and the code that it is made for names them as well.
  const own = imports.filter(({ to, typeOnly }) => partOf(to) && !(typeOnly && partOf(to) === "generated"));
  const done = new Set<string>();
  const circlesFrom = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(" -> ")];
    if (done.has(file)) return [];
    const next = new Set(own.filter(({ from }) => from === file).map(({ to }) => to));
    const found = [...next].flatMap((to) => circlesFrom(to, [...path, file]));
    done.add(file);
    return found;
  };
  expect(modules.flatMap((file) => circlesFrom(file, []))).toEqual([]);
});

test("every import leads to a file that exists", () => {
  const known = new Set([...modules, "package.json"]);
  const inside = imports.filter(
    ({ to }) => partOf(to) !== undefined || to === "package.json" || to.startsWith(".."),
  );
  expect(inside.filter(({ to }) => !known.has(to)).map(show)).toEqual([]);
});

test("what runs in a browser imports no module of Node", () => {
  const browser = [
    ...["src/errors", "src/client", "src/server", "src/conformance", "src/verify", "src/sandbox", "src/http"],
    ...["src/document", "src/contract", "src/rules", "generated"],
  ];
  const node = imports.filter(({ from, to }) => {
    return browser.includes(partOf(from) ?? "") && (to.startsWith("node:") || builtinModules.includes(to));
  });
  expect(node.map(show)).toEqual([]);
});

test("one module of the pipeline touches the disk and three of the command line, and nothing else does", () => {
  const touching = imports.filter(({ to }) => /^(node:)?fs\b/.test(to));
  expect([...new Set(touching.map(({ from }) => from))]).toEqual([
    ...["src/cli/document-files.ts", "src/cli/files.ts", "src/cli/patterns.ts"],
    "scripts/disk.ts",
  ]);
});

/** Name of the package that a specifier belongs to; undefined for files and for Node's own modules. */
function packageOf(to: string): string | undefined {
  if (/^(node:|src\/|scripts\/|generated\/|\.)/.test(to) || to === "package.json") return undefined;
  return to
    .split("/")
    .slice(0, to.startsWith("@") ? 2 : 1)
    .join("/");
}

test("what is published imports only packages that it brings along or names as peers", () => {
  const declared = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];
  const published = imports.filter(({ from, typeOnly }) => !typeOnly && partOf(from) !== "scripts");
  const missing = published.filter(
    ({ to }) => packageOf(to) !== undefined && !declared.includes(packageOf(to) ?? ""),
  );
  expect(missing.map(show)).toEqual([]);
});

test("the errors need no package, and the client openapi-fetch alone", () => {
  const needs = (part: string) => [
    ...new Set(
      imports
        .filter(({ from, typeOnly }) => partOf(from) === part && !typeOnly)
        .flatMap(({ to }) => packageOf(to) ?? []),
    ),
  ];
  expect(needs("src/errors")).toEqual([]);
  expect(needs("src/client")).toEqual(["openapi-fetch"]);
  expect(needs("generated")).toEqual([]);
});

test("no file is longer than 300 lines", () => {
  const tests = readdirSync("test", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(`test/${name}`).map((file) => `test/${name}/${file}`))
    .filter((file) => file.endsWith(".ts"));
  expect(tests.length).toBeGreaterThan(100);
  const written = [...modules, ...tests].filter((file) => !file.startsWith("generated/"));
  const long = written.filter((file) => readFileSync(file, "utf8").split("\n").length - 1 > 300);
  expect(long).toEqual([]);
});

test("files have names of small letters and hyphens", () => {
  expect(modules.filter((file) => !/^[a-z0-9/-]+\.ts$/.test(file))).toEqual([]);
});
