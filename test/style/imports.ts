import { readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import ts from "typescript";

/** One import of a module by another. */
export interface Import {
  /** File that imports, relative to the project. */
  from: string;
  /** File of the project, relative to it; else the specifier as written. */
  to: string;
  line: number;
  /** Gone when the module runs: `import type` and `export type`. */
  typeOnly: boolean;
}

/** All imports of a TypeScript file: static, re-exporting and dynamic. */
export function importsOf(file: string, text = readFileSync(file, "utf8")): Import[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const imports: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const to = specifier.text.startsWith(".") ? join(dirname(file), specifier.text) : specifier.text;
    const line = source.getLineAndCharacterOfPosition(specifier.getStart()).line + 1;
    imports.push({ from: file, to, line, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    // `import { type A }` keeps the import at run time under verbatimModuleSyntax; only `import type` takes it out.
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly === true);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node))
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    else if (ts.isCallExpression(node) && isLoader(node.expression)) add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

function isLoader(callee: ts.Expression): boolean {
  return (
    callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require")
  );
}
