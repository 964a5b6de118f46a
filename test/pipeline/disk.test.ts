import {
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  compareFiles,
  filesOf,
  listFiles,
  readText,
  removeFiles,
  removeFolder,
  replaceFolders,
  writeFiles,
} from "../../scripts/disk.ts";
import { folderWith } from "../lint/document.ts";

const wanted = [
  { path: "a.txt", content: "a" },
  { path: "sub/b.txt", content: "b" },
  { path: "c.txt", content: "c" },
];

test("files are listed below every folder, sorted by code unit, with slashes", () => {
  const folder = folderWith({ "b/z.txt": "", "b.txt": "", "a/b/c.txt": "", "B.txt": "", ".hidden": "" });
  mkdirSync(join(folder, "empty"));
  const want = [".hidden", "B.txt", "a/b/c.txt", "b.txt", "b/z.txt"];
  expect(listFiles(folder)).toEqual(want);
  expect(listFiles(`${folder}/`)).toEqual(want);
  expect(listFiles(join(folder, "none"))).toEqual([]);
});

test("a folder differs by what is stale, missing and orphaned, all of them", () => {
  const folder = folderWith({ "a.txt": "old", "c.txt": "c", "sub/d.txt": "", "e.txt": "" });
  expect(compareFiles(folder, wanted)).toEqual({
    stale: ["a.txt"],
    missing: ["sub/b.txt"],
    orphaned: ["e.txt", "sub/d.txt"],
  });
});

test("bytes are compared, not what they decode to", () => {
  const folder = folderWith({ "a.txt": "\ufeffa" });
  expect(compareFiles(folder, [{ path: "a.txt", content: "a" }]).stale).toEqual(["a.txt"]);
  expect(compareFiles(folder, [{ path: "a.txt", content: "\ufeffa" }]).stale).toEqual([]);
});

test("writing makes the folder hold exactly the files, and says what it changed", () => {
  const folder = folderWith({ "a.txt": "old", "c.txt": "c", "e.txt": "" });
  const past = new Date("2020-01-01T00:00:00Z");
  utimesSync(join(folder, "c.txt"), past, past);
  expect(writeFiles(folder, wanted)).toEqual({
    stale: ["a.txt"],
    missing: ["sub/b.txt"],
    orphaned: ["e.txt"],
  });
  expect(listFiles(folder)).toEqual(["a.txt", "c.txt", "sub/b.txt"]);
  expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("a");
  expect(statSync(join(folder, "c.txt")).mtime).toEqual(past);
  expect(writeFiles(folder, wanted)).toEqual({ stale: [], missing: [], orphaned: [] });
});

test("writing makes the folder when there is none", () => {
  const folder = join(folderWith({}), "new");
  expect(writeFiles(folder, wanted).missing).toEqual(["a.txt", "sub/b.txt", "c.txt"]);
  expect(listFiles(folder)).toEqual(["a.txt", "c.txt", "sub/b.txt"]);
});

test("removing what is not there is a fault", () => {
  const folder = folderWith({ "a.txt": "" });
  removeFiles(folder, ["a.txt"]);
  expect(existsSync(join(folder, "a.txt"))).toBe(false);
  expect(() => removeFiles(folder, ["a.txt"])).toThrow("ENOENT");
});

test("a link is no file of the folder", () => {
  const folder = folderWith({ "a.txt": "" });
  symlinkSync(join(folder, "a.txt"), join(folder, "b.txt"));
  expect(listFiles(folder)).toEqual(["a.txt"]);
});

test("text is UTF-8, or an error", () => {
  const folder = folderWith({ "a.txt": "ä💥" });
  expect(readText(join(folder, "a.txt"))).toBe("ä💥");
  expect(() => readText(join(folder, "none.txt"))).toThrow("there is no such file");
  writeFileSync(join(folder, "b.txt"), Uint8Array.of(0x74, 0xff));
  expect(() => readText(join(folder, "b.txt"))).toThrow("it is not UTF-8");
});

test("the files of a project are told and read from its folder", () => {
  const { readText: read, listFiles: list } = filesOf(
    folderWith({ "openapi/a/b.yaml": "b", "openapi/c.yaml": "c", "d.yaml": "" }),
  );
  expect(list("openapi")).toEqual(["a/b.yaml", "c.yaml"]);
  expect(list("none")).toEqual([]);
  expect(read("openapi/c.yaml")).toBe("c");
  expect(() => read("c.yaml")).toThrow("there is no such file");
});

test("what cannot be written is named, and nothing half-written is left", () => {
  const folder = folderWith({ "a.txt/in the way": "" });
  const error = (() => {
    try {
      return writeFiles(folder, [{ path: "a.txt", content: "a" }]);
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(error).toMatchObject({ path: join(folder, "a.txt"), syscall: "rename" });
  expect(listFiles(folder)).toEqual(["a.txt/in the way"]);
});

test("a folder is removed with all that is in it, and may be gone already", () => {
  const folder = folderWith({ "a/b/c.txt": "x", "d.txt": "" });
  removeFolder(join(folder, "a"));
  removeFolder(join(folder, "a"));
  expect(listFiles(folder)).toEqual(["d.txt"]);
  expect(existsSync(join(folder, "a"))).toBe(false);
});

test("folders take the place of those with their names, whole, and the rest of the folder stays", () => {
  const folder = folderWith({ "to/a/old.txt": "", "to/b/x.txt": "old", "to/docs/y.txt": "y" });
  for (const path of ["from/a", "from/c"]) mkdirSync(join(folder, path), { recursive: true });
  writeFiles(join(folder, "from/a"), [{ path: "new.txt", content: "new" }]);
  writeFiles(join(folder, "from/c"), [{ path: "z.txt", content: "z" }]);
  replaceFolders(join(folder, "to"), join(folder, "from"));
  expect(listFiles(folder)).toEqual(["to/a/new.txt", "to/b/x.txt", "to/c/z.txt", "to/docs/y.txt"]);
  expect(existsSync(join(folder, "from"))).toBe(false);
});

test("a folder that cannot be moved leaves the old one in its place, and the path is named", () => {
  const folder = folderWith({ "to/a/old.txt": "", from: "a file" });
  expect(() => replaceFolders(join(folder, "to"), join(folder, "from"))).toThrow("ENOTDIR");
  expect(listFiles(join(folder, "to"))).toEqual(["a/old.txt"]);
  expect(() => replaceFolders(join(folder, "from"), join(folder, "to"))).toThrow("EEXIST");
  expect(listFiles(join(folder, "to"))).toEqual(["a/old.txt"]);
});
