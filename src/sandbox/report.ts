import { type Behaviour, behaviours, type Verdict } from "./behaviours.ts";
import type { LogEntry } from "./log.ts";

/** What a client did, held against how a client should behave. */
export interface Report {
  world: string;
  /** Requests of the API that were seen. */
  requests: number;
  passed: number;
  failed: number;
  /** Behaviours that nothing could be seen of. */
  notSeen: number;
  behaviours: BehaviourReport[];
  /** Faults that were asked for and hit nothing. */
  unfired: string[];
}

export interface BehaviourReport extends Verdict {
  id: string;
  title: string;
}

export interface Reported {
  world: string;
  log: readonly LogEntry[];
  unfired: string[];
  /** Real time, in ms, as in the log. */
  now: number;
}

export function createReport({ world, log, unfired, now }: Reported): Report {
  const rows = behaviours.map((behaviour) => judge(behaviour, log, now));
  const count = (result: Verdict["result"]) => rows.filter((row) => row.result === result).length;
  return {
    world,
    requests: log.filter(({ redirected }) => !redirected).length,
    passed: count("passed"),
    failed: count("failed"),
    notSeen: count("not seen"),
    behaviours: rows,
    unfired,
  };
}

function judge(
  { id, title, judge: judgeLog }: Behaviour,
  log: readonly LogEntry[],
  now: number,
): BehaviourReport {
  return { id, title, ...judgeLog(log, now) };
}
