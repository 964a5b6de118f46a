import { writeFileSync } from "node:fs";
import { percent, printTable } from "../support.ts";
import { drawChart } from "./chart.ts";
import { attemptsPerCall, type Played, peakShare, simulate, success } from "./index.ts";
import type { Outcome } from "./run.ts";

const head = ["", "attempts/call", "success", "back in same 20 ms", "recovered after"];

/** Plays, prints every figure and writes the chart of the guide. */
export function reportSimulation(): void {
  const played = simulate();
  const sections: [string, (one: Played) => Outcome][] = [
    ["Simulation: outage, 20 calls of one process", ({ outage }) => outage[20]],
    ["Simulation: outage, 100 calls of one process", ({ outage }) => outage[100]],
    ["Simulation: outage, 1,000 calls of one process", ({ outage }) => outage[1000]],
    ["Simulation: 10,000 clients fail at once", ({ herd }) => herd],
    ["Simulation: outage of 10 s at 80 % load", ({ loaded }) => loaded],
    ["Simulation: outage, 20 times 200 calls at once", ({ outageInBursts }) => outageInBursts],
    ["Simulation: 5 % of all requests fail", ({ flaky }) => flaky[5]],
    ["Simulation: 20 % of all requests fail", ({ flaky }) => flaky[20]],
    ["Simulation: 50 % of all requests fail", ({ flaky }) => flaky[50]],
    ["Simulation: 10 connections of a process break at once", ({ burst }) => burst[10]],
    ["Simulation: 50 connections of a process break at once", ({ burst }) => burst[50]],
    ["Simulation: 200 connections of a process break at once", ({ burst }) => burst[200]],
  ];
  for (const [title, pick] of sections) {
    printTable(
      title,
      head,
      played.map((one) => [one.policy, ...figures(pick(one))]),
    );
  }
  writeFileSync(new URL("../../../docs/retry-simulation.svg", import.meta.url), drawChart(played));
  console.log("\nChart: docs/retry-simulation.svg");
}

function figures(outcome: Outcome): string[] {
  const { recovery } = outcome;
  return [
    attemptsPerCall(outcome).toFixed(2),
    `${(100 * success(outcome)).toFixed(2)} %`,
    percent(peakShare(outcome)),
    recovery === undefined ? "-" : `${(recovery / 1000).toFixed(2)} s`,
  ];
}
