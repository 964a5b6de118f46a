import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawChart } from "../bench/simulation/chart.ts";
import { attemptsPerCall, type Played, peakShare, simulate, success } from "../bench/simulation/index.ts";

const played = simulate();
const own = played.find(({ policy }) => policy === "this client") as Played;
const others = played.filter((one) => one !== own);

test("In a full outage the client sends no more retries than ten, or one per call in flight, however many calls fail", () => {
  for (const outcome of [...Object.values(own.outage), own.outageInBursts]) {
    const { attempts, calls, concurrency } = outcome;
    expect(attempts).toBeLessThanOrEqual(calls + Math.max(10, concurrency));
  }
  expect(own.outageInBursts).toMatchObject({ concurrency: 200, calls: 4000 });
  expect(attemptsPerCall(own.outage[1000])).toBeLessThan(1.05);
});

test.each([10, 50, 200] as const)(
  "When %i connections of a process break at once, no call is lost",
  (count) => {
    expect(own.burst[count]).toMatchObject({ calls: count, succeeded: count, concurrency: count });
  },
);

test("Of 10,000 clients that fail at once, fewer come back together than with any other policy", () => {
  expect(success(own.herd)).toBe(1);
  for (const other of others) expect(peakShare(own.herd)).toBeLessThan(peakShare(other.herd));
});

test("After an outage under load nothing that the client sends fails any more", () => {
  expect(own.loaded.recovery).toBe(0);
});

test.each([
  [5, 0.999, 1.06],
  [20, 0.99, 1.3],
  [50, 0.5, 1.4],
] as const)(
  "With %i %% of all requests failing, a share of %d of the calls still succeeds, at %d attempts a call",
  (share, succeeded, attempts) => {
    expect(success(own.flaky[share])).toBeGreaterThan(succeeded);
    expect(attemptsPerCall(own.flaky[share])).toBeLessThanOrEqual(attempts);
  },
);

test("The chart of the guide is the one that the simulation draws", () => {
  const committed = readFileSync(new URL("../../docs/retry-simulation.svg", import.meta.url), "utf8");
  expect(committed, "run `npm run bench -- simulation`").toBe(drawChart(played));
});
