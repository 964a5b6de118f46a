import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { root } from "../contract/project.ts";

const head = `import { errorResponse, withErrors, type ErrorCode } from "../../src/entries/server.ts";\ndeclare const any: ErrorCode;\n`;
const inHandler = (statement: string) => `withErrors("createTicket", (_, { fail }) => { ${statement} });`;

/** The first message of the compiler about a program. */
function firstMessage(program: string): string {
  const file = join(root, "test/server/program.ts");
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file
      ? ts.createSourceFile(name, head + program, ts.ScriptTarget.ES2023)
      : getSourceFile(name, ...rest);
  const compiled = ts.createProgram([file], options, host);
  const [first] = compiled.getSemanticDiagnostics(compiled.getSourceFile(file));
  return first ? ts.flattenDiagnosticMessageText(first.messageText, "\n") : "";
}

describe("The compiler's message begins with the code that", () => {
  it.each([
    [
      "the operation does not declare",
      inHandler('throw fail("resource_not_found");'),
      '"resource_not_found"',
    ],
    [
      "the operation does not declare, whatever its details",
      inHandler('throw fail("resource_conflict", { param: "a" });'),
      '"resource_conflict"',
    ],
    ["does not exist", 'errorResponse("teapot");', '"teapot"'],
  ])("%s", (_, program, code) => {
    expect(firstMessage(program)).toMatch(new RegExp(`^Argument of type '${code}' is not assignable`));
  });

  it("tells what to do about a code that may be any", () => {
    expect(firstMessage("errorResponse(any);")).toContain('"name the code, or the few codes that it can be"');
  });

  it("says nothing about what is right", () => {
    expect(firstMessage(inHandler('throw fail("parameter_missing", { param: "title" });'))).toBe("");
  });
});
