import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawChart } from "../bench/simulation/chart.ts";
import { attemptsPerCall, type Played, peakShare, simulate, success } from "../bench/simulation/index.ts";

const played = simulate();
const own = played.find(({ policy }) => policy === "this client") as Played;
const others = played.filter((one) => one !== own);

test("In a full outage the client sends at most ten retries, however many calls fail", () => {
  expect(attemptsPerCall(own.outage[20])).toBe(1.5);
  expect(attemptsPerCall(own.outage[100])).toBe(1.1);
  expect(attemptsPerCall(own.outage[1000])).toBe(1.01);
});

test("Of 10,000 clients that fail at once, fewer come back together than with any other policy", () => {
  expect(success(own.herd)).toBe(1);
  for (const other of others) expect(peakShare(own.herd)).toBeLessThan(peakShare(other.herd));
});

test("After an outage under load nothing that the client sends fails any more", () => {
  expect(own.loaded.recovery).toBe(0);
});

test("With 5 % of all requests failing, 99.9 % of the calls still succeed", () => {
  expect(success(own.flaky)).toBeGreaterThan(0.999);
});

test("The chart of the guide is the one that the simulation draws", () => {
  const committed = readFileSync(new URL("../../docs/retry-simulation.svg", import.meta.url), "utf8");
  expect(committed, "run `npm run bench -- simulation`").toBe(drawChart(played));
});
