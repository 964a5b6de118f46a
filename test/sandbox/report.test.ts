import { describe, expect, it } from "vitest";
import { behaviours } from "../../src/sandbox/behaviours.ts";
import { checkRuns } from "../../src/sandbox/check-plan.ts";
import { collectRuns, judgeRun, type RunEnd } from "../../src/sandbox/index.ts";
import type { LogEntry } from "../../src/sandbox/log.ts";
import { createReport } from "../../src/sandbox/report.ts";

/** A POST that arrived so many ms after the start, and took 10 ms. */
function post(arrived: number, more: Partial<LogEntry> = {}): LogEntry {
  const base = {
    requestId: "req_1",
    at: "",
    method: "POST",
    path: "/tickets",
    sent: "same",
    idempotencyKey: "k",
  };
  return { ...base, arrived, ended: arrived + 10, status: 201, ...more };
}

const limited = { status: 429, retry: "after", retryAfter: 2, faultEffect: "code" } as const;
const broken = { status: 500, retry: "backoff", faultEffect: "code" } as const;
const refused = { status: 401, retry: "never", code: "key_expired" } as const;
const lost = { status: 0, faultEffect: "reset", effect: true };
const judge = (log: LogEntry[], id: string, now = 1000) => {
  const report = createReport({ world: "w", log, unfired: [], now });
  return report.behaviours.find((row) => row.id === id);
};

describe("The report", () => {
  it.each<[string, string, string, LogEntry[]]>([
    ["waits-for-retry-after", "not seen", "nothing happened", [post(0)]],
    ["waits-for-retry-after", "passed", "waited 2.0 s", [post(0, limited), post(2010)]],
    [
      "waits-for-retry-after",
      "failed",
      "was told to wait 2 s, and waited 0.5 s",
      [post(0, limited), post(510)],
    ],
    ["waits-for-retry-after", "passed", "sent no further request", [post(0, limited)]],
    // Clocks do not agree to the millisecond: 50 too early is in time.
    ["waits-for-retry-after", "passed", "waited 1.9 s", [post(0, limited), post(1960)]],
    ["waits-for-retry-after", "failed", "waited 1.9 s", [post(0, limited), post(1959)]],
    ["waits-for-retry-after", "not seen", "nothing", [post(0, { ...limited, abandoned: 5 }), post(9)]],
    ["repeats-no-refusal", "passed", "did not repeat", [post(0, refused), post(50, { sent: "another" })]],
    [
      "repeats-no-refusal",
      "failed",
      "repeated a request that got key_expired",
      [post(0, refused), post(50, refused)],
    ],
    ["repeats-no-refusal", "not seen", "nothing", [post(0, { ...refused, abandoned: 5 }), post(50)]],
    ["one-idempotency-key", "passed", "the same Idempotency-Key 2 times", [post(0, broken), post(50)]],
    ["one-idempotency-key", "failed", "2 different", [post(0, broken), post(50, { idempotencyKey: "l" })]],
    ["one-idempotency-key", "failed", "without an Idempotency-Key", [post(0, broken), without(post(50))]],
    ["one-idempotency-key", "passed", "did not repeat", [without(post(0, broken))]],
    ["one-idempotency-key", "not seen", "nothing", [post(0), post(50)]],
    [
      "one-idempotency-key",
      "not seen",
      "nothing",
      [post(0, { ...broken, method: "GET" }), post(50, { ...broken, method: "GET" })].map(without),
    ],
    [
      "one-idempotency-key",
      "failed",
      "without an",
      [post(0, { ...broken, method: "PATCH" }), post(50, { method: "PATCH" })].map(without),
    ],
    ["doubles-no-write", "failed", "take effect 2 times", [post(0, lost), post(50, { effect: true })]],
    ["doubles-no-write", "passed", "took effect once", [post(0, lost), post(50, { replayed: true })]],
    ["doubles-no-write", "not seen", "nothing", [post(0, { effect: true }), post(50, { effect: true })]],
    ["follows-no-redirect", "passed", "did not send its key on", [post(0, { faultEffect: "redirect" })]],
    [
      "follows-no-redirect",
      "failed",
      "sent its key",
      [post(0, { faultEffect: "redirect" }), post(5, { redirected: true, key: "unknown" })],
    ],
    [
      "follows-no-redirect",
      "passed",
      "did not",
      [post(0, { faultEffect: "redirect" }), post(5, { redirected: true })],
    ],
    [
      "ends-when-stalled",
      "passed",
      "gave up after 0.5 s",
      [post(0, { faultEffect: "stall", abandoned: 500 })],
    ],
    ["ends-when-stalled", "not seen", "nothing", [post(0, { faultEffect: "stall" })]],
    ["does-not-storm", "passed", "sent 5 requests", Array.from({ length: 5 }, (_, n) => post(n, broken))],
    ["does-not-storm", "failed", "sent 6 requests", Array.from({ length: 6 }, (_, n) => post(n, broken))],
    ["does-not-storm", "not seen", "nothing", [post(0, broken), post(50)]],
    [
      "does-not-storm",
      "failed",
      "sent 6 requests",
      [post(0), ...Array.from({ length: 6 }, (_, n) => post(n + 1, broken))],
    ],
    ["does-not-storm", "passed", "sent 1 request ", [post(0, { status: 400 })]],
    ["does-not-storm", "passed", "sent 1 request ", [post(0, { faultEffect: "empty" })]],
    ["does-not-storm", "passed", "sent 1 request ", [unanswered(post(0))]],
    ["does-not-storm", "not seen", "nothing", [post(0, refused)]],
    ["does-not-storm", "not seen", "nothing", [post(0, { faultEffect: "delay" })]],
    ["does-not-storm", "not seen", "nothing", [post(0, { ...broken, redirected: true })]],
    ["doubles-no-write", "not seen", "nothing", [post(0, { effect: true, faultEffect: "delay" })]],
    [
      "doubles-no-write",
      "not seen",
      "nothing",
      [post(0, { faultEffect: "reset" }), post(9, { effect: true })],
    ],
  ])("of %s is %s: %s", (id, result, because, log) => {
    expect(judge(log, id)).toMatchObject({ result, because: expect.stringContaining(because) });
  });

  it("of a stall that nobody ends is failed in the end", () => {
    const log = [post(0, { faultEffect: "stall" })];
    expect(judge(log, "ends-when-stalled", 150_000)).toMatchObject({ result: "not seen" });
    expect(judge(log, "ends-when-stalled", 150_001)).toMatchObject({
      result: "failed",
      because: "still waits after 150 s",
    });
  });

  it("names the worst that was seen", () => {
    const log = [
      post(0, limited),
      post(2010),
      post(5000, { ...limited, sent: "b" }),
      post(5020, { sent: "b" }),
    ];
    expect(judge(log, "waits-for-retry-after")?.result).toBe("failed");
  });

  it("counts", () => {
    const report = createReport({
      world: "w",
      log: [post(0, lost), post(50, { effect: true })],
      unfired: ["x"],
      now: 0,
    });
    expect(report).toMatchObject({ world: "w", requests: 2, passed: 1, failed: 1, unfired: ["x"] });
    expect(report.passed + report.failed + report.notSeen).toBe(behaviours.length);
  });
});

