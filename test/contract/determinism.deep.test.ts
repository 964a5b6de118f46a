import { afterAll, beforeAll, expect, test } from "vitest";
import { type Copy, copyProject } from "../copy.ts";
import { readText } from "./project.ts";

// Two runs, each from a folder of its own and with another idea of language, time zone and home.
const places: NodeJS.ProcessEnv[] = [
  {
    TZ: "Pacific/Kiritimati",
    LANG: "tr_TR.UTF-8",
    LC_ALL: "tr_TR.UTF-8",
    NO_COLOR: "1",
    HOME: "/nonexistent",
  },
  { TZ: "America/St_Johns", LANG: "C", LC_ALL: "C", FORCE_COLOR: "1", CI: "true", USER: "somebody" },
];

const copies: Copy[] = [];
beforeAll(async () => {
  for (const env of places) {
    const copy = copyProject();
    copies.push(copy);
    for (const path of Object.keys(copy.files("generated"))) copy.remove(path);
    const { status, stdout, stderr } = await copy.run("build", env);
    expect(status, stdout + stderr).toBe(0);
  }
});
afterAll(() => {
  for (const copy of copies) copy.dispose();
});

test("both runs give the committed files, byte for byte", () => {
  for (const copy of copies) {
    const files = Object.entries(copy.files("generated"));
    expect(files.length).toBeGreaterThan(0);
    for (const [path, text] of files) expect(text === readText(path), path).toBe(true);
  }
});

test.each(["dist", "generated"])("both runs give the same bytes in %s, and name neither folder", (folder) => {
  const [one, other] = copies.map((copy) => copy.files(folder));
  expect(Object.keys(one ?? {})).toEqual(Object.keys(other ?? {}));
  for (const [path, text] of Object.entries(one ?? {})) {
    expect(text === other?.[path], path).toBe(true);
    for (const copy of copies) expect(text.includes(copy.folder), path).toBe(false);
  }
});
