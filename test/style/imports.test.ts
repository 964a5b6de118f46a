import { expect, test } from "vitest";
import { importsOf } from "./imports.ts";

test.each([
  ['import a from "../x.ts";', "src/x.ts", false],
  ['import { type A } from "./x.ts";', "src/here/x.ts", false],
  ['import type { A } from "./x.ts";', "src/here/x.ts", true],
  ['import "./x.ts";', "src/here/x.ts", false],
  ['export * from "./x.ts";', "src/here/x.ts", false],
  ['export type * from "./x.ts";', "src/here/x.ts", true],
  ['const x = await import("./x.ts");', "src/here/x.ts", false],
  ['type X = import("./x.ts").X;', "src/here/x.ts", true],
  ['const x = require("pkg/sub");', "pkg/sub", false],
  ['import { readFileSync } from "node:fs";', "node:fs", false],
])("%s is found", (text, to, typeOnly) => {
  expect(importsOf("src/here/a.ts", `\n${text}`)).toEqual([{ from: "src/here/a.ts", to, line: 2, typeOnly }]);
});

test.each(["// import './x.ts'", "const s = \"import './x.ts'\";", "export const a = 1;"])(
  "%s is no import",
  (text) => {
    expect(importsOf("src/here/a.ts", text)).toEqual([]);
  },
);
