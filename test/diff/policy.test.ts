import { expect, test } from "vitest";
import { VERDICTS, type Verdict, WORSE } from "../../src/diff/index.ts";
import { readText } from "../contract/project.ts";

interface Row extends Verdict {
  id: string;
  /** The row is about the condition that makes the verdict worse. */
  worse: boolean;
}

/** The rows of all tables of the policy, one for each entry. */
const rows = readText("docs/policy-of-changes.md")
  .split("\n")
  .filter((line) => /^\| .*`[a-z-]+`.* \|$/.test(line))
  .flatMap((line): Row[] => {
    const [, , entries = "", running, compiled, bump] = line.split("|").map((cell) => cell.trim());
    const effect = (word: string | undefined) =>
      word === "breaks" ? "breaking" : word === "fine" ? "safe" : word;
    const verdict = { runtime: effect(running), types: effect(compiled), bump } as Verdict;
    return [...entries.matchAll(/`([a-z-]+)`( \([a-z]+\))?/g)].map(([, id = "", worse]) => ({
      id,
      worse: worse !== undefined,
      ...verdict,
    }));
  });

const inOrder = (list: readonly Row[]) =>
  [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

test("the policy of changes states every verdict of the diff, and no other", () => {
  const row =
    (worse: boolean) =>
    ([id, { runtime, types, bump }]: [string, Verdict]): Row => ({ id, worse, runtime, types, bump });
  const wanted = [...Object.entries(VERDICTS).map(row(false)), ...Object.entries(WORSE).map(row(true))];
  expect(inOrder(rows)).toEqual(inOrder(wanted));
});
