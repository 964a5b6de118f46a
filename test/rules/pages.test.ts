import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { rules } from "../../src/rules/rules.ts";
import { check } from "./support/check.ts";
import { library } from "./support/library.ts";
import { mergePatch } from "./support/merge-patch.ts";
import { lint } from "./support/spectral.ts";

const folder = new URL("../../docs/rules/", import.meta.url);
const ids = rules.map(({ id }) => id);
const readme = readFileSync(new URL("README.md", folder), "utf8");

/** The first block of a language under a heading. */
function block(page: string, heading: string, language: string): string {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  const found = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(section)?.[1];
  if (found === undefined) throw new Error(`no ${language} block under ${heading}`);
  return found;
}

test("each rule has a page and a file of its name, and there is no page or file without a rule", () => {
  const named = (names: string[], end: string) =>
    names.filter((name) => name.startsWith("error-")).map((name) => name.replace(end, ""));
  expect(named(readdirSync(folder), ".md").sort()).toEqual([...ids].sort());
  const files = readdirSync(new URL("../../src/rules/", import.meta.url));
  expect(named(files, ".ts").sort()).toEqual([...ids].sort());
});

test("the list of rules names each once, in the order of the ruleset, with its description", () => {
  const listed = [...readme.matchAll(/^\| \[(error-[\w-]+)\]\(\1\.md\) \| (.*) \|$/gm)];
  expect(listed.map(([, id, text]) => [id, text])).toEqual(
    rules.map(({ id, description }) => [id, description]),
  );
});

describe.each(ids)("the page of %s", (id) => {
  const page = readFileSync(new URL(`${id}.md`, folder), "utf8");

  test("has a bad example that gets the findings which the page shows", async () => {
    const found = await lint(mergePatch(library(), parse(block(page, "Bad", "yaml"))));
    const own = found.filter(({ rule }) => rule === id);
    expect(own.map(({ at, message }) => `${at}\n${message}\n`).join("\n")).toBe(block(page, "Bad", "text"));
  });

  test("has a good example that gets no finding of any rule", () => {
    expect(check(mergePatch(library(), parse(block(page, "Good", "yaml"))))).toEqual([]);
  });
});
