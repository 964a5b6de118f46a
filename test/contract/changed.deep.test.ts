import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compile, ownCompiler } from "../types/compile.ts";
import { type Copy, copyProject, dropLines, replaceOnce } from "./copy.ts";
import { contract, readJson } from "./project.ts";
import type { Ended } from "./run.ts";

interface ErrorTable {
  errors: { code: string; operations: string[] }[];
}

const table = (copy: Copy) => JSON.parse(copy.read("generated/errors.json")) as ErrorTable;

describe("a document with one code less", () => {
  const code = "database_error";
  let copy: Copy;
  let ended: Ended;
  beforeAll(async () => {
    copy = copyProject();
    copy.remove(`openapi/errors/${code}.yaml`);
    for (const [path, text] of Object.entries(copy.files("openapi"))) {
      const less = dropLines(dropLines(text, `- ${code}`), `- $ref: ../errors/${code}.yaml`);
      if (less !== text) copy.write(path, less);
    }
    ended = await copy.run("build");
  });
  afterAll(() => copy.dispose());

  test("builds without a change of any program", () => {
    expect(ended, ended.stdout + ended.stderr).toMatchObject({ status: 0 });
  });

  test("has the other codes as they were", () => {
    const before = readJson("generated/errors.json") as ErrorTable;
    expect(table(copy).errors).toEqual(before.errors.filter((error) => error.code !== code));
  });

  test("leaves no trace of the code in what is generated, compiled and documented", () => {
    for (const folder of ["generated", "dist/generated", "dist/docs"]) {
      for (const [path, text] of Object.entries(copy.files(folder))) expect(text, path).not.toContain(code);
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
      operations: [...operations, ...added.filter(({ codes }) => codes.includes(code)).map(({ id }) => id)],
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
      entry: `${copy.folder}/src/entries/main.ts`,
    } as const;
    const found = await compile([{ name: "labels", text, expected: [] }], compiler);
    // The last line claims what the operation cannot answer; all others have to compile.
    expect([...found].map(([name, errors]) => [name, errors.map((error) => error.code)])).toEqual([
      ["labels", ["TS2322"]],
    ]);
  });
});

const always = contract.errors
  .filter(({ appliesTo }) => appliesTo.includes("always"))
  .map(({ code }) => code);

/** The operations on labels, and what they declare by the rules of the contract. */
const added = [
  { id: "listLabels", codes: [...always, "parameter_invalid"] },
  {
    id: "createLabel",
    codes: [...always, "parameter_missing", "parameter_invalid", "invalid_json", "publishable_key_write"],
  },
  { id: "deleteLabel", codes: [...always, "publishable_key_write", "resource_not_found"] },
];

function addLabels(copy: Copy): void {
  const label = { id: "lbl_1", name: "urgent" };
  const meta = { requestId: "req_a1B2c3D4e5F6", timestamp: "2026-03-30T10:30:00Z" };
  const answer = (description: string, envelope: string, data: object, more: object = {}) => ({
    description,
    headers: Object.fromEntries(
      ["Limit", "Remaining", "Reset", "Window"].map((name) => [
        `X-RateLimit-${name}`,
        { $ref: `headers/RateLimit${name}.yaml` },
      ]),
    ),
    content: {
      "application/json": {
        schema: {
          allOf: [
            { $ref: `schemas/${envelope}.yaml` },
            { type: "object", required: ["data"], properties: { data: schemaOf(data) } },
          ],
        },
        examples: { one: { value: { success: true, data, ...more, meta } } },
      },
    },
  });
  const errors = (names: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(names).map(([status, name]) => [status, { $ref: `responses/${name}.yaml` }]),
    );
  const common = { 401: "Unauthenticated", 429: "RateLimited", 500: "ServerFailure" };
  const operation = (id: string, rest: object) => ({
    ...{
      operationId: id,
      tags: ["Tickets"],
      summary: `The operation ${id}`,
      description: `Does what ${id} says.`,
    },
    ...rest,
  });
  const paths = {
    "/teams/{teamId}/labels": {
      parameters: [{ $ref: "parameters/TeamId.yaml" }],
      get: operation("listLabels", {
        parameters: [{ $ref: "parameters/Page.yaml" }, { $ref: "parameters/PageSize.yaml" }],
        responses: {
          200: answer("The labels.", "PageEnvelope", [label], {
            pagination: { total: 1, page: 1, pageSize: 20, hasMore: false },
          }),
          ...errors({ ...common, 400: "InvalidQuery", 403: "ReadForbidden" }),
        },
      }),
      post: operation("createLabel", {
        parameters: [{ $ref: "parameters/IdempotencyKey.yaml" }],
        requestBody: {
          description: "The label to create.",
          required: true,
          content: {
            "application/json": {
              schema: {
                type: "object",
                required: ["name"],
                properties: { name: { type: "string", description: "Its name." } },
              },
              examples: { one: { value: { name: "urgent" } } },
            },
          },
        },
        responses: {
          201: answer("The label was created.", "SuccessEnvelope", label),
          ...errors({ ...common, 400: "InvalidCreation", 403: "WriteForbidden" }),
        },
      }),
    },
    "/teams/{teamId}/labels/{labelId}": {
      parameters: [
        { $ref: "parameters/TeamId.yaml" },
        {
          name: "labelId",
          in: "path",
          required: true,
          description: "The label.",
          schema: { type: "string", examples: ["lbl_1"] },
        },
      ],
      delete: operation("deleteLabel", {
        responses: {
          200: answer("The label was deleted.", "SuccessEnvelope", { id: "lbl_1", deleted: true }),
          ...errors({ ...common, 400: "InvalidId", 403: "WriteForbidden", 404: "NotFound" }),
        },
      }),
    },
  };
  // JSON is YAML: each path becomes one line behind the last of the existing ones.
  const lines = Object.entries(paths).map(([path, item]) => `  ${path}: ${JSON.stringify(item)}\n`);
  const entry = copy.read("openapi/openapi.yaml");
  copy.write(
    "openapi/openapi.yaml",
    replaceOnce(entry, "\ncomponents:\n", `\n${lines.join("")}components:\n`),
  );
}

function schemaOf(value: unknown): object {
  if (Array.isArray(value)) return { type: "array", items: schemaOf(value[0]) };
  if (typeof value === "boolean") return { type: "boolean", const: value };
  if (typeof value !== "object" || value === null) return { type: "string" };
  const properties = Object.entries(value).map(([key, one]) => [
    key,
    { ...schemaOf(one), description: `The ${key}.` },
  ]);
  return { type: "object", required: Object.keys(value), properties: Object.fromEntries(properties) };
}
