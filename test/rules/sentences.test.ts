import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

const folder = new URL("./", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), "utf8");
const tests = readdirSync(folder)
  .filter((file) => file.endsWith(".test.ts"))
  .map(read);

// Several test files share the sentences of a rule, so none of them alone can tell that a row has lost its case.
test.each(readdirSync(new URL("sentences/", folder)))("%s has no row without a case", (file) => {
  const call = `describeRule("${file.replace(/\.yaml$/, "")}"`;
  const cases = tests.filter((text) => text.includes(call)).join("\n");
  const names = Object.keys(parse(read(`sentences/${file}`)));
  expect(names.filter((name) => !cases.includes(`${JSON.stringify(name)}: `))).toEqual([]);
});
