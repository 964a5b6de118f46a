import { join, relative, resolve } from "node:path";
import { expect, test, vi } from "vitest";
import { compile, readDiagnostics, writeError } from "../../scripts/compile.ts";
import { listFiles } from "../../scripts/disk.ts";
import { describeSystemError } from "../../src/cli/system-error.ts";
import { folderWith } from "../lint/document.ts";

vi.setConfig({ testTimeout: 60_000 }); // real linters and compilers take their time on a busy machine

const config = JSON.stringify({
  compilerOptions: {
    outDir: "out",
    rootDir: ".",
    module: "NodeNext",
    target: "ES2023",
    strict: true,
    types: [],
  },
  include: ["src"],
});

/** Compiles a folder of files; paths are told relative to it. */
async function compiled(files: Record<string, string>) {
  const folder = folderWith({ "tsconfig.json": config, ...files });
  const inside = (path: string) => relative(folder, resolve(path)).split("\\").join("/");
  const { findings, written } = await compile(join(folder, "tsconfig.json"));
  return {
    rows: findings.map(
      ({ rule, file, line, column, message }) => `${rule} ${inside(file)}:${line}:${column} ${message}`,
    ),
    severities: findings.map(({ severity }) => severity),
    written: written.map(inside),
    present: listFiles(join(folder, "out")),
  };
}

test("modules are compiled and named", async () => {
  const { rows, written, present } = await compiled({ "src/a.ts": "export const a: number = 1;\n" });
  expect(rows).toEqual([]);
  expect(written).toEqual(["out/src/a.js"]);
  expect(present).toEqual(["src/a.js"]);
});

test("an error is on its file and line, and nothing is written", async () => {
  const { rows, severities, present } = await compiled({
    "src/a.ts": "export const a = 1;\n\n  export const b: string = a;\n",
    "src/b.ts": "export const b = 1;\n",
  });
  expect(rows).toEqual(["TS2322 src/a.ts:3:16 Type 'number' is not assignable to type 'string'."]);
  expect(severities).toEqual(["error"]);
  expect(present).toEqual([]);
});

test("a configuration without files is an error, and one that is not there too", async () => {
  expect((await compiled({})).rows).toEqual([expect.stringMatching(/^TS18003 /)]);
  expect((await compile("no-such-tsconfig.json")).findings).toMatchObject([
    { rule: "TS5058", severity: "error" },
  ]);
});

test("a diagnostic of several lines is one finding, and other lines are none", () => {
  const output = [
    "a/b.ts(3,16): error TS2322: Type 'number' is not assignable.",
    "  Because of this.",
    "    And of that.",
    "error TS5058: No such path.",
    "TSFILE: /x/error TS1.js",
    "c.ts(1,2): error TS1: Last.",
    "  To the end.",
  ].join("\r\n");
  const place = { severity: "error", pointer: "" };
  expect(readDiagnostics(output)).toEqual([
    {
      ...{ ...place, rule: "TS2322", file: "a/b.ts", line: 3, column: 16 },
      message: "Type 'number' is not assignable. Because of this. And of that.",
    },
    { ...place, rule: "TS5058", file: "tsconfig.build.json", line: 1, column: 1, message: "No such path." },
    { ...place, rule: "TS1", file: "c.ts", line: 1, column: 2, message: "Last. To the end." },
  ]);
  expect(readDiagnostics("")).toEqual([]);
});

test("output that cannot be written is one error of the file system, however many files there are", async () => {
  const modules = Object.fromEntries([1, 2, 3].map((n) => [`src/${n}.ts`, "export {};\n"]));
  const error = await compiled({ ...modules, out: "a file in the way of the folder" }).catch(
    (thrown) => thrown,
  );
  expect(describeSystemError(error)).toMatch(
    /\/out cannot be created: a part of its path is a file, not a folder\. Move that file away, or correct the path\.$/,
  );
});

test.each([
  [
    "Could not write file '/a/b.js': write /a/b c.js.map: no space left on device.",
    "/a/b c.js.map cannot be written: the disk is full. Free some space, then run this again.",
  ],
  [
    "Could not write file '/a/b.js': mkdir /a: read-only file system.",
    "/a cannot be created: it is on a read-only file system. Use a folder that can be written.",
  ],
  [
    "Could not write file '/a/b.js': open /a/b.js: is a directory.",
    "/a/b.js cannot be opened: it is a folder. Move it away, or use another path.",
  ],
  ["Could not write file '/a/b.js': open /a/b.js: the moon is full.", undefined],
  ["Something else.", undefined],
])("%s is told as %s", (message, want) => {
  const error = writeError(message);
  expect(error.message).toBe(message);
  expect(
    describeSystemError(error)
      ?.replaceAll("../", "")
      .replaceAll(/^(?=a)/g, "/"),
  ).toBe(want);
});
