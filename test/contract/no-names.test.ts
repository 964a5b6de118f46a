import { readdirSync } from "node:fs";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { contract, readText, root } from "./project.ts";

// What the contract names, no program names: that is why a new code, type or operation needs no change of a program.
const folders = ["scripts", "src/errors", "src/client", "src/contract"];
const files = folders.flatMap((folder) =>
  readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`),
);

const names = new Set([
  ...contract.errors.map(({ code }) => code),
  ...contract.types.map(({ type }) => type),
  ...contract.operations.map(({ id }) => id),
  ...contract.operations.flatMap(({ path }) => path.split("/").filter((part) => /^\w+$/.test(part))),
]);

/** Every word in identifiers, strings, templates and patterns; comments may give examples. */
function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node)) {
      for (const word of node.text.match(/\w+/g) ?? []) words.add(word);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest));
  return words;
}

describe("no program names what the contract names", () => {
  test.each(files)("%s", (file) => {
    expect([...wordsOf(readText(file))].filter((word) => names.has(word))).toEqual([]);
  });

  test("a name in a string, a template, a pattern or a key would be found, one in a comment is not", () => {
    const [code = ""] = names;
    for (const text of [
      `"${code}"`,
      `\`x ${code}\``,
      `\`x \${y} ${code}\``,
      `/${code}$/`,
      `({ ${code}: 1 })`,
    ]) {
      expect(wordsOf(text)).toContain(code);
    }
    expect(wordsOf(`// ${code}`)).not.toContain(code);
  });
});
