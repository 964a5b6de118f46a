import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import type { Finding } from "../src/report/index.ts";

/** The result of a compilation. */
export interface Compilation {
  findings: Finding[];
  /** Paths of the written files, relative to the project. */
  written: string[];
}

// The native compiler is a program and not a library; it takes a fifth of the time of the one written in JavaScript.
const COMPILER = join(
  dirname(createRequire(import.meta.url).resolve("typescript-native/package.json")),
  "bin/tsc",
);

/**
 * Compiles the published modules as tsconfig.build.json says. Nothing is written when there are errors.
 * @param outDir where to, in place of what the configuration says.
 * @throws Error of the file system when the output cannot be written, of the compiler when that fails itself.
 */
export async function compile(configFile = "tsconfig.build.json", outDir?: string): Promise<Compilation> {
  const args = ["-p", configFile, "--noEmitOnError", "--listEmittedFiles", "--pretty", "false"];
  if (outDir !== undefined) args.push("--outDir", outDir);
  const { code, output } = await run(process.execPath, [COMPILER, ...args]);
  const findings = readDiagnostics(output);
  const unwritten = findings.find(({ rule }) => rule === CANNOT_WRITE);
  if (unwritten) throw writeError(unwritten.message);
  if (code !== 0 && findings.length === 0)
    throw new Error(`The compiler ended with status ${code}:\n${output}`);
  const written = [...output.matchAll(/^TSFILE: (.+)$/gm)].map(([, path = ""]) => display(path.trim()));
  return { findings, written };
}

/** The diagnostics in what the compiler prints with `--pretty false`: a line each, more lines of it indented. */
export function readDiagnostics(output: string): Finding[] {
  const lines = output.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const at =
      /^(?:(?<file>.+?)\((?<line>\d+),(?<column>\d+)\): )?error (?<rule>TS\d+): (?<message>.*)$/.exec(line);
    if (!at?.groups) return [];
    const rest = lines.slice(index + 1);
    const end = rest.findIndex((next) => !next.startsWith(" "));
    const { file = "tsconfig.build.json", rule = "", message = "" } = at.groups;
    return [
      {
        rule,
        severity: "error" as const,
        file,
        line: Number(at.groups.line ?? 1),
        column: Number(at.groups.column ?? 1),
        pointer: "",
        message: [message, ...rest.slice(0, end < 0 ? undefined : end).map((more) => more.trim())].join(" "),
      },
    ];
  });
}

// One for each file that could not be written, though the cause is the same.
const CANNOT_WRITE = "TS5033";

/** Codes of the system's errors by the words that the compiler has for them. */
const SYSTEM_CODES: Readonly<Record<string, string>> = {
  "no space left on device": "ENOSPC",
  "disk quota exceeded": "EDQUOT",
  "file too large": "EFBIG",
  "read-only file system": "EROFS",
  "permission denied": "EACCES",
  "operation not permitted": "EPERM",
  "is a directory": "EISDIR",
  "not a directory": "ENOTDIR",
  "file exists": "EEXIST",
};

/** The compiler's `Could not write file 'x': mkdir y: read-only file system.` as an error of the file system. */
export function writeError(message: string): Error {
  const at = /^.*?': (?<syscall>\w+) (?<path>.+): (?<reason>[\w -]+)\.$/.exec(message)?.groups;
  const code = SYSTEM_CODES[at?.reason ?? ""];
  const error = new Error(message);
  return at?.path === undefined || code === undefined
    ? error
    : Object.assign(error, { code, path: display(at.path), syscall: at.syscall });
}

function display(path: string): string {
  return relative(process.cwd(), path).split(sep).join("/");
}

function run(command: string, args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}
