import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readText, root } from "../contract/project.ts";
import { deadLinks, type Files } from "./links.ts";

const project: Files = { has: (path) => existsSync(root + path), text: readText };
const pages = ["", "docs/", "docs/rules/", ".github/", ".changeset/", "test/samples/"].flatMap((folder) =>
  readdirSync(root + folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => folder + name),
);

test.each(pages)("every link of %s leads to a file and a heading that are there", (page) => {
  expect(deadLinks(page, project, project)).toEqual([]);
});

describe("a link is dead", () => {
  const repository = "https://github.com/cstar-help/api-contract/blob/main";
  const files = (texts: Record<string, string>): Files => ({
    has: (path) => Object.hasOwn(texts, path),
    text: (path) => texts[path] ?? "",
  });
  test.each([
    ["when its file is not there", "[a](b.md)", ["b.md"]],
    ["when its file is there from another folder only", "[a](README.md)", ["README.md"]],
    ["when its heading is not there", "[a](#b) ![c](../README.md#none)", ["#b", "../README.md#none"]],
    ["when the repository has no such file", `[a](${repository}/gone.md)`, [`${repository}/gone.md`]],
    [
      "and not otherwise",
      `# It's \`b\`, twice\n[a](#its-b-twice) [b](../README.md) [c](${repository}/kept.md) [d](https://x.example)`,
      [],
    ],
  ])("%s", (_, text, dead) => {
    const packed = files({ "docs/a.md": text, "README.md": "" });
    expect(deadLinks("docs/a.md", packed, files({ "kept.md": "" }))).toEqual(dead);
  });
});
