import { expect, test } from "vitest";
import { pendingStep, stepBetween } from "../../src/diff/declared.ts";
import { DiffInputError } from "../../src/diff/input-error.ts";
import type { SideFiles } from "../../src/diff/sides/read-side.ts";

test.each([
  ["1.0.0", "2.0.0", "major"],
  ["1.9.9", "1.10.0", "minor"],
  ["1.0.9", "1.0.10", "patch"],
  ["1.2.3", "1.2.3", "none"],
  ["1.2.3", "1.2.2", "none"],
  ["2.0.0", "1.9.0", "none"],
  ["1.9.9", "2.0.0-beta.1", "major"],
  ["v1.0.0", "1.1.0", "minor"],
  ["0.3.0", "0.4.0", "major"],
  ["0.3.0", "0.3.1", "minor"],
  ["0.9.0", "1.0.0", "major"],
  ["", "1.0.0", "none"],
  ["1.0.0", "next", "none"],
  ["next", "1.0.0", "none"],
  [" 1.0.0", "1.1.0", "minor"],
  ["1.0.0", "10.0.0", "major"],
  ["1.0.0", "1.0.0+build.7", "none"],
  ["the 1.0.0", "the 2.0.0", "none"],
])("from %s to %s is a step of the size %s", (base, head, step) => {
  expect(stepBetween(base, head)).toBe(step);
});

function files(texts: Readonly<Record<string, string>>): SideFiles {
  return {
    list: (folder) =>
      Object.keys(texts)
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1)),
    read: (path) => texts[path] ?? "",
  };
}
const changeset = (step: string) => `---\n"@shop/api": ${step}\n---\n\nWhat changed.\n`;

test.each([
  ["none", {}, "none"],
  ["one", { ".changeset/a.md": changeset("minor") }, "minor"],
  ["several", { ".changeset/a.md": changeset("patch"), ".changeset/b.md": changeset("major") }, "major"],
  ["one of two packages", { ".changeset/a.md": '---\n"a": patch\nb: minor\n---\n' }, "minor"],
  ["one with CR LF", { ".changeset/a.md": changeset("minor").replaceAll("\n", "\r\n") }, "minor"],
  [
    "one nearer to the document",
    { "api/.changeset/a.md": changeset("patch"), ".changeset/b.md": changeset("major") },
    "patch",
  ],
  [
    "a README and a configuration",
    { ".changeset/README.md": changeset("major"), ".changeset/config.json": "{}" },
    "none",
  ],
  ["a text that is called like one", { ".changeset/notes.txt": changeset("major") }, "none"],
  ["one with words in front", { ".changeset/a.md": `Words.\n${changeset("major")}` }, "none"],
  ["one that names no package", { ".changeset/a.md": "---\nmajor\n---\n" }, "none"],
  ["one with a step of no size", { ".changeset/a.md": changeset("none") }, "none"],
  ["an empty one", { ".changeset/a.md": "---\n---\n" }, "none"],
  ["a text without front matter", { ".changeset/a.md": "major\n" }, "none"],
])("with %s of the changesets pending, the step they announce is found", (_, texts, step) => {
  expect(pendingStep(files(texts as Record<string, string>), "api/openapi.yaml")).toBe(step);
});

test.each([
  ["is no YAML", '"a: [minor', 'Missing closing "quote'],
  ["refers to nothing", "a: *b", "Unresolved alias (the anchor must be set before the alias): b"],
])("a changeset whose front matter %s is told with its file", (_, front, why) => {
  const pending = files({ "api/.changeset/a.md": `---\n${front}\n---\n` });
  const told = `What stands between the dashes of api/.changeset/a.md cannot be read: ${why}. Map packages to steps`;
  const read = () => pendingStep(pending, "api/openapi.yaml");
  expect(read).toThrow(DiffInputError);
  expect(read).toThrow(told);
});

test.each([
  ["beside an absolute path", "/shop/.changeset/a.md", "/shop/api/openapi.yaml", "minor"],
  ["at the root", "/.changeset/a.md", "/shop/openapi.yaml", "minor"],
  [
    "beside a path that leaves the working directory",
    "../shop/.changeset/a.md",
    "../shop/openapi.yaml",
    "minor",
  ],
  ["of the working directory, for a document elsewhere", ".changeset/a.md", "/shop/openapi.yaml", "none"],
  ["of the working directory, for a document above it", ".changeset/a.md", "../shop/openapi.yaml", "none"],
])("a changeset %s is one of the document or of none", (_, at, document, step) => {
  expect(pendingStep(files({ [at]: changeset("minor") }), document)).toBe(step);
});
