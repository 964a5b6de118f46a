import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { UsageError } from "../../src/cli/command.ts";
import { inflate } from "../../src/cli/decompress.ts";
import { listNames, openInput, readInput, readOrSayWhy, withTemporaryFiles } from "../../src/cli/files.ts";
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

test("a file of a document that cannot be read is an error whose message is the reason alone", () => {
  const none = join(folderWith({}), "none");
  expect(() => readOrSayWhy(none)).toThrow(/^there is no such file$/);
  expect(readOrSayWhy(join(folderWith({ "a.txt": "a" }), "a.txt"))).toBe("a");
});

test("the bytes of a file come in pieces, and why they do not is a sentence", async () => {
  const folder = folderWith({ "a.txt": "abc" });
  const read = async (file: string) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of openInput(file)) pieces.push(piece);
    return Buffer.concat(pieces).toString();
  };
  expect(await read(join(folder, "a.txt"))).toBe("abc");
  const none = join(folder, "none");
  await expect(read(none)).rejects.toThrow(new UsageError(`${none} cannot be read: there is no such file.`));
});

test("the names in a folder are those of its files, sorted; a folder that is not there has none", () => {
  const folder = folderWith({ "b.txt": "", "a.txt": "", "c.txt": "" });
  mkdirSync(join(folder, "aa"));
  expect(listNames(folder)).toEqual(["a.txt", "b.txt", "c.txt"]);
  expect(listNames(join(folder, "none"))).toEqual([]);
  expect(listNames(join(folder, "a.txt"))).toEqual([]);
  expect(() => listNames("\0")).toThrow();
});

test("temporary files are there while they are used, and gone whatever happens", async () => {
  const used: string[] = [];
  const result = await withTemporaryFiles({ "a.json": "1", "b.json": "2" }, async (paths) => {
    used.push(...Object.values(paths));
    return Object.entries(paths).map(([name, path]) => [name, readFileSync(path, "utf8")]);
  });
  expect(result).toEqual([
    ["a.json", "1"],
    ["b.json", "2"],
  ]);
  const failing = withTemporaryFiles({ "c.json": "3" }, async ({ "c.json": path }) => {
    used.push(path);
    throw new Error("It failed.");
  });
  await expect(failing).rejects.toThrow("It failed.");
  expect(used.map((path) => existsSync(dirname(path)))).toEqual([false, false, false]);
  expect(used[0]).toMatch(/cstar-contract-[^/\\]+[/\\]a\.json$/);
});

test.each([
  ["gzip", gzipSync("text")],
  ["deflate", deflateSync("text")],
  ["brotli", brotliCompressSync("text")],
])("bytes of %s are undone", (_, bytes) => {
  expect(Buffer.from(inflate(bytes) ?? []).toString()).toBe("text");
});

test("bytes that are not compressed are left", () => {
  expect(inflate(Buffer.from("text"))).toBeUndefined();
});
