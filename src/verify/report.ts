import type { Problem, RuleId } from "../conformance/index.ts";

/** Why a record was not checked at all. */
export type Skipped =
  | "foreign"
  | "no-response"
  | "not-a-record"
  | "not-modified"
  | "preflight"
  | "stream"
  | "success"
  | "unreadable";

/** One fault of one record. Nothing in it was in a header, a body or a query, save words of the contract and request ids. */
export interface Finding extends Pick<Problem, "rule" | "pointer" | "expected" | "actual" | "message"> {
  /** Which record of the input, from 1. */
  record: number;
  /** Which input, where there are several. */
  source?: string;
  code?: string;
  operation?: string;
  requestId?: string;
}

/** The findings of one rule about one code of one operation. */
export interface FindingGroup {
  rule: RuleId;
  code?: string;
  operation?: string;
  count: number;
  /** Where to look: at most three ids of requests. */
  requestIds: string[];
  /** The first of them. */
  first: Finding;
}

export interface CodeCount {
  seen: number;
  conforming: number;
}

/** What the check of traffic came to. Counts are complete; findings are the first ones. */
export interface VerifyReport {
  /** Version of the contract. */
  contract: string;
  /** All that was read. */
  records: number;
  /** Of these, what was not checked. */
  skipped: number;
  skippedBy: Partial<Record<Skipped, number>>;
  /** Checked, with a status of 400 and more. */
  errors: number;
  /** Checked, without a finding. */
  conforming: number;
  /** Checked, with a page of somebody before the API, such as a proxy. */
  notTheApi: number;
  findings: Finding[];
  groups: FindingGroup[];
  byRule: Partial<Record<RuleId, number>>;
  byCode: Record<string, CodeCount>;
  neverSeen: string[];
  neverCalled: string[];
  notes: Partial<Record<RuleId, number>>;
  notJudged: Record<string, number>;
  /** What may be wrong with the way in which the check was called. */
  hints: string[];
}

/** How many records were checked. */
export function checkedOf({ records, skipped }: Pick<VerifyReport, "records" | "skipped">): number {
  return records - skipped;
}

/** Adds up reports of parts of the same traffic, in any order. */
export function mergeReports(reports: readonly VerifyReport[], maxFindings = 1000): VerifyReport {
  const [first] = reports;
  if (first === undefined) throw new TypeError("There is no report to merge.");
  const sum = (read: (report: VerifyReport) => number) =>
    reports.reduce((total, report) => total + read(report), 0);
  const inAll = (read: (report: VerifyReport) => string[]) =>
    read(first).filter((name) => reports.every((report) => read(report).includes(name)));
  return {
    contract: first.contract,
    records: sum(({ records }) => records),
    skipped: sum(({ skipped }) => skipped),
    skippedBy: addCounts(reports.map(({ skippedBy }) => skippedBy)),
    errors: sum(({ errors }) => errors),
    conforming: sum(({ conforming }) => conforming),
    notTheApi: sum(({ notTheApi }) => notTheApi),
    findings: reports.flatMap(({ findings }) => findings).slice(0, maxFindings),
    groups: mergeGroups(reports.flatMap(({ groups }) => groups)),
    byRule: addCounts(reports.map(({ byRule }) => byRule)),
    byCode: mergeCodes(reports.map(({ byCode }) => byCode)),
    neverSeen: inAll(({ neverSeen }) => neverSeen),
    neverCalled: inAll(({ neverCalled }) => neverCalled),
    notes: addCounts(reports.map(({ notes }) => notes)),
    notJudged: addCounts(reports.map(({ notJudged }) => notJudged)),
    hints: [...new Set(reports.flatMap(({ hints }) => hints))],
  };
}

/** The key under which findings are one group. */
export function groupKey({
  rule,
  code = "",
  operation = "",
}: Pick<Finding, "rule" | "code" | "operation">): string {
  return `${rule} ${code} ${operation}`;
}

function mergeGroups(all: readonly FindingGroup[]): FindingGroup[] {
  const merged = new Map<string, FindingGroup>();
  for (const group of all) {
    const known = merged.get(groupKey(group));
    if (known) {
      known.count += group.count;
      known.requestIds = [...new Set([...known.requestIds, ...group.requestIds])].slice(0, 3);
    } else merged.set(groupKey(group), { ...group, requestIds: [...group.requestIds] });
  }
  return sortGroups([...merged.values()]);
}

/** The most frequent first. */
export function sortGroups(groups: FindingGroup[]): FindingGroup[] {
  const text = (group: FindingGroup) => groupKey(group);
  return groups.sort((a, b) => b.count - a.count || (text(a) < text(b) ? -1 : 1));
}

function addCounts<K extends string>(all: readonly Partial<Record<K, number>>[]): Record<K, number> {
  const total = new Map<string, number>();
  for (const counts of all) {
    for (const [key, count] of Object.entries<number | undefined>(counts)) {
      total.set(key, (total.get(key) ?? 0) + (count ?? 0));
    }
  }
  return sortedObject(total) as Record<K, number>;
}

function mergeCodes(all: readonly Record<string, CodeCount>[]): Record<string, CodeCount> {
  const total = new Map<string, CodeCount>();
  for (const codes of all) {
    for (const [code, { seen, conforming }] of Object.entries(codes)) {
      const known = total.get(code) ?? { seen: 0, conforming: 0 };
      total.set(code, { seen: known.seen + seen, conforming: known.conforming + conforming });
    }
  }
  return sortedObject(total);
}

/** An object whose order does not depend on what came first. */
export function sortedObject<T>(entries: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
