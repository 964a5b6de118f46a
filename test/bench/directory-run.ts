// Run by directory.ts in a process of its own, for some of the documents: what the reader and the error rules make of them.
import { readFileSync } from "node:fs";
import { openTree } from "../../src/document/index.ts";
import { checkDocument } from "../../src/rules/check.ts";

for (const file of readFileSync(0, "utf8")
  .split("\n")
  .filter((line) => line !== "")) {
  const start = process.cpuUsage();
  const text = readFileSync(file, "utf8");
  try {
    const { tree, findings: unopened } = openTree(file, (path) => {
      if (path === file) return text;
      throw new Error("each of these documents is one file");
    });
    const { findings, note } = checkDocument(tree, { isWhole: unopened.length === 0 });
    const { user, system } = process.cpuUsage(start);
    const rules: Record<string, number> = {};
    for (const { rule } of [...unopened, ...findings]) rules[rule] = (rules[rule] ?? 0) + 1;
    print({ file, bytes: text.length, seconds: (user + system) / 1e6, rules, note: note?.slice(0, 60) });
  } catch (error) {
    print({ file, bytes: text.length, crash: error instanceof Error ? error.stack : String(error) });
  }
}

function print(row: object): void {
  process.stdout.write(`${JSON.stringify(row)}\n`);
}
