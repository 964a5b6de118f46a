import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { root } from "../contract/project.ts";
import { runNode } from "../contract/run.ts";
import { folder, type Program, packageName } from "./programs.ts";

/** How the programs are compiled. */
export interface Compiler {
  /** Path of its command-line script. */
  script: string;
  module: "nodenext" | "bundler";
  /** A folder where the package was built: programs then import that, as installed, and not the project's sources. */
  installed?: string;
}

export interface Diagnostic {
  code: string;
  text: string;
}

/**
 * Compiles all programs in one go, as a project of somebody who uses the package.
 * @returns the errors, by the name of the program, or by the path of any other file.
 */
export async function compile(
  programs: readonly Program[],
  compiler: Compiler,
): Promise<Map<string, Diagnostic[]>> {
  const project = mkdtempSync(join(tmpdir(), "contract-types-"));
  try {
    for (const { name, text } of programs) writeFileSync(join(project, `${name}.ts`), text);
    writeFileSync(join(project, "package.json"), '{ "type": "module" }\n');
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify(config(compiler)));
    if (compiler.installed) install(compiler.installed, project);
    const { stdout, stderr, status } = await runNode([compiler.script, "-p", project, "--pretty", "false"]);
    const found = parse(stdout);
    if (status !== 0 && found.size === 0)
      throw new Error(`The compiler ended with ${status}: ${stdout}${stderr}`);
    return found;
  } finally {
    rmSync(project, { recursive: true });
  }
}

/** The script of the compiler that the project itself uses. */
export const ownCompiler = join(root, "node_modules/typescript/bin/tsc");

function config({ module, installed }: Compiler): object {
  const modes = {
    nodenext: { module: "NodeNext", moduleResolution: "NodeNext" },
    bundler: { module: "ESNext", moduleResolution: "Bundler" },
  };
  // Nothing that only helps with sources, and every declaration of the package is checked too.
  const asInstalled = { paths: {}, allowImportingTsExtensions: false, skipLibCheck: false };
  return {
    extends: join(folder, "tsconfig.json"),
    compilerOptions: { ...modes[module], ...(installed && asInstalled) },
    include: ["*.ts"],
  };
}

function install(from: string, project: string): void {
  const target = join(project, "node_modules", packageName);
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(from, target, "junction");
}

function parse(output: string): Map<string, Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>();
  for (const line of output.split("\n")) {
    const [, file, code, message] = /^(?:(.+?)\(\d+,\d+\): )?error (TS\d+): (.*)$/.exec(line) ?? [];
    if (code === undefined) continue;
    const name = basename(file ?? "the project", ".ts");
    found.set(name, [...(found.get(name) ?? []), { code, text: `${name}: ${message}` }]);
  }
  return found;
}
