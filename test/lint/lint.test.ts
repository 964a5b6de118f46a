import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test, vi } from "vitest";
import { loadTree, openTree } from "../../src/document/index.ts";
import { lintDocument, lintTree, loadPeer, MissingPeerError } from "../../src/lint/index.ts";
import { checkKind } from "../../src/lint/kind.ts";
import { compareFindings, type Finding } from "../../src/report/index.ts";
import { clean, folderWith } from "./document.ts";

vi.setConfig({ testTimeout: 60_000 }); // real linters and compilers take their time on a busy machine

type Files = Record<string, string>;

const readText = (file: string) => readFileSync(file, "utf8");

/** Lints a folder of files; each finding as `rule file:line:column`, files relative to the folder. */
async function lint(files: Files, entry = "openapi.yaml"): Promise<string[]> {
  const folder = folderWith(files);
  const { findings } = await lintDocument(join(folder, entry), { readText, folder: `${folder}/` });
  return brief(folder, findings);
}

function brief(folder: string, findings: Finding[]): string[] {
  return [...findings]
    .sort(compareFindings)
    .map(
      ({ rule, severity, file, line, column }) =>
        `${severity} ${rule} ${relative(folder, file)}:${line}:${column}`,
    );
}

function edited(file: keyof typeof clean, find: string, replacement: string, base: Files = clean): Files {
  const text = base[file] ?? "";
  if (!text.includes(find)) throw new Error(`${file} has no ${JSON.stringify(find)}`);
  return { ...base, [file]: text.replace(find, replacement) };
}

test("a document without fault has no findings", async () => {
  expect(await lint(clean)).toEqual([]);
});

test("what Redocly finds is on the hand-written line of its file", async () => {
  expect(await lint(edited("responses/Orders.yaml", "type: array", "type: list"))).toEqual([
    "error struct responses/Orders.yaml:5:7",
  ]);
});

test("what Spectral alone finds is brought back from the bundle to the hand-written line, once", async () => {
  const given = edited("responses/Refused.yaml", "description", "x-y: {'$ref': Orders.yaml}\ndescription");
  expect(await lint(given)).toEqual([]);
  const script = edited(
    "openapi.yaml",
    "info:\n",
    "info:\n  # a comment\n",
    edited("openapi.yaml", "  contact: {name: Shop, url: https://shop.example.org}\n", ""),
  );
  expect(await lint(script)).toEqual(["warning info-contact openapi.yaml:2:1"]);
});

test("a fault that both linters know is told by one of them", async () => {
  const given = edited("openapi.yaml", "operationId: deleteOrders", "operationId: listOrders");
  expect(await lint(given)).toEqual(["error operation-operationId-unique openapi.yaml:25:5"]);
});

test("so is a fault of a document of Swagger 2.0", async () => {
  const text = `swagger: '2.0'
info: {title: Shop API, version: '1', contact: {name: Shop}, license: {name: MIT, url: https://shop.example.org}}
host: shop.example.org
schemes: [https]
paths: {}
definitions:
  A: {type: list}
  B: {oneOf: [{type: string}]}
  C: {type: object, properties: {n: {type: string, example: 7}}}
`;
  const found = await lint({ "openapi.yaml": text });
  const faults = found.filter((row) => !/^warning|no-empty/.test(row));
  expect(faults.map((row) => row.replace(/:\d+$/, ""))).toEqual([
    "error struct openapi.yaml:7",
    "error struct openapi.yaml:8",
    "error no-invalid-schema-examples openapi.yaml:9",
  ]);
});

test("a fault in a part that two operations share is told once", async () => {
  const given = edited("responses/Orders.yaml", "description: The orders.\n", "");
  expect(await lint(given)).toEqual(["error struct responses/Orders.yaml:1:1"]);
});

test("a comment with a rule and a reason allows what is found there, whoever finds it", async () => {
  const given = edited(
    "responses/Orders.yaml",
    "type: array",
    "type: list # lint-allow struct: an old client needs it",
  );
  expect(await lint(given)).toEqual([]);
});

test("a comment that allows nothing is an error in the same list", async () => {
  const given = edited(
    "responses/Orders.yaml",
    "type: array",
    "type: array # lint-allow struct: just in case",
  );
  expect(await lint(given)).toEqual(["error suppression-unused responses/Orders.yaml:5:19"]);
});

