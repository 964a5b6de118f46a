import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readDocument, readInside } from "../../src/cli/document-files.ts";
import { readInput, readOrSayWhy } from "../../src/cli/files.ts";
import { folderWith } from "./document.ts";

const swapped = (text: string): Buffer => Buffer.from(`\ufeff${text}`, "utf16le").swap16();

test.each([
  ["UTF-8", (text: string) => Buffer.from(text)],
  ["UTF-8 with a byte order mark", (text: string) => Buffer.from(`\ufeff${text}`)],
  ["UTF-16, as PowerShell writes it", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
  ["UTF-16 with the higher byte first", swapped],
])("a file may be in %s", (_, encode) => {
  const folder = folderWith({});
  const file = join(folder, "a.yaml");
  writeFileSync(file, encode("title: Bücher"));
  const read = [readDocument, readInside(folder), readInput, readOrSayWhy];
  expect(read.map((one) => one(file))).toEqual(read.map(() => "title: Bücher"));
});

test.each([
  ["Latin-1", Buffer.from("openapi: 3.1.0\ntitle: Bücher\n", "latin1"), 2],
  ["UTF-8 that was cut", Buffer.from("title: Bü").subarray(0, -1), 1],
  ["half a UTF-16", Buffer.from("\ufeff\nti", "utf16le").subarray(0, -1), 2],
])("%s is refused, with the line, as its letters would be others", (_, bytes, line) => {
  const folder = folderWith({});
  const file = join(folder, "a.yaml");
  writeFileSync(file, bytes);
  const reason = `it is not UTF-8, which line ${line} shows: save it as UTF-8`;
  for (const read of [readInside(folder), readOrSayWhy]) expect(() => read(file)).toThrow(reason);
  for (const read of [readDocument, readInput])
    expect(() => read(file)).toThrow(`${file} cannot be read: ${reason}.`);
});

test("why a file that a document refers to is not read is said in words, and nothing of what is in it", () => {
  const folder = folderWith({ "secret.yaml": "password: x" });
  mkdirSync(join(folder, "project"));
  const read = readInside(join(folder, "project"));
  expect(() => read(join(folder, "secret.yaml"))).toThrow(
    /^it is outside of the project, whose folder --root names$/,
  );
  expect(() => read(join(folder, "project"))).toThrow(/^it is a folder$/);
  expect(() => read(join(folder, "project", "a\0b"))).toThrow(
    /^its name has a character that no name may have$/,
  );
  expect(() => read("/dev/zero")).toThrow(/^it is outside of the project/);
  expect(() => readInside("/dev")("/dev/zero")).toThrow(/^it is no regular file$/);
});
