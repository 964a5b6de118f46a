import { relative, sep } from "node:path";
import ts from "typescript";
import type { Finding } from "../src/report/index.ts";

/** What a compilation came to. */
export interface Compilation {
  findings: Finding[];
  /** Paths of the written files, relative to the project. */
  written: string[];
}

/** Compiles the published modules as tsconfig.build.json says. Nothing is written when there are errors. */
export function compile(configFile = "tsconfig.build.json"): Compilation {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} };
  const config = ts.getParsedCommandLineOfConfigFile(configFile, { noEmitOnError: true }, host);
  if (!config) throw new Error(`${configFile} cannot be read.`);
  const program = ts.createProgram({ rootNames: config.fileNames, options: config.options });
  const written: string[] = [];
  const { diagnostics } = program.emit(undefined, (path, text, bom) => {
    written.push(display(path));
    ts.sys.writeFile(path, text, bom);
  });
  const all = [...config.errors, ...ts.getPreEmitDiagnostics(program), ...diagnostics];
  return { findings: ts.sortAndDeduplicateDiagnostics(all).map(toFinding), written };
}

function toFinding({ file, start, code, messageText }: ts.Diagnostic): Finding {
  const at =
    file && start !== undefined ? file.getLineAndCharacterOfPosition(start) : { line: 0, character: 0 };
  return {
    rule: `TS${code}`,
    severity: "error",
    file: file ? display(file.fileName) : "tsconfig.build.json",
    line: at.line + 1,
    column: at.character + 1,
    pointer: "",
    message: ts.flattenDiagnosticMessageText(messageText, "\n"),
  };
}

function display(path: string): string {
  return relative(process.cwd(), path).split(sep).join("/");
}
