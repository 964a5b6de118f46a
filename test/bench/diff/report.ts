import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { withTemporaryFiles } from "../../../src/cli/files.ts";
import { median, printTable } from "../support.ts";
import { type Edit, edits } from "./edits.ts";
import { createTools, REDOCLY_CONFIG, type Verdict } from "./tools.ts";

const published = readFileSync(new URL("../../../generated/openapi.json", import.meta.url), "utf8");

/** Entries and verdicts of the tools that compare two versions, on the same edits of this contract, and their time. */
export async function reportDiff(): Promise<void> {
  const tools = createTools((path) => readFileSync(path, "utf8"));
  const wrong = new Map<string, number>();
  const durations = new Map<string, number[]>();
  const rows: string[][] = [];
  for (const edit of edits) {
    const cells = await withTemporaryFiles(textsOf(edit), async (paths) => {
      const row: string[] = [];
      for (const [name, tool] of Object.entries(tools)) {
        const start = performance.now();
        const verdict = await tool(paths);
        durations.set(name, [...(durations.get(name) ?? []), performance.now() - start]);
        if (!isRight(verdict, edit)) wrong.set(name, (wrong.get(name) ?? 0) + 1);
        row.push(`${verdict.entries} ${verdict.step}${isRight(verdict, edit) ? "" : " (wrong)"}`);
      }
      return row;
    });
    rows.push([edit.name, edit.step, ...cells]);
  }
  const names = Object.keys(tools);
  rows.push(["wrong verdicts", "", ...names.map((name) => `${wrong.get(name) ?? 0} of ${edits.length}`)]);
  rows.push([
    "median time",
    "",
    ...names.map((name) => `${median(durations.get(name) ?? []).toFixed(0)} ms`),
  ]);
  printTable("Entries and step for one edit of the contract", ["edit", "right", ...names], rows);
}

/** Another way to write the same is right as nothing, or as words. */
function isRight({ step }: Verdict, edit: Edit): boolean {
  return step === edit.step || (edit.step === "none" && step === "patch");
}

function textsOf({ apply }: Edit) {
  const head = JSON.parse(published);
  apply(head);
  const text = JSON.stringify(head, null, 1);
  if (JSON.stringify(JSON.parse(published), null, 1) === text) throw new Error("The edit changes nothing.");
  return { "base.json": published, "head.json": text, "redocly.yaml": REDOCLY_CONFIG };
}
