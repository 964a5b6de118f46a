import { join } from "node:path";
import ts from "typescript";
import { root } from "../contract/project.ts";
import { writeProject } from "./project.ts";
import type { Sample } from "./samples.ts";

/** Strict, and with the options that find most; what somebody who follows the guide may well have. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noFallthroughCasesInSwitch: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: true,
  noEmit: true,
  // The sources import each other so.
  allowImportingTsExtensions: true,
  typeRoots: [join(root, "node_modules/@types")],
  types: ["node"],
  paths: {
    "@cstar.help/api-contract": [join(root, "src/entries/main.ts")],
    "@cstar.help/api-contract/*": [join(root, "src/entries/*.ts")],
  },
};

/** Compiles samples as one project; gives the errors as `name: TS1234 text`. */
export function compileSamples(samples: readonly Sample[]): string[] {
  const project = writeProject(samples);
  try {
    const program = ts.createProgram(project.files, options);
    return ts.getPreEmitDiagnostics(program).map(({ file, code, messageText }) => {
      const name = file ? file.fileName.replace(/^.*\/|\.ts$/g, "") : "the project";
      return `${name}: TS${code} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
  } finally {
    project.remove();
  }
}
