import { resolve } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

import { samplesOf, setups, typescriptLoop } from "../../scripts/docs/samples/index.ts";

import { shapeClient } from "../../scripts/names/client-methods.ts";
import { readInput } from "./site.ts";

it("compiles every TypeScript sample of the error reference behind the set-up, against the client", async () => {
  const { contract } = await readInput();
  const setup = setups(contract, shapeClient(contract).own);
  const samples = new Map(
    contract.errors.flatMap((error) => {
      const made = samplesOf(contract, error);
      return [
        [
          resolve(`test/docs/sample-${error.code}.ts`),
          `${setup.typescript}\n${made?.typescript}\nexport {};`,
        ],
        [resolve(`test/docs/fetch-${error.code}.ts`), `${setup.fetch}\n${made?.fetch}\nexport {};`],
      ];
    }),
  );
  samples.set(resolve("test/docs/loop.ts"), typescriptLoop(contract));
  expect(samples.size).toBe(2 * contract.errors.length + 1);
  // The package's name stands for its sources here, which need no build.
  const options: ts.CompilerOptions = {
    noEmit: true,
    strict: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    types: ["node"],
    paths: { "@cstar.help/api-contract": [resolve("src/entries/main.ts")] },
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (file) => samples.get(file) ?? readFile(file);
  host.fileExists = (file) => samples.has(file) || fileExists(file);
  host.getSourceFile = (file, version, ...rest) => {
    const sample = samples.get(file);
    return sample === undefined
      ? getSourceFile(file, version, ...rest)
      : ts.createSourceFile(file, sample, version);
  };
  const program = ts.createProgram([...samples.keys()], options, host);
  const found = [...samples.keys()].flatMap((file) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText }) => `${file}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    );
  });
  expect(found).toEqual([]);
});
