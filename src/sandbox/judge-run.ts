import { behaviours, type Verdict } from "./behaviours.ts";
import type { CheckRun } from "./check-plan.ts";
import type { BehaviourReport, Report } from "./report.ts";

/** How a run of a client's command ended. */
export interface RunEnd {
  /** Exit status; undefined when it was stopped because it went on for too long. */
  status: number | undefined;
  /** Real time, in s. */
  seconds: number;
  /** What the world of the run saw. */
  report: Report;
}

const FALSE_SUCCESS = "claims-no-false-success";

/** The behaviours that a check of a client's command shows, in their order. */
const titles: ReadonlyMap<string, string> = new Map([
  ...behaviours.map(({ id, title }) => [id, title] as const),
  [FALSE_SUCCESS, "calls HTML, cut and empty bodies no success"],
]);

/** What one run of a client's command shows of the behaviour that it is about. */
export function judgeRun({ behaviour, scenarios, mustFail }: CheckRun, end: RunEnd): Verdict {
  const { status, seconds, report } = end;
  const failed = (because: string): Verdict => ({ result: "failed", because });
  const passed = (because: string): Verdict => ({ result: "passed", because });
  if (report.requests === 0) {
    return failed("sent no request: the command must create one ticket at CSTAR_BASE_URL");
  }
  if (status === undefined) return failed(`still ran after ${seconds.toFixed(0)} s, and was stopped`);
  if (mustFail && status === 0)
    return failed(`said that it succeeded, under ${scenarios.join(", ") || "a refusal"}`);
  if (behaviour === FALSE_SUCCESS) return passed("said that it failed");
  if (behaviour === "ends-when-stalled") return passed(`ended after ${seconds.toFixed(1)} s`);
  const row = report.behaviours.find(({ id }) => id === behaviour);
  return row ? { result: row.result, because: row.because } : failed("nothing was seen");
}

/** One row per behaviour, which fails when one of its runs does. */
export function collectRuns(runs: readonly { run: CheckRun; verdict: Verdict }[]): BehaviourReport[] {
  return [...titles].flatMap(([id, title]) => {
    const own = runs.filter(({ run }) => run.behaviour === id).map(({ verdict }) => verdict);
    const worst = own.find(({ result }) => result === "failed") ?? own[0];
    return worst ? [{ id, title, ...worst }] : [];
  });
}
