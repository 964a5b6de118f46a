import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allPrograms } from "../types/all-programs.ts";
import { compile, type Diagnostic } from "../types/compile.ts";
import { compileFolder, generate, generators, writeClaims } from "./generators.ts";
import { binOf, installPeers } from "./peers.ts";
import { contract, root } from "./project.ts";
import { runNode } from "./run.ts";

// One file for all that needs test/peers, so that it is installed once.
const temporary = mkdtempSync(join(tmpdir(), "contract-peers-"));
beforeAll(installPeers);
afterAll(() => rmSync(temporary, { recursive: true }));

describe.each([
  ["TypeScript 6", "typescript-6"],
  ["TypeScript 7", "typescript-7"],
])("%s", (_, compiler) => {
  const programs = allPrograms();

  test.each(["nodenext", "bundler"] as const)(
    "agrees with 5.9 on every program and every sample (%s)",
    async (module) => {
      const found = await compile(programs, { script: binOf(compiler), module });
      const wanted = programs.filter(({ expected }) => expected.length > 0);
      expect(wanted.length).toBeGreaterThan(0);
      const codes = ([name, diagnostics]: [string, Diagnostic[]]) => [
        name,
        diagnostics.map(({ code }) => code),
      ];
      expect(Object.fromEntries([...found].map(codes))).toEqual(
        Object.fromEntries(wanted.map(({ name, expected }) => [name, expected])),
      );
    },
  );
});

describe.each(generators.map((generator) => [generator.name, generator] as const))(
  "%s",
  (name, generator) => {
    test("makes types that compile and keep the codes of every response apart", async () => {
      const folder = join(temporary, name);
      const { status, stderr } = await generate(generator, folder);
      expect(status, stderr).toBe(0);
      expect(writeClaims(generator, folder)).toBeGreaterThan(contract.operations.length);
      expect(await compileFolder(folder)).toBe("");
    });
  },
);

describe("quicktype", () => {
  test.each(["typescript", "python", "go"])("knows every code in %s", async (language) => {
    const output = join(temporary, `quicktype.${language}`);
    const schema = `${join(root, "generated/openapi.json")}#/components/schemas/ErrorEnvelope`;
    const args = ["-s", "schema", schema, "--lang", language, "-o", output];
    const { status, stderr } = await runNode([binOf("quicktype"), ...args]);
    expect(status, stderr).toBe(0);
    const text = readFileSync(output, "utf8");
    for (const { code } of contract.errors) expect(text).toContain(`"${code}"`);
  });

  test("makes C# of the schema of the error envelope, with every code", async () => {
    const output = join(temporary, "quicktype.cs");
    const schema = join(root, "generated/error-envelope.schema.json");
    const args = ["-s", "schema", schema, "--lang", "csharp", "-o", output];
    const { status, stderr } = await runNode([binOf("quicktype"), ...args]);
    expect(status, stderr).toBe(0);
    const text = readFileSync(output, "utf8");
    for (const { code } of contract.errors) expect(text).toContain(`"${code}"`);
  });
});

describe.each(["openapi", "openapi-3.0"])("of %s.json", (edition) => {
  const input = join(root, `generated/${edition}.json`);
  const tools: [name: string, args: (output: string) => string[]][] = [
    ["oazapfts", (output) => [input, output]],
    [
      "swagger-typescript-api",
      (output) => [
        "generate",
        "-p",
        input,
        "-o",
        temporary,
        "-n",
        basename(output),
        "--no-client",
        "--silent",
      ],
    ],
  ];

  test.each(tools)("%s makes TypeScript that names every code", async (name, args) => {
    const output = join(temporary, `${name}-${edition}.ts`);
    const { status, stderr } = await runNode([binOf(name), ...args(output)]);
    expect(status, stderr).toBe(0);
    const text = readFileSync(output, "utf8");
    for (const { code } of contract.errors) expect(text).toContain(`"${code}"`);
    expect(text.length).toBeGreaterThan(20_000);
  });
});
