import { afterAll, beforeAll, expect, test } from "vitest";
import { type Copy, copyProject } from "../copy.ts";
import { compile, ownCompiler } from "../types/compile.ts";
import { switchOver } from "../types/exhaustive.ts";
import { contract, readJson, readText, root } from "./project.ts";
import type { Ended } from "./run.ts";
import { runTests } from "./run-tests.ts";

// Adding a code is one new file, one line in the enum, and one line in each response that carries it.
const code = "key_rotated";
const model = "key_expired";

interface ErrorTable {
  errors: { code: string; operations: string[]; docUrl: string; example: unknown }[];
}

let copy: Copy;
let ended: Ended;
beforeAll(async () => {
  copy = copyProject({ tests: true });
  const file = copy
    .read(`openapi/errors/${model}.yaml`)
    .replaceAll(model, code)
    .replace(/^title: .*$/m, "title: Key rotated")
    .replace("its expiry date has passed", "another one has replaced it");
  copy.write(`openapi/errors/${code}.yaml`, file);
  const line = (path: string, one: string) => {
    copy.edit(path, one, one + one.replace(model, code));
  };
  line("openapi/schemas/ErrorCode.yaml", `  - ${model}\n`);
  line("openapi/responses/Unauthenticated.yaml", `                - $ref: ../errors/${model}.yaml\n`);
  ended = await copy.run("build");
});
afterAll(() => copy.dispose());

test("the whole job runs without a change anywhere else", () => {
  expect(ended, ended.stdout + ended.stderr).toMatchObject({ status: 0 });
});

test("the table of errors has one more entry, behind its neighbour, and is otherwise the same", () => {
  const before = readJson("generated/errors.json") as ErrorTable;
  const after = JSON.parse(copy.read("generated/errors.json")) as ErrorTable;
  const added = after.errors.splice(contract.errors.findIndex((error) => error.code === model) + 1, 1);
  expect(added).toMatchObject([{ code, operations: contract.operations.map(({ id }) => id) }]);
  expect(after).toEqual(before);
});

test("every generated file names the code", () => {
  for (const [path, text] of Object.entries(copy.files("generated"))) expect(text, path).toContain(code);
});

test("the published response has the code as an alternative, in its discriminator and as an example", () => {
  const document = JSON.parse(copy.read("generated/openapi.json"));
  const { schema, examples } = document.components.responses.Unauthenticated.content["application/json"];
  const { oneOf, discriminator } = schema.allOf[1].properties.error;
  expect(oneOf).toContainEqual({ $ref: `#/components/schemas/${code}` });
  expect(discriminator.mapping[code]).toBe(`#/components/schemas/${code}`);
  expect(examples[code].value.error.code).toBe(code);
});

test("the page on errors has an anchor for the code", () => {
  const pages = Object.entries(copy.files("dist/docs")).filter(([path]) => path.endsWith(".html"));
  expect(pages.filter(([, text]) => text.includes(`id="${code}"`))).not.toEqual([]);
});

test("a switch that was exhaustive no longer compiles, until the code is handled", async () => {
  const { errors } = contract;
  const added = errors.filter((error) => error.code === model).map((error) => ({ ...error, code }));
  const both = [
    { name: "as-before", text: switchOver({ type: "ApiError", errors }), expected: [] },
    { name: "handled", text: switchOver({ type: "ApiError", errors: [...errors, ...added] }), expected: [] },
  ];
  const compiler = {
    script: ownCompiler,
    module: "nodenext",
    installed: copy.folder,
  } as const;
  const found = await compile(both, compiler);
  expect([...found].map(([name, errors]) => [name, errors.map((error) => error.code)])).toEqual([
    ["as-before", ["TS2366"]],
  ]);
});

test("the tests follow by themselves, but for what only its author knows, which two of them ask for in a line each", async () => {
  const { passed, failed } = await runTests(copy);
  expect(failed).toEqual({
    "contract/samples.test.ts": [
      expect.stringContaining(`Add test/samples/good/errors/${code}.json, a body as the API sends it.`),
    ],
    "guide/guide.test.ts": [
      expect.stringContaining(`Add case "${code}" to the sample \`exhaustive\` of docs/client-guide.md.`),
    ],
  });
  expect(passed).toBeGreaterThan(5000);
}, 1_200_000);

test("with these two, all tests pass", async () => {
  copy.write(
    `test/samples/good/errors/${code}.json`,
    readText(`test/samples/good/errors/${model}.json`).replaceAll(model, code),
  );
  copy.edit("docs/client-guide.md", `    case "${model}":\n`, `    case "${model}":\n    case "${code}":\n`);
  const { passed, failed } = await runTests(copy, "test/contract/", "test/guide/", "test/types/");
  expect(failed).toEqual({});
  expect(passed).toBeGreaterThan(500);
}, 600_000);

test("the project itself was left alone", () => {
  expect(copy.folder).not.toBe(root);
  expect(readText("openapi/schemas/ErrorCode.yaml")).not.toContain(code);
  expect(readText("generated/errors.json")).not.toContain(code);
});