test("what a caller found is listed, and allowed, like the rest", async () => {
  const folder = folderWith(
    edited("openapi.yaml", "openapi: 3.1.0", "openapi: 3.1.0 # lint-allow own: known"),
  );
  const tree = loadTree(join(folder, "openapi.yaml"), readText);
  const own = (line: number): Finding => ({
    rule: "own",
    severity: "error",
    file: tree.entry,
    line,
    column: 1,
    pointer: "",
    message: "m",
  });
  const { findings } = await lintTree(tree, { readText, folder: `${folder}/`, more: [own(1), own(2)] });
  expect(brief(folder, findings)).toEqual(["error own openapi.yaml:2:1"]);
});

test.each([
  ["nothing", ""],
  ["a list", "[1]"],
  ["another kind of file", "name: x"],
  ["a version to come", "openapi: 4.0.0"],
])("%s is told to be no OpenAPI document", async (_, text) => {
  expect(await lint({ "openapi.yaml": text })).toEqual(["error source-kind openapi.yaml:1:1"]);
});

test.each([
  ["", "it is empty; begin it with `openapi: 3.1.0`"],
  ["- 1", "it is a list and no object; begin it with `openapi: 3.1.0`"],
  ["hello", "it is a single value and no object; begin it with `openapi: 3.1.0`"],
  ["name: x", "it has no `openapi`; begin it with `openapi: 3.1.0`"],
  ["openapi: 4.0.0", 'its version is "4.0.0", and Swagger 2.0 and OpenAPI 3.0 to 3.2 are known'],
  ["openapi: 3.1", "its version is a number; write the whole version as a text, such as `openapi: '3.1.0'`"],
  ["swagger: 2.0", "its version is a number; write the whole version as a text, such as `swagger: '2.0'`"],
])("%j is told why it is no document", (text, why) => {
  const { tree } = openTree("openapi.yaml", () => text);
  expect(checkKind(tree)?.message).toBe(`This is no OpenAPI document that can be linted: ${why}.`);
});

test("a component that is named by its anchor or its id is used, another is not", async () => {
  const schemas = `  schemas:
    A: {$anchor: a, type: string}
    B: {$id: 'https://shop.example.org/b', type: string}
    C: {type: string}
    D: {type: object, properties: {a: {$ref: '#a'}, b: {$ref: 'https://shop.example.org/b'}}}
    E: {type: array, items: {$ref: '#/components/schemas/D'}}
`;
  const given = edited("openapi.yaml", "components:\n", `components:\n${schemas}`);
  const line = (name: string) =>
    (given["openapi.yaml"] ?? "").split("\n").findIndex((text) => text.startsWith(`    ${name}: `)) + 1;
  expect(await lint(given)).toEqual(
    ["C", "E"].map((name) => `error no-unused-components openapi.yaml:${line(name)}:5`),
  );
});

test("a key that Spectral cannot cope with does not keep it from the rest", async () => {
  const given = edited("openapi.yaml", "  contact: {name: Shop, url: https://shop.example.org}\n", "");
  const found = await lint({ ...given, "openapi.yaml": `__proto__: {a: 1}\n${given["openapi.yaml"]}` });
  expect(found).toEqual(["error struct openapi.yaml:1:1", "warning info-contact openapi.yaml:3:1"]);
});

test("files that cannot be read are all that is told of them", async () => {
  const given = edited("responses/Orders.yaml", "type: array", "type: [array");
  expect(await lint(given)).toEqual([
    expect.stringMatching(/^error source-syntax responses\/Orders.yaml:\d+:\d+$/),
  ]);
});

test("a fault of the caller is not taken for a finding", async () => {
  const folder = folderWith(clean);
  const { findings } = await lintDocument(join(folder, "openapi.yaml"), {
    readText: () => JSON.parse("no text"),
  });
  expect(findings.map(({ rule }) => rule)).toEqual(["source-unreadable"]);
});

test("a missing peer is named with the command that installs it", async () => {
  const missing = loadPeer(["no-such-peer", "other"], () => import("no-such-peer" as string));
  await expect(missing).rejects.toThrow(MissingPeerError);
  await expect(missing).rejects.toThrow(
    "This needs no-such-peer and other, which are not installed. Run: npm install --save-dev no-such-peer other",
  );
});

test("another failure while a peer is loaded stays what it is", async () => {
  const hole = loadPeer(["other"], () => import("no-such-peer" as string));
  await expect(hole).rejects.not.toBeInstanceOf(MissingPeerError);
  const fault = loadPeer(["other"], () => Promise.reject(new Error("'other' is broken")));
  await expect(fault).rejects.toThrow("'other' is broken");
  expect(await loadPeer([], async () => 7)).toBe(7);
});
