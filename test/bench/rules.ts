import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import core from "@stoplight/spectral-core";
import { parsedDocument } from "../../src/document/index.ts";
import { checkDocument } from "../../src/rules/check.ts";
import ruleset from "../../src/rules/index.ts";
import { synthetic } from "../rules/support/synthetic.ts";
import { median, printTable, times } from "./support.ts";

const RUNS = 7;

/** Time of the lint rules on our document, and on a synthetic one of 250 operations taken 1, 2 and 4 times. */
export async function reportRules(): Promise<void> {
  const bundle: unknown = JSON.parse(
    readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8"),
  );
  const documents: [string, unknown][] = [["our document", bundle]];
  for (const factor of [1, 2, 4]) documents.push([`${250 * factor} operations`, synthetic(250 * factor)]);
  const rows: string[][] = [];
  let first = 0;
  for (const [name, document] of documents) {
    const alone = await measure(() => check(document));
    const whole = await measure(() => lint(document));
    if (name === "250 operations") first = alone;
    const ratio = first === 0 ? "" : times(alone / first);
    rows.push([name, `${alone.toFixed(0)} ms`, ratio, `${whole.toFixed(0)} ms`]);
  }
  printTable(`Lint rules, median of ${RUNS}`, ["", "rules", "", "with Spectral"], rows);
}

function check(document: unknown): void {
  checkDocument(parsedDocument(document));
}

async function lint(document: unknown): Promise<void> {
  const spectral = new core.Spectral();
  spectral.setRuleset(ruleset);
  await spectral.run(document as Record<string, unknown>);
}

async function measure(run: () => void | Promise<void>): Promise<number> {
  const taken: number[] = [];
  for (let index = 0; index < RUNS; index++) {
    const start = performance.now();
    await run();
    taken.push(performance.now() - start);
  }
  return median(taken);
}
