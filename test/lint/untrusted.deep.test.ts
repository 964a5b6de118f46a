import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { clean, folderWith } from "./document.ts";
import { runLint } from "./run-lint.ts";

vi.setConfig({ testTimeout: 120_000 }); // real linters take their time on a busy machine

const PATHS = `paths:
  /orders:
    get:`;

/** A clean document with one more schema, and the folder that it is in. */
function documentWith(schema: string): { folder: string; entry: string } {
  const text = `${clean["openapi.yaml"]}  schemas:\n    Extra: ${schema}\n`.replace(
    PATHS,
    `${PATHS}\n      x-see: {}`,
  );
  const used = text.replace(
    "description: All orders.",
    "description: All orders.\n      parameters: [{name: a, in: query, schema: {$ref: '#/components/schemas/Extra'}}]",
  );
  const plain = used.replace("\n      x-see: {}", "");
  const folder = folderWith({ ...clean, "openapi.yaml": plain });
  return { folder, entry: join(folder, "openapi.yaml") };
}

test("the document that the others are made of has no finding", async () => {
  expect((await runLint([documentWith("{type: string}").entry])).rules).toEqual([]);
});

let connections = 0;
const silent = createServer(() => {
  connections += 1;
});
let host = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const address = silent.address();
  host = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});
afterAll(() => silent.close());

test("no server is asked, whichever way a document names one, and the rest is linted", async () => {
  const { entry } = documentWith(
    `{type: object, example: {$ref: ${host}/a}, properties: {p: {$ref: '${host}/b'}, q: {oneOf: [{type: string}], discriminator: {propertyName: t, mapping: {a: '${host}/c'}}}}, x-d: {$ref: '${host}/d'}}`,
  );
  const { rules, findings } = await runLint([entry]);
  expect(rules.filter((rule) => rule === "ref-external")).toHaveLength(2);
  expect(findings.find(({ rule }) => rule === "ref-external")).toMatchObject({ line: expect.any(Number) });
  expect(connections).toBe(0);
});

const SECRET = "secret-8f1c";

test.each([
  ["a file above the project", "../secret.yaml", "source-unreadable"],
  ["an absolute path", "/etc/passwd", "ref-external"],
  ["a device without an end", "../../../../../../../../dev/zero", "source-unreadable"],
  ["a pipe", "pipe.yaml", "source-unreadable"],
  ["a link that leads out", "link.yaml", "source-unreadable"],
  ["a folder", "sub", "source-unreadable"],
])("%s is a finding, and nothing of what is in it is shown", async (_, ref, rule) => {
  const { folder, entry } = documentWith(`{$ref: '${ref}'}`);
  writeFileSync(join(folder, "package.json"), "{}");
  const inner = join(folder, "api");
  mkdirSync(join(inner, "sub"), { recursive: true });
  writeFileSync(join(inner, "package.json"), "{}");
  writeFileSync(join(folder, "secret.yaml"), `type: ${SECRET}`);
  symlinkSync(join(folder, "secret.yaml"), join(inner, "link.yaml"));
  execFileSync("mkfifo", [join(inner, "pipe.yaml")]);
  execFileSync("cp", ["-r", entry, join(folder, "responses"), inner]);
  const { status, out, err, rules } = await runLint([join(inner, "openapi.yaml")]);
  expect(rules).toContain(rule);
  expect(status).toBe(1);
  expect(out + err).not.toContain(SECRET);
});

test("--root lets references go further, and the document's own project is its default", async () => {
  const folder = folderWith({ "shared/Extra.yaml": "type: string\n", ".git/HEAD": "x" });
  const { entry } = documentWith("{$ref: ../shared/Extra.yaml}");
  execFileSync("cp", ["-r", join(entry, ".."), join(folder, "api")]);
  const spec = join(folder, "api/openapi.yaml");
  expect((await runLint([spec])).rules).toEqual([]);
  expect((await runLint([spec, "--root", join(folder, "api")])).rules).toContain("source-unreadable");
});

test("a document is read from standard input, once", async () => {
  const { status, findings } = await runLint(
    ["-"],
    "openapi: 3.1.0\ninfo: {title: T, version: 1.0.0}\npaths: {}\n",
  );
  expect(status).toBe(1);
  expect(new Set(findings.map(({ file }) => file))).toEqual(new Set(["stdin"]));
});

test.each([
  [
    "an expression that tries every way",
    "{type: string, pattern: '^(a+)+$', example: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!}",
  ],
  [
    "thirty layers of doubled choices",
    `{oneOf: [{$ref: '#/components/schemas/L0'}, {$ref: '#/components/schemas/L0'}]}\n${Array.from({ length: 30 }, (_, index) => `    L${index}: {oneOf: [{$ref: '#/components/schemas/L${index + 1}'}, {$ref: '#/components/schemas/L${index + 1}'}]}`).join("\n")}\n    L30: {type: string}`,
  ],
])("%s ends with what was found until then, and with 2", async (_, schema) => {
  const { folder, entry } = documentWith(schema);
  writeFileSync(
    join(folder, "responses/Refused.yaml"),
    "description: [no text]\nx-y: 1\ncontent: {a/b: {schema: {$ref: none.yaml}}}\n",
  );
  const { status, rules, err } = await runLint([entry, "--timeout", "3"]);
  expect(rules).toContain("source-unreadable");
  expect(err).toMatch(
    /<red>error:<\/red> .*(Redocly|Spectral).* did not finish within 3 s, so this is not all/,
  );
  expect(status).toBe(2);
});
