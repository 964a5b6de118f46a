import { beforeAll, describe, expect, test } from "vitest";
import { badSamples, goodSamples, named } from "../contract/samples.ts";
import { compile, type Diagnostic, ownCompiler } from "./compile.ts";
import { exhaustivePrograms } from "./exhaustive.ts";
import { derivedPrograms, programName, samplePrograms, writtenPrograms } from "./programs.ts";

const written = [...writtenPrograms(), ...exhaustivePrograms()];
const derived = derivedPrograms();
const samples = samplePrograms();
const all = [...written, ...derived, ...samples];

// Both compilations are started at once; each describe waits for its own.
const compilations = (["nodenext", "bundler"] as const).map(
  (module) => [module, compile(all, { script: ownCompiler, module })] as const,
);

describe.each(compilations)("with TypeScript 5.9 and %s", (_, compilation) => {
  let found: Map<string, Diagnostic[]>;
  beforeAll(async () => {
    found = await compilation;
  });

  const codes = (name: string) => (found.get(name) ?? []).map(({ code }) => code);
  const texts = (name: string) => (found.get(name) ?? []).map(({ text }) => text);

  test("no error is outside of the programs", () => {
    const names = new Set(all.map(({ name }) => name));
    expect([...found].filter(([name]) => !names.has(name))).toEqual([]);
  });

  test.each(written.map(({ name, expected }) => [name, expected] as const))(
    "%s ends in %j",
    (name, expected) => {
      expect(codes(name), texts(name).join("\n")).toEqual(expected);
    },
  );

  test.each(derived.map(({ name }) => name))("%s: the types say exactly what the contract says", (name) => {
    expect(texts(name)).toEqual([]);
  });

  test.each(named(goodSamples()))("%s satisfies the types of its code and its operations", (path) => {
    expect(texts(programName(path))).toEqual([]);
  });

  test.each(named(badSamples()))("%s fails its types exactly if bad.json says so", (path) => {
    expect(texts(programName(path))).toEqual([]);
  });

  test("the payloads of the source page satisfy the types", () => {
    const page = samples.map(({ name }) => name).filter((name) => name.startsWith("sample-source-page"));
    expect(page).toHaveLength(4);
    expect(page.flatMap(texts)).toEqual([]);
  });
});
