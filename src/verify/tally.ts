import type { ConformanceFacts, Problem, RuleId } from "../conformance/index.ts";
import type { NotJudged } from "./body.ts";
import {
  type CodeCount,
  type Finding,
  type FindingGroup,
  groupKey,
  type Skipped,
  sortedObject,
  sortGroups,
  type VerifyReport,
} from "./report.ts";

/** Where a record stands. */
export interface RecordPlace {
  record: number;
  source?: string | undefined;
}

/** A checked record. */
export interface Judged extends RecordPlace {
  problems: readonly Problem[];
  isError: boolean;
  operation?: string | undefined;
  /** The word in the place of the code; not necessarily one of the contract's. */
  code?: string | undefined;
  requestId?: string | undefined;
}

/** Counts everything, and keeps what fits into bounded memory. */
export interface Tally {
  record(): void;
  skip(reason: Skipped): void;
  leaveUnjudged(reason: NotJudged): void;
  add(judged: Judged): void;
  report(): Omit<VerifyReport, "hints">;
}

/** Unknown codes are counted by their own words, up to this many. */
const MAX_WORDS = 1000;
/** Ids of requests that are kept for each group of findings. */
const SAMPLES = 3;

export function createTally(facts: ConformanceFacts, maxFindings: number): Tally {
  const total = { records: 0, skipped: 0, errors: 0, conforming: 0, notTheApi: 0 };
  const [skippedBy, notJudged, byRule, notes] = [counter(), counter(), counter(), counter()];
  const byCode = new Map<string, CodeCount>();
  const called = new Set<string>();
  const groups = new Map<string, FindingGroup>();
  const findings: Finding[] = [];

  const countCode = (code: string, isConforming: boolean) => {
    const known = byCode.get(code);
    if (known) {
      known.seen++;
      if (isConforming) known.conforming++;
    } else if (byCode.size < MAX_WORDS || Object.hasOwn(facts.errors, code)) {
      byCode.set(code, { seen: 1, conforming: isConforming ? 1 : 0 });
    }
  };

  const addFault = (problem: Problem, { record, source, requestId }: Judged) => {
    byRule.add(problem.rule);
    const key = groupKey(problem);
    const group = groups.get(key);
    if (group === undefined || findings.length < maxFindings) {
      const finding = toFinding(problem, { record, source, requestId });
      if (findings.length < maxFindings) findings.push(finding);
      if (group === undefined) {
        const { rule, code, operation } = finding;
        const about = { ...(code !== undefined && { code }), ...(operation !== undefined && { operation }) };
        const requestIds = requestId === undefined ? [] : [requestId];
        groups.set(key, { rule, ...about, count: 1, requestIds, first: finding });
        return;
      }
    }
    group.count++;
    const { requestIds } = group;
    const isNew = requestId !== undefined && requestIds.length < SAMPLES && !requestIds.includes(requestId);
    if (isNew) requestIds.push(requestId);
  };

  return {
    record() {
      total.records++;
    },
    skip(reason) {
      total.skipped++;
      skippedBy.add(reason);
    },
    leaveUnjudged: (reason) => notJudged.add(reason),
    add(judged) {
      const { problems, isError, operation, code } = judged;
      if (operation !== undefined) called.add(operation);
      if (isError) total.errors++;
      let faults = 0;
      for (const problem of problems) {
        if (problem.severity === "note") notes.add(problem.rule);
        else {
          faults++;
          addFault(problem, judged);
        }
      }
      if (faults === 0) total.conforming++;
      else if (isNotTheApi(problems)) total.notTheApi++;
      if (code !== undefined) countCode(code, faults === 0);
    },
    report: () => ({
      contract: facts.version,
      ...total,
      skippedBy: skippedBy.counts(),
      findings: [...findings],
      groups: sortGroups(
        [...groups.values()].map((group) => ({ ...group, requestIds: [...group.requestIds] })),
      ),
      byRule: byRule.counts(),
      byCode: sortedObject(byCode),
      neverSeen: Object.keys(facts.errors).filter((code) => !byCode.has(code)),
      neverCalled: facts.operations.map(({ id }) => id).filter((id) => !called.has(id)),
      notes: notes.counts(),
      notJudged: notJudged.counts(),
    }),
  };
}

/** A status that the operation does not know, and nothing of the envelope: somebody before the API answered. */
function isNotTheApi(problems: readonly Problem[]): boolean {
  const rules = new Set<RuleId>(problems.map(({ rule }) => rule));
  return rules.has("undeclared-status") && [...rules].every((rule) => OF_OTHERS.has(rule));
}

const OF_OTHERS: ReadonlySet<RuleId> = new Set([
  ...(["undeclared-status", "not-json", "not-envelope", "header-missing", "media-type"] as const),
  ...(["retry-after-missing", "retry-after-date"] as const),
]);

function toFinding(
  problem: Problem,
  { record, source, requestId }: RecordPlace & { requestId?: string | undefined },
): Finding {
  const { rule, pointer, expected, actual, message, code, operation } = problem;
  return {
    ...{ rule, pointer, expected, actual, message, record },
    ...(source !== undefined && { source }),
    ...(code !== undefined && { code }),
    ...(operation !== undefined && { operation }),
    ...(requestId !== undefined && { requestId }),
  };
}

function counter() {
  const counts = new Map<string, number>();
  return {
    add(key: string) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    counts: () => sortedObject(counts),
  };
}