function unanswered({ status: _, ...entry }: LogEntry): LogEntry {
  return entry;
}

function without({ idempotencyKey: _, ...entry }: LogEntry): LogEntry {
  return entry;
}

describe("The check of a command", () => {
  const end = (log: LogEntry[], more: Partial<RunEnd> = {}): RunEnd => ({
    ...{ status: 0, seconds: 1.25 },
    report: createReport({ world: "w", log, unfired: [], now: 0 }),
    ...more,
  });
  const unseen = { ...end([post(0)]).report, behaviours: [] };
  const run = (behaviour: string) => {
    const found = checkRuns.find((one) => one.behaviour === behaviour);
    if (found === undefined) throw new Error(`No run shows ${behaviour}.`);
    return found;
  };

  it("has a run for every behaviour that is reported, and no other", () => {
    const shown = [...new Set(checkRuns.map(({ behaviour }) => behaviour))];
    const reported = [...behaviours.map(({ id }) => id), "claims-no-false-success"];
    expect(shown.sort()).toEqual(reported.sort());
  });

  it.each<[string, RunEnd, string, string]>([
    [
      "doubles-no-write",
      end([]),
      "failed",
      "sent no request: the command must create one ticket at CSTAR_BASE_URL",
    ],
    [
      "doubles-no-write",
      end([post(0, lost), post(9)], { status: undefined, seconds: 150 }),
      "failed",
      "still ran after 150 s",
    ],
    ["doubles-no-write", end([post(0, lost), post(9)]), "passed", "took effect once"],
    ["claims-no-false-success", end([post(0)]), "failed", "said that it succeeded, under html-200"],
    ["claims-no-false-success", end([post(0)], { status: 1 }), "passed", "said that it failed"],
    ["ends-when-stalled", end([post(0)], { status: 1 }), "passed", "ended after 1.3 s"],
    [
      "does-not-storm",
      end([post(0, broken)], { status: 0 }),
      "failed",
      "said that it succeeded, under gateway-down",
    ],
    ["repeats-no-refusal", end([post(0, refused)], { status: 0 }), "failed", "under a refusal"],
    ["doubles-no-write", { ...end([post(0)]), report: unseen }, "failed", "nothing was seen"],
  ])("judges %s by requests, time and exit status", (behaviour, ended, result, because) => {
    expect(judgeRun(run(behaviour), ended)).toMatchObject({
      result,
      because: expect.stringContaining(because),
    });
  });

  it("has one row per behaviour, which the worst of its runs decides", () => {
    const runs = checkRuns.map((one) => ({
      run: one,
      verdict: {
        result: one.scenarios[0] === "cut-body" ? ("failed" as const) : ("passed" as const),
        because: "b",
      },
    }));
    const rows = collectRuns(runs);
    expect(rows.filter(({ result }) => result === "failed").map(({ id }) => id)).toEqual([
      "claims-no-false-success",
    ]);
    expect(rows).toHaveLength(behaviours.length + 1);
  });
});
