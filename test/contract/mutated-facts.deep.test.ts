import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { parse, stringify } from "yaml";
import { filesOf } from "../../scripts/disk.ts";
import { lintSource } from "../../scripts/source.ts";
import { openTree } from "../../src/document/index.ts";
import type { Finding } from "../../src/report/index.ts";
import { type Copy, copyFolders } from "../copy.ts";
import { type Fact, factsIn, MISTAKES, type Mistake, mutantOf } from "./fact-mutants.ts";
import { contract, readText } from "./project.ts";

vi.setConfig({ testTimeout: 1_200_000 });

// Every fact of every code is put wrong, in one way for each code, so that each fact is put wrong in every way in some code.
// Lint has to say so once, on the line where it was done.

let copy: Copy;
beforeAll(() => {
  copy = copyFolders("openapi", "redocly.yaml", ".spectral.yaml", "package.json");
  shorten();
});
afterAll(() => copy.dispose());

const entry = "openapi/openapi.yaml";

/** Leaves the operations on articles alone, which return all codes, so that a lint takes a third of the time. */
function shorten(): void {
  const document = parse(copy.read(entry));
  const paths = Object.entries(document.paths).filter(([path]) => path.includes("/articles"));
  document.paths = Object.fromEntries(paths);
  copy.write(entry, stringify(document, { lineWidth: 0 }));
  const { tree } = openTree(entry, copy.read);
  const unused = filesOf(copy.folder)
    .listFiles("openapi")
    .filter((path) => !tree.sources.has(`openapi/${path}`));
  for (const path of unused) copy.remove(`openapi/${path}`);
}

/** What lint says of the document with another text in one of its files. */
async function lintWith(file: string, text: string): Promise<Finding[]> {
  const original = copy.read(file);
  copy.write(file, text);
  try {
    return (await lintSource({ files: filesOf(copy.folder) })).findings;
  } finally {
    copy.write(file, original);
  }
}

/** Texts of people: another word is another text, not a mistake that a program could see. */
const PROSE = /^(?:title|description|x-causes\/.*|x-fixes\/.*|x-message\/.*|.*\/examples)$/;

/** Whether what a mistake makes of a fact is what somebody could have meant: then there is nothing to find. */
function isFine({ keys, value }: Fact, mistake: Mistake, param: string): boolean {
  const name = keys.join("/");
  if (mistake === "misspelt") return PROSE.test(name) || Array.isArray(value);
  if (mistake !== "removed") return false;
  const [first, item] = keys;
  if (typeof item === "number") return first !== "x-applies-to"; // of several, one less
  // What is optional: a text for the server, and a `param` of a code that does not demand one.
  return name === "x-message" || (param === "optional" && keys.includes("param"));
}

test("the document has no findings as it is", async () => {
  const { findings } = await lintSource({ files: filesOf(copy.folder) });
  expect(findings).toEqual([]);
});

const codes = contract.errors.map(({ code, param }, index) => ({ code, param, index }));

describe.each(codes)("of $code", ({ code, param, index }) => {
  const file = `openapi/errors/${code}.yaml`;
  const text = readText(file);
  const facts = factsIn(text).map((fact, at) => {
    const mistakes = MISTAKES.filter((mistake) => !isFine(fact, mistake, param));
    const mutants = mistakes.flatMap((mistake) => mutantOf(text, fact, mistake) ?? []);
    const mutant = mutants[(index + at) % mutants.length];
    return [fact.keys.join("/"), mutant?.mistake ?? "", fact, mutant] as const;
  });

  test.each(facts)("%s %s is found once, where it stands", async (_, mistake, fact, mutant) => {
    if (mutant === undefined) throw new Error("There is no way in which it can be wrong.");
    const found = await lintWith(file, mutant.text);
    expect(found).toEqual([expect.objectContaining({ file, severity: "error" })]);
    const isGone = typeof fact.value === "object" && !Array.isArray(fact.value) && mistake === "emptied";
    const isThere = mistake !== "removed" && mistake !== "misnamed" && !isGone;
    if (isThere) expect([fact.line, fact.line + 1]).toContain(found[0]?.line);
  });
});
