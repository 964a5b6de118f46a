import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Copy } from "../copy.ts";
import { type Fact, factsIn, MISTAKES, type Mistake, mutantOf } from "./mutants.ts";
import { contract, readText } from "./project.ts";
import { changed, lint, shortCopy } from "./short-copy.ts";

vi.setConfig({ testTimeout: 1_200_000 });

// Every fact of every code is put wrong, in one way for each code, so that each fact is put wrong in every way in some code.
// Lint has to say so once, on the line where it was done.

let copy: Copy;
beforeAll(() => {
  copy = shortCopy();
});
afterAll(() => copy.dispose());

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
  expect(await lint(copy)).toEqual([]);
});

const codes = contract.errors.map(({ code, param }, index) => ({ code, param, index }));

describe.each(codes)("of $code", ({ code, param, index }) => {
  const file = `openapi/errors/${code}.yaml`;
  const text = readText(file);
  const facts = factsIn(text).map((fact, at) => {
    const mistakes = MISTAKES.filter((mistake) => mistake !== "repeated" && !isFine(fact, mistake, param));
    const mutants = mistakes.flatMap((mistake) => mutantOf(text, fact, mistake) ?? []);
    const mutant = mutants[(index + at) % mutants.length];
    return [fact.keys.join("/"), mutant?.mistake ?? "", fact, mutant] as const;
  });

  test.each(facts)("%s %s is found once, where it stands", async (_, mistake, fact, mutant) => {
    if (mutant === undefined) throw new Error("There is no way in which it can be wrong.");
    const found = await changed(copy, file, mutant.text, lint);
    expect(found).toEqual([expect.objectContaining({ file, severity: "error" })]);
    const isGone = typeof fact.value === "object" && !Array.isArray(fact.value) && mistake === "emptied";
    const isThere = mistake !== "removed" && mistake !== "misnamed" && !isGone;
    if (isThere) expect([fact.line, fact.line + 1]).toContain(found[0]?.line);
  });
});
