import { afterAll, beforeAll, expect, test } from "vitest";
import { type Copy, copyProject } from "../copy.ts";
import { allPrograms } from "./all-programs.ts";
import { compile, ownCompiler } from "./compile.ts";

// The other type tests read the sources; this one reads what is installed: compiled declarations, found by `exports`.
let copy: Copy;
beforeAll(async () => {
  copy = copyProject();
  const { status, stdout, stderr } = await copy.run("build");
  expect(status, stdout + stderr).toBe(0);
});
afterAll(() => copy.dispose());

test.each(["nodenext", "bundler"] as const)(
  "the built package gives every program the same types (%s)",
  async (module) => {
    const programs = allPrograms();
    const found = await compile(programs, { script: ownCompiler, module, installed: copy.folder });
    const wanted = programs.filter(({ expected }) => expected.length > 0);
    expect(
      Object.fromEntries([...found].map(([name, errors]) => [name, errors.map(({ code }) => code)])),
    ).toEqual(Object.fromEntries(wanted.map(({ name, expected }) => [name, expected])));
  },
);
