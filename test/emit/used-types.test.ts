import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import { USED_TYPES } from "../../scripts/emit/client-models.ts";
import { root } from "../contract/project.ts";

/** Names that a module imports and, as far as it lists them, exports. */
function namesIn(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(root + path, "utf8"), ts.ScriptTarget.Latest, true);
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportSpecifier(node) || ts.isExportSpecifier(node)) names.push(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

test("no model can take a name that the package exports beside the models, or that the client needs itself", () => {
  const paths = ["src/entries/main.ts", "src/entries/errors.ts", "generated/client.ts"];
  const types = paths.flatMap(namesIn).filter((name) => /^[A-Z]/.test(name)); // the rest are values
  expect(types.filter((name) => !USED_TYPES.includes(name))).toEqual([]);
  expect(types.length).toBeGreaterThan(20);
});
