import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import ts from "typescript";
import { emitCatalog } from "../../scripts/emit/catalog.ts";
import { emitClient } from "../../scripts/emit/client.ts";
import { emitTypes } from "../../scripts/emit/types.ts";
import { root } from "../contract/project.ts";
import { inputOf, type Json } from "./document.ts";

/** The generated TypeScript of a document, by path from the root of the project. */
export async function generatedFrom(document: Json): Promise<Map<string, string>> {
  const input = inputOf(document);
  const files = [...(await emitTypes(input)), ...emitCatalog(input), ...emitClient(input)];
  return new Map(files.map(({ path, content }) => [`${root}generated/${path}`, content]));
}

/** What TypeScript says of a program in `generated/` with these files in place of those on the disk. */
export function diagnose(files: ReadonlyMap<string, string>, program: string): string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    allowImportingTsExtensions: true,
    ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: true, types: [] },
  };
  const name = `${root}generated/program.ts`;
  const texts = new Map([...files, [name, program]]);
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (file) => texts.get(file) ?? readFile(file);
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  host.getSourceFile = (file, target, ...rest) => {
    const text = texts.get(file);
    return text === undefined
      ? getSourceFile(file, target, ...rest)
      : ts.createSourceFile(file, text, target, true);
  };
  return ts.getPreEmitDiagnostics(ts.createProgram([name], options, host)).map(({ file, messageText }) => {
    return `${file?.fileName.replace(root, "") ?? ""} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

/** The generated client with these files in place of those on the disk. */
export async function load<Client>(files: ReadonlyMap<string, string>): Promise<Client> {
  const overlay: Plugin = {
    name: "overlay",
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]generated[\\/]/ }, ({ path }) => {
        const contents = files.get(path.replaceAll("\\", "/"));
        return contents === undefined ? undefined : { contents, loader: "ts" };
      });
    },
  };
  const { outputFiles } = await build({
    entryPoints: [`${root}generated/client.ts`],
    ...{ bundle: true, write: false, format: "esm", platform: "node", logLevel: "silent" },
    plugins: [overlay],
  });
  const folder = mkdtempSync(join(tmpdir(), "cstar-emit-"));
  try {
    const file = join(folder, "client.mjs");
    writeFileSync(file, outputFiles[0]?.contents ?? "");
    return (await import(pathToFileURL(file).href)) as Client;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
