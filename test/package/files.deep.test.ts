import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readText, root } from "../contract/project.ts";
import { deadLinks } from "../docs/links.ts";
import { entryData, entryModules, manifest } from "./manifest.ts";
import { type Packed, packProject } from "./pack.ts";
import { reach, sourcesOf } from "./reach.ts";

const temporary = mkdtempSync(join(tmpdir(), "contract-files-"));
let packed: Packed;
beforeAll(async () => {
  packed = await packProject(temporary);
});
afterAll(() => rmSync(temporary, { recursive: true }));

const readable = ["LICENSE", "README.md", "package.json", "generated/errors.md", "generated/llms.txt"];

test("the package holds what its entries and its program need, what people read, and no file more", () => {
  const needed = reach(entryModules, packed.text);
  const code = packed.files.filter((file) => !file.startsWith("docs/"));
  expect(code).toEqual([...new Set([...readable, ...entryData, ...needed])].sort());
  const guides = readdirSync(`${root}docs`, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.\w+$/.test(file),
  );
  expect(packed.files.filter((file) => file.startsWith("docs/"))).toEqual(
    guides.map((file) => `docs/${file}`).sort(),
  );
});

test("every link of every page in it leads to a file and a heading that are in it, or to a page of the repository", () => {
  const project = { has: (path: string) => existsSync(root + path), text: readText };
  const own = { has: (path: string) => packed.files.includes(path), text: packed.text };
  const pages = packed.files.filter((file) => file.endsWith(".md"));
  expect(pages).toEqual(
    expect.arrayContaining(["README.md", "docs/client-guide.md", "docs/published-files.md"]),
  );
  const dead = pages.flatMap((page) => deadLinks(page, own, project).map((link) => `${page}: ${link}`));
  expect(dead).toEqual([]);
});

test("its README tells those who have installed it how to start the mock, and where the published files are", () => {
  expect(packed.text("README.md")).toMatch(/^\$ npx cstar-contract mock$/m);
  expect(packed.text("README.md")).toContain("](docs/published-files.md)");
});

test("only what is published is in it: no test, no script of the pipeline, no hand-written part of the document", () => {
  const folders = packed.files.filter((file) => file.includes("/"));
  const allowed = /^((dist\/)?(src\/|generated\/[^/]+$|scripts\/rules\/)|docs\/)/;
  expect(folders.filter((file) => !allowed.test(file))).toEqual([]);
  expect(packed.files.filter((file) => /\.(test|deep|bench)\.|test-d/.test(file))).toEqual([]);
});

test("every source map leads to the source that was compiled, as it stands in the project", () => {
  const maps = packed.files.filter((file) => file.endsWith(".map"));
  const sources = maps.flatMap((map) => sourcesOf(map, packed.text));
  expect(maps.length).toBeGreaterThan(100);
  expect(sources).toHaveLength(maps.length);
  expect(sources.filter((source) => packed.text(source) !== readText(source))).toEqual([]);
});

test("every compiled file names its map, and every map has its file", () => {
  const compiled = packed.files.filter((file) => /^dist\/.*(\.js|\.d\.ts)$/.test(file));
  for (const file of compiled) {
    const map = `${file.split("/").at(-1)}.map`;
    expect(packed.text(file).trimEnd().endsWith(`//# sourceMappingURL=${map}`), file).toBe(true);
  }
  const maps = packed.files.filter((file) => file.endsWith(".map"));
  expect(maps).toEqual(compiled.map((file) => `${file}.map`).sort());
});

test("the program begins with the line that says what runs it", () => {
  for (const path of Object.values(manifest.bin)) {
    expect(packed.text(path).split("\n")[0]).toBe("#!/usr/bin/env node");
  }
});
