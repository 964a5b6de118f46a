import { readdirSync } from "node:fs";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { contract, readText, root } from "./project.ts";

// What the contract names, no program names: that is why a new code, type or operation needs no change of a program.
const folders = ["scripts", "src/errors", "src/client", "src/contract", "src/document", "src/rules"];
const files = folders.flatMap((folder) =>
  readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`),
);

const names = [
  ...contract.errors.map(({ code }) => code),
  ...contract.types.map(({ type }) => type),
  ...contract.operations.map(({ id }) => id),
  // With the slash: `messages` alone is a word like any other.
  ...contract.operations
    .flatMap(({ path }) => path.split("/").filter((part) => part !== ""))
    .map((part) => `/${part}`),
];

/** The names that stand in identifiers, strings, templates and patterns; comments may give examples. */
function namesIn(text: string): string[] {
  const words = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node)) {
      for (const word of node.text.match(/\/?[\w{}]+/g) ?? []) words.add(word).add(word.replace("/", ""));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest));
  return names.filter((name) => words.has(name));
}

describe("no program names what the contract names", () => {
  test.each(files)("%s", (file) => {
    expect(namesIn(readText(file))).toEqual([]);
  });

  test.each([...new Set(names)])(
    "%s would be found in a string, a template and a pattern, and not in a comment",
    (name) => {
      for (const text of [`"${name}"`, `\`x ${name}\``, `\`x \${y} ${name}\``])
        expect(namesIn(text)).toContain(name);
      if (/^\w+$/.test(name)) expect(namesIn(`/^${name}$/`)).toContain(name);
      expect(namesIn(`// ${name}\n/* ${name} */`)).toEqual([]);
    },
  );
});
