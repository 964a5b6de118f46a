import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { root } from "../contract/project.ts";
import { runNode } from "../contract/run.ts";
import { folder, type Program, packageName } from "./programs.ts";

/** How the programs are compiled. */
export interface Compiler {
  /** Path of its command-line script. */
  script: string;
  module: "nodenext" | "bundler";
  /** The module that programs import as the package, if it is not the project's own. */
  entry?: string;
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

function config({ module, entry }: Compiler): object {
  const modes = {
    nodenext: { module: "NodeNext", moduleResolution: "NodeNext" },
    bundler: { module: "ESNext", moduleResolution: "Bundler" },
  };
  return {
    extends: join(folder, "tsconfig.json"),
    compilerOptions: { ...modes[module], ...(entry && { paths: { [packageName]: [entry] } }) },
    include: ["*.ts"],
  };
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
