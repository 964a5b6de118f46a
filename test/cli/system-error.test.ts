import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readText } from "../../src/cli/files.ts";
import { describeSystemError, reasonOf, withPath } from "../../src/cli/system-error.ts";
import { folderWith } from "../lint/document.ts";

const failure = (code: string, more: object = {}) =>
  Object.assign(new Error(`${code}: no`), { code, ...more });

test.each([
  [
    "ENOENT",
    "open",
    "x/y cannot be opened: there is no such file. Check the path, and the folder that you are in.",
  ],
  ["EISDIR", "read", "x/y cannot be read: it is a folder. Move it away, or use another path."],
  [
    "ENOTDIR",
    "mkdir",
    "x/y cannot be created: a part of its path is a file, not a folder. Move that file away, or correct the path.",
  ],
  ["EEXIST", "mkdir", "x/y cannot be created: something else is in its place. Move it away."],
  [
    "EACCES",
    "scandir",
    "x/y cannot be read: you do not have permission. Change its permissions or those of its folder.",
  ],
  [
    "EROFS",
    "rename",
    "x/y cannot be written: it is on a read-only file system. Use a folder that can be written.",
  ],
  ["ENOSPC", "write", "x/y cannot be written: the disk is full. Free some space, then run this again."],
  [
    "EPERM",
    "unlink",
    "x/y cannot be removed: the system does not permit it. Change its permissions or its owner.",
  ],
  ["EMFILE", "uv_something", "x/y cannot be used: too many files are open. Raise the limit for open files."],
])("%s of %s is a sentence with the path and what to do", (code, syscall, want) => {
  expect(describeSystemError(failure(code, { syscall, path: "x/y" }))).toBe(want);
});

test.each<[string, unknown]>([
  ["an error without a code", new Error("a fault")],
  ["an error of Node itself", failure("ERR_MODULE_NOT_FOUND", { path: "x/y" })],
  ["an error of the network", failure("ECONNREFUSED", { syscall: "connect" })],
  ["one that does not say which file it is about", failure("ENOSPC", { syscall: "write" })],
  ["what is no error", { code: "ENOENT", path: "x/y" }],
  ["nothing", undefined],
])("%s is not explained, and stays a fault of the program", (_, error) => {
  expect(describeSystemError(error)).toBeUndefined();
});

test("a reason that is not known is the system's own message", () => {
  expect(reasonOf(failure("EWEIRD"))).toBe("EWEIRD: no");
  expect(reasonOf("a word")).toBe("a word");
});

test("an error gets the path that the system did not tell; anything else stays as it is", () => {
  const error = failure("EISDIR", { syscall: "read" });
  expect(withPath(error, "x/y")).toBe(error);
  expect(error).toMatchObject({ path: "x/y" });
  expect(withPath("a word", "x/y")).toBe("a word");
});

test("reading a folder names it, though the system does not", () => {
  const folder = join(folderWith({}), "sub");
  mkdirSync(folder);
  const thrown = (() => {
    try {
      return readText(folder);
    } catch (error) {
      return describeSystemError(error);
    }
  })();
  expect(thrown).toBe(`${folder} cannot be read: it is a folder. Move it away, or use another path.`);
});
