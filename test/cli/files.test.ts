import { join } from "node:path";
import { expect, test } from "vitest";
import { UsageError } from "../../src/cli/command.ts";
import { readInput } from "../../src/cli/files.ts";
import { packageFile, tool } from "../../src/cli/package.ts";
import { folderWith } from "../lint/document.ts";

test("the text of a file is read as UTF-8", () => {
  expect(readInput(join(folderWith({ "a.txt": "ä" }), "a.txt"))).toBe("ä");
});

test("why a file cannot be read is said in a sentence", () => {
  const folder = folderWith({ "a.txt": "" });
  const none = join(folder, "none");
  expect(() => readInput(none)).toThrow(new UsageError(`${none} cannot be read: there is no such file.`));
  expect(() => readInput(folder)).toThrow(new UsageError(`${folder} cannot be read: it is a folder.`));
  const below = join(folder, "a.txt", "b");
  expect(() => readInput(below)).toThrow(
    new UsageError(`${below} cannot be read: a part of its path is a file, not a folder.`),
  );
});

test("the package finds its own files and names itself", () => {
  expect(packageFile("openapi.json")).toMatch(/generated[\\/]openapi\.json$/);
  expect(tool).toEqual({
    name: "@cstar.help/api-contract",
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    url: expect.stringMatching(/^https:/),
  });
});
