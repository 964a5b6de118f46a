import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import { listFiles } from "../../scripts/disk.ts";
import { readContract } from "../../src/contract/index.ts";
import { loadTree } from "../../src/document/index.ts";

// What the contract names, no program names: that is why a new code, type or operation needs no change of a program.
// The server raises some errors by itself, the sandbox acts as this API does, and the help of a command gives examples.
const MAY_NAME = /^src\/(server|sandbox|cli\/(commands|sandbox))\//;

const files = ["scripts", "src"]
  .flatMap((folder) => listFiles(folder).map((file) => `${folder}/${file}`))
  .filter((file) => file.endsWith(".ts") && !MAY_NAME.test(file));

const { errors, types, operations } = readContract(
  loadTree("openapi/openapi.yaml", (file) => readFileSync(file, "utf8")),
);
const segments = operations.flatMap(({ path }) => path.split("/").filter((part) => part !== ""));
const names = new Set([
  ...errors.map(({ code }) => code),
  ...types.map(({ type }) => type),
  ...operations.map(({ id }) => id),
  ...segments.filter((part) => part.startsWith("{")).map((part) => part.slice(1, -1)),
  ...segments.map((part) => `/${part}`), // with the slash: `messages` alone is a word like any other
]);

interface Use {
  name: string;
  line: number;
}

/** The names that stand in identifiers, strings, templates and patterns; comments may give examples. */
function namesIn(text: string): Use[] {
  const source = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest, true);
  const uses: Use[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isStringLiteral(node) &&
      (ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent))
    )
      return; // the name of a file
    if (ts.isIdentifier(node) || ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node)) {
      const words = (node.text.match(/\/?[\w{}]+/g) ?? []).flatMap((word) => [word, word.replace("/", "")]);
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      uses.push(...[...new Set(words)].filter((word) => names.has(word)).map((name) => ({ name, line })));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

test("no code, type, operation or path of the contract is written down where it should be derived", () => {
  const found = files.flatMap((file) => {
    return namesIn(readFileSync(file, "utf8")).map(({ name, line }) => `${file}:${line} ${name}`);
  });
  expect(found).toEqual([]);
  expect(files.length).toBeGreaterThan(150);
  expect(names.size).toBeGreaterThan(40);
});

test("every name would be found in a string, a template and a pattern, and not in a comment", () => {
  for (const name of names) {
    const found = (text: string) => namesIn(text).map((use) => use.name);
    for (const text of [`"${name}"`, `\`x ${name}\``, `\`x \${y} ${name}\``])
      expect(found(text)).toContain(name);
    if (/^\w+$/.test(name)) expect(found(`/^${name}$/`)).toContain(name);
    expect(found(`// ${name}\n/* ${name} */`)).toEqual([]);
  }
});
