import type { LogEntry } from "./log.ts";

/** `not seen`: nothing happened that would have shown it. */
export interface Verdict {
  result: "passed" | "failed" | "not seen";
  /** What was seen, in a sentence. */
  because: string;
}

/** Something that a client should do, judged by the requests that it sent. */
export interface Behaviour {
  id: string;
  title: string;
  judge(log: readonly LogEntry[], now: number): Verdict;
}

/** Timers of clients and of this sandbox do not agree to the millisecond. */
const TOLERANCE = 50;

/** More requests than this for one call are a storm. */
const MOST_ATTEMPTS = 5;

/** How long a body may stall until a client should have given up, in ms. */
const PATIENCE = 150_000;

export const behaviours: readonly Behaviour[] = [
  {
    id: "waits-for-retry-after",
    title: "waits as long as Retry-After says",
    judge: (log) =>
      overAll(
        log.filter(({ retryAfter, abandoned }) => retryAfter !== undefined && abandoned === undefined),
        (entry) => {
          const next = repeatOf(entry, log);
          const seconds = entry.retryAfter ?? 0;
          if (next === undefined) return passed(`was told to wait ${seconds} s, and sent no further request`);
          const waited = next.arrived - (entry.ended ?? entry.arrived);
          const text = `was told to wait ${seconds} s, and waited ${(waited / 1000).toFixed(1)} s`;
          return waited + TOLERANCE >= seconds * 1000 ? passed(text) : failed(text);
        },
      ),
  },
  {
    id: "repeats-no-refusal",
    title: "does not repeat what was refused",
    judge: (log) =>
      overAll(
        log.filter(({ retry, abandoned }) => retry === "never" && abandoned === undefined),
        (entry) =>
          repeatOf(entry, log)
            ? failed(`repeated a request that got ${entry.code}`)
            : passed(`did not repeat a request that got ${entry.code}`),
      ),
  },
  {
    id: "one-idempotency-key",
    title: "sends one Idempotency-Key on all attempts of a write",
    judge: (log) =>
      overAll(
        calls(log.filter(takesKey)).filter(([first]) => first && isTemporary(first)),
        (attempts) => {
          const keys = new Set(attempts.map(({ idempotencyKey }) => idempotencyKey));
          if (attempts.length === 1) return passed("did not repeat a write that failed");
          if (keys.has(undefined)) return failed("repeated a write without an Idempotency-Key");
          return keys.size === 1
            ? passed(`sent the same Idempotency-Key ${attempts.length} times`)
            : failed(`sent ${keys.size} different Idempotency-Keys for one write`);
        },
      ),
  },
  {
    id: "doubles-no-write",
    title: "doubles no write when the response is lost",
    judge: (log) =>
      overAll(
        calls(log).filter((attempts) => attempts.some(isLost)),
        (attempts) => {
          const effects = attempts.filter(({ effect }) => effect).length;
          return effects > 1
            ? failed(`made one write take effect ${effects} times`)
            : passed(`sent the write ${attempts.length} times, and it took effect once`);
        },
      ),
  },
  {
    id: "follows-no-redirect",
    title: "follows no redirect with its key",
    judge(log) {
      if (!log.some(({ faultEffect }) => faultEffect === "redirect")) return notSeen;
      const followed = log.find(({ redirected, key }) => redirected && key !== undefined);
      return followed
        ? failed("sent its key to the address of a redirect")
        : passed("did not send its key on");
    },
  },
  {
    id: "ends-when-stalled",
    title: "ends when a body stalls",
    judge: (log, now) =>
      overAll(
        log.filter(({ faultEffect }) => faultEffect === "stall"),
        (entry) => {
          const waited = ((entry.abandoned ?? now) - entry.arrived) / 1000;
          if (entry.abandoned !== undefined) return passed(`gave up after ${waited.toFixed(1)} s`);
          return waited * 1000 > PATIENCE ? failed(`still waits after ${waited.toFixed(0)} s`) : notSeen;
        },
      ),
  },
  {
    id: "does-not-storm",
    title: "does not storm when everything fails",
    judge: (log) =>
      overAll(
        calls(log).filter((attempts) => attempts.every(isTemporary)),
        (attempts) => {
          const text = `sent ${attempts.length} ${attempts.length === 1 ? "request" : "requests"} for one call`;
          return attempts.length > MOST_ATTEMPTS ? failed(text) : passed(text);
        },
      ),
  },
];

const notSeen: Verdict = { result: "not seen", because: "nothing happened that would have shown it" };

function passed(because: string): Verdict {
  return { result: "passed", because };
}

function failed(because: string): Verdict {
  return { result: "failed", because };
}

/** The worst verdict of several; not seen when there is none. */
function overAll<T>(cases: readonly T[], judge: (one: T) => Verdict): Verdict {
  const verdicts = cases.map(judge);
  const worst = (result: Verdict["result"]) => verdicts.find((verdict) => verdict.result === result);
  return worst("failed") ?? worst("passed") ?? notSeen;
}

/** Attempts of one call: the same request again, as long as the one before it failed. */
function calls(log: readonly LogEntry[]): LogEntry[][] {
  const open = new Map<string, LogEntry[]>();
  const all: LogEntry[][] = [];
  for (const entry of log) {
    if (entry.redirected) continue;
    const known = open.get(entry.sent);
    if (known && isUnhappy(known.at(-1))) known.push(entry);
    else {
      const begun = [entry];
      all.push(begun);
      open.set(entry.sent, begun);
    }
  }
  return all;
}

function repeatOf(entry: LogEntry, log: readonly LogEntry[]): LogEntry | undefined {
  return log.find((other) => other.arrived > entry.arrived && other.sent === entry.sent);
}

const takesKey = ({ method }: LogEntry): boolean => method === "POST" || method === "PATCH";

/** Whether the client did not get the success of the contract. */
function isUnhappy(entry: LogEntry | undefined): boolean {
  return entry?.faultEffect !== undefined || isFailed(entry);
}

function isFailed(entry: LogEntry | undefined): boolean {
  return (entry?.status ?? 500) >= 400;
}

function isLost({ faultEffect, effect }: LogEntry): boolean {
  return effect === true && faultEffect !== undefined && faultEffect !== "delay";
}

/** Whether a later attempt might have succeeded. */
function isTemporary(entry: LogEntry): boolean {
  return isUnhappy(entry) && entry.retry !== "never" && entry.faultEffect !== "delay";
}
