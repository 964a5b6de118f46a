import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { readContract } from "../../../src/contract/index.ts";
import { loadTree } from "../../../src/document/index.ts";
import { printTable, times } from "../support.ts";
import { writePrograms } from "./programs.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

const common: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  skipLibCheck: true,
  types: [],
};

/** How much work the compiler has with a program that calls every operation, on the published declarations. */
export interface Counted {
  operations: number;
  client: number;
  openapiFetch: number;
}

export function countInstantiations(): Counted {
  // Inside the project, so that openapi-fetch is found.
  const folder = mkdtempSync(join(root, "node_modules/.bench-types-"));
  try {
    emitDeclarations(folder);
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
    const contract = readContract(
      loadTree("openapi/openapi.yaml", (file) => readFileSync(root + file, "utf8")),
    );
    const programs = writePrograms(contract, {
      client: "./src/entries/main.js",
      types: "./generated/types.js",
    });
    return {
      operations: contract.operations.length,
      client: instantiations(join(folder, "client.ts"), programs.client),
      openapiFetch: instantiations(join(folder, "openapi-fetch.ts"), programs.openapiFetch),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function reportTypes(): void {
  const { operations, client, openapiFetch } = countInstantiations();
  printTable(
    `Type instantiations of a program that calls all ${operations} operations`,
    ["", "instantiations", "beside openapi-fetch alone"],
    [
      ["openapi-fetch alone", String(openapiFetch), times(1)],
      ["this client", String(client), times(client / openapiFetch)],
    ],
  );
  console.log("The client has to stay below 1.00 x.");
}

function emitDeclarations(outDir: string): void {
  const program = ts.createProgram([join(root, "src/entries/main.ts")], {
    ...common,
    exactOptionalPropertyTypes: true,
    rewriteRelativeImportExtensions: true,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: root,
    outDir,
  });
  const { emitSkipped, diagnostics } = program.emit();
  // What was written by hand as a declaration would not be emitted.
  if (emitSkipped || diagnostics.length > 0) throw new Error("The declarations could not be emitted.");
}

function instantiations(file: string, code: string): number {
  writeFileSync(file, code);
  const program = ts.createProgram([file], { ...common, noEmit: true });
  const [wrong] = ts.getPreEmitDiagnostics(program);
  if (wrong) throw new Error(ts.flattenDiagnosticMessageText(wrong.messageText, "\n"));
  return program.getInstantiationCount();
}
