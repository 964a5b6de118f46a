import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Copy, copyProject } from "../copy.ts";
import { compile, ownCompiler } from "../types/compile.ts";
import { addLabels, labelOperations } from "./added-resource.ts";
import { readJson } from "./project.ts";
import type { Ended } from "./run.ts";

interface ErrorTable {
  errors: { code: string; operations: string[] }[];
}

const table = (copy: Copy) => JSON.parse(copy.read("generated/errors.json")) as ErrorTable;

describe("a document with one code less", () => {
  const code = "invalid_key_format";
  let copy: Copy;
  let ended: Ended;
  beforeAll(async () => {
    copy = copyProject();
    copy.remove(`openapi/errors/${code}.yaml`);
    for (const [path, text] of Object.entries(copy.files("openapi"))) {
      const lines = text.split("\n");
      const less = lines.filter((line) => !line.endsWith(`- ${code}`) && !line.endsWith(`/${code}.yaml`));
      if (less.length < lines.length) copy.write(path, less.join("\n"));
    }
    copy.edit("src/sandbox/checks.ts", `"${code}"`, '"invalid_api_key"');
    ended = await copy.run("build");
  });
  afterAll(() => copy.dispose());

  test("builds without a change of any program but the sandbox, which raises errors as the API does", () => {
    expect(ended, ended.stdout + ended.stderr).toMatchObject({ status: 0 });
  });

  test("has the other codes as they were", () => {
    const before = readJson("generated/errors.json") as ErrorTable;
    expect(table(copy).errors).toEqual(before.errors.filter((error) => error.code !== code));
  });

  test("leaves no trace of the code in what is generated, compiled and documented", () => {
    for (const folder of ["generated", "dist/generated", "dist/docs"]) {
      const files = Object.entries(copy.files(folder));
      expect(files.length).toBeGreaterThan(0);
      expect(files.flatMap(([path, text]) => (text.includes(code) ? path : []))).toEqual([]);
    }
  });
});

describe("a document with one more resource", () => {
  let copy: Copy;
  let ended: Ended;
  beforeAll(async () => {
    copy = copyProject();
    addLabels(copy);
    ended = await copy.run("build");
  });
  afterAll(() => copy.dispose());

  test("builds without a change of any program", () => {
    expect(ended, ended.stdout + ended.stderr).toMatchObject({ status: 0 });
  });

  test("adds the operations to each code that they declare, behind the others", () => {
    const before = readJson("generated/errors.json") as ErrorTable;
    const wanted = before.errors.map(({ code, operations }) => ({
      code,
      operations: [
        ...operations,
        ...labelOperations.filter(({ codes }) => codes.includes(code)).map(({ id }) => id),
      ],
    }));
    expect(table(copy).errors.map(({ code, operations }) => ({ code, operations }))).toEqual(wanted);
  });

  test("gives the client the methods, typed", async () => {
    const text = `import { createClient, type OperationErrorCode, unwrap } from "@cstar.help/api-contract";

const cstar = createClient({ apiKey: "", teamId: "" });
export const names: string[] = (await unwrap(cstar.labels.list())).map(({ name }) => name);
export const name: string = (await unwrap(cstar.labels.create({ name: "new" }))).name;
export const gone: true = (await unwrap(cstar.labels.delete("lbl_1"))).deleted;
export const missing: OperationErrorCode<"createLabel"> = "parameter_missing";
export const conflict: OperationErrorCode<"createLabel"> = "resource_not_found";
`;
    const compiler = {
      script: ownCompiler,
      module: "nodenext",
      installed: copy.folder,
    } as const;
    const found = await compile([{ name: "labels", text, expected: [] }], compiler);
    // The last line claims what the operation cannot answer; all others have to compile.
    expect([...found].map(([name, errors]) => [name, errors.map((error) => error.code)])).toEqual([
      ["labels", ["TS2322"]],
    ]);
  });
});
