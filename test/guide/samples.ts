import { readFileSync } from "node:fs";

/** A program of the guide. */
export interface Sample {
  /** The word after `ts` at its fence. */
  name: string;
  code: string;
  /** What the guide says that it prints; undefined where it says nothing. */
  prints?: string;
}

const fence = /^```(\w+)(?: +(\S+))?\n([\s\S]*?)^```$/gm;
const PROGRAM = /^(?:[cm]?[jt]s|[jt]sx)$/;

/**
 * Every program of a guide; a text block that follows one is what it prints.
 * @throws when one has no name, or an output has no program: then no test could tell whether it is right.
 */
function readPrograms(guide: string): (Sample & { language: string })[] {
  const text = readFileSync(new URL(`../../docs/${guide}.md`, import.meta.url), "utf8");
  const programs: (Sample & { language: string })[] = [];
  let last: Sample | undefined;
  for (const [, language = "", name, code = ""] of text.matchAll(fence)) {
    if (PROGRAM.test(language)) {
      if (!name) throw new Error(`A block of the guide has no name:\n${code}`);
      const program = { language, name, code };
      programs.push(program);
      last = program;
    } else if (language === "text") {
      if (!last) throw new Error(`The guide shows an output of nothing:\n${code}`);
      last.prints = code;
      last = undefined;
    }
  }
  return programs;
}

/** The programs that need nothing but the package: those in TypeScript, by their names without an extension. */
export function readSamples(guide = "client-guide"): Sample[] {
  return readPrograms(guide)
    .filter(({ language }) => language === "ts")
    .map(({ language: _, name, ...sample }) => ({ ...sample, name: name.replace(/\.ts$/, "") }));
}

/** The programs that go with somebody else's tool, by their file names: those in any other dialect. */
export function readToolSamples(guide = "client-guide"): Map<string, Sample> {
  const others = readPrograms(guide).filter(({ language }) => language !== "ts");
  return new Map(others.map(({ language: _, ...sample }) => [sample.name, sample]));
}
