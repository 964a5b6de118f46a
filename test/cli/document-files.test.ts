import { mkdirSync, realpathSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  checkoutRoot,
  folderPrefix,
  projectRoot,
  readDocument,
  readInside,
} from "../../src/cli/document-files.ts";
import { folderWith } from "../lint/document.ts";

/** A project in another one's folder, with a link that leads out of it. */
function project(): string {
  const folder = realpathSync(
    folderWith({
      "secret.yaml": "secret",
      "in/api.yaml": "ä: 1\n",
      "in/package.json": "{}",
      "in/sub/deep/part.yaml": "part",
      "in/sub/loose.yaml": "",
    }),
  );
  symlinkSync(join(folder, "secret.yaml"), join(folder, "in/link.yaml"));
  symlinkSync(join(folder, "in/api.yaml"), join(folder, "in/own.yaml"));
  return folder;
}

test("a document is read as a whole, however long it is", () => {
  const long = "x".repeat(3_000_000);
  const folder = folderWith({ "long.yaml": long, "ä.yaml": "ä💥", "empty.yaml": "" });
  expect(readDocument(join(folder, "long.yaml"))).toBe(long);
  expect(readDocument(join(folder, "ä.yaml"))).toBe("ä💥");
  expect(readDocument(join(folder, "empty.yaml"))).toBe("");
});

test.each([
  ["none.yaml", "there is no such file"],
  ["", "it is a folder"],
])("a document that cannot be read is named, with the reason: %j", (name, reason) => {
  const path = join(folderWith({ "a.yaml": "" }), name);
  expect(() => readDocument(path)).toThrow(`${path} cannot be read: ${reason}.`);
});

test("of an untrusted document files of its project are read, and links that stay there", () => {
  const folder = project();
  const read = readInside(join(folder, "in"));
  expect(read(join(folder, "in/api.yaml"))).toBe("ä: 1\n");
  expect(read(join(folder, "in/sub/deep/part.yaml"))).toBe("part");
  expect(read(join(folder, "in/own.yaml"))).toBe("ä: 1\n");
});

test.each([
  ["secret.yaml", "it is outside of the project, whose folder --root names"],
  ["in/link.yaml", "it is outside of the project, whose folder --root names"],
  ["in/../secret.yaml", "it is outside of the project, whose folder --root names"],
  ["in/sub", "it is a folder"],
  ["in", "it is a folder"],
  ["in/none.yaml", "there is no such file"],
])("of an untrusted document %s is not read, and its content is not told", (name, reason) => {
  const folder = project();
  expect(() => readInside(join(folder, "in"))(join(folder, name))).toThrow(reason);
});

test("a folder beside the project whose name begins like it is outside", () => {
  const folder = realpathSync(folderWith({ "in/a.yaml": "", "inside/b.yaml": "" }));
  expect(() => readInside(join(folder, "in"))(join(folder, "inside/b.yaml"))).toThrow(
    "outside of the project",
  );
});

test("a project is the nearest folder with a manifest or a repository, a checkout that with a repository", () => {
  const folder = project();
  const part = join(folder, "in/sub/deep/part.yaml");
  expect(projectRoot(part)).toBe(join(folder, "in"));
  expect(checkoutRoot(part)).toBe(join(folder, "in"));
  mkdirSync(join(folder, ".git"));
  expect(projectRoot(part)).toBe(join(folder, "in"));
  expect(checkoutRoot(part)).toBe(folder);
  mkdirSync(join(folder, "in/sub/.git"));
  expect(projectRoot(part)).toBe(join(folder, "in/sub"));
});

test("a folder is a prefix of paths from where one stands", () => {
  expect(folderPrefix(process.cwd())).toBe("");
  expect(folderPrefix(join(process.cwd(), "test/cli"))).toBe("test/cli/");
  expect(folderPrefix(join(process.cwd(), ".."))).toBe("../");
});
