import { resolve } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { sampleCall, typescriptSample } from "../../scripts/docs/samples/index.ts";
import { readInput } from "./site.ts";

it("compiles every TypeScript sample of the error reference against the client", async () => {
  const input = await readInput();
  const samples = new Map(
    input.contract.errors.map((error) => {
      const call = sampleCall(input.contract, error);
      return [
        resolve(`test/docs/sample-${error.code}.ts`),
        call ? typescriptSample(error, call) : "no sample",
      ];
    }),
  );
  expect(samples.size).toBeGreaterThan(0);
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
