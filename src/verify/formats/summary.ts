import { count } from "../../report/words.ts";
import { checkedOf, type FindingGroup, type VerifyReport } from "../report.ts";

/** `1180 of 1204 records checked, 412 errors; 1169 conform (99.1 %)`. */
export function summaryLine(report: VerifyReport): string {
  const { records, errors, conforming } = report;
  const checked = checkedOf(report);
  const share = checked === 0 ? "" : ` (${percent(conforming / checked)})`;
  const conform = conforming === 1 ? "conforms" : "conform";
  return `${checked} of ${count(records, "record")} checked, ${count(errors, "error")}; ${conforming} ${conform}${share}`;
}

function percent(share: number): string {
  // Never rounded up to 100: a single fault in a million must show.
  const rounded = share === 1 ? "100" : (Math.floor(share * 10_000) / 100).toFixed(2);
  return `${rounded} %`;
}

/** The names, unless there are so many that nobody asked for them. */
function nameList(names: readonly string[], kind: string): string {
  return names.length > 8 ? `${names.length} ${kind}` : names.join(", ");
}

/** `3 preflight, 1 foreign`. */
export function countList(counts: Readonly<Record<string, number | undefined>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(", ");
}

/** The lines beside the findings, as name and value; only those that have something to say. */
export function factsOf(report: VerifyReport): [name: string, value: string][] {
  const { skippedBy, notJudged, notes, notTheApi, neverSeen, neverCalled, hints } = report;
  const facts: [string, string][] = [
    ["Skipped", countList(skippedBy)],
    ["Not judged", countList(notJudged)],
    ["Notes", countList(notes)],
    [
      "Not the API",
      notTheApi === 0 ? "" : `${count(notTheApi, "response")} came from something in front of it`,
    ],
    ["Never seen", nameList(neverSeen, "codes")],
    ["Never called", nameList(neverCalled, "operations")],
    ["Hint", hints.join("; ")],
  ];
  return facts.filter(([, value]) => value !== "");
}

/** `rate_limit_exceeded listTickets`: what the findings of a group are about. */
export function subjectOf({ code, operation }: Pick<FindingGroup, "code" | "operation">): string {
  return [code, operation].filter((part) => part !== undefined).join(" ");
}

/** `status-mismatch rate_limit_exceeded listTickets`. */
export function titleOf(group: Pick<FindingGroup, "rule" | "code" | "operation">): string {
  return `${group.rule} ${subjectOf(group)}`.trimEnd();
}

/** `2 times: …`: the message of the first finding of a group, and how often it was found. */
export function messageOf({ count: number, first }: Pick<FindingGroup, "count" | "first">): string {
  return `${count(number, "time")}: ${first.message}`;
}

/** Where to look at a group: `record 17 of a.har, req_1, req_2`. */
export function whereOf({ first, requestIds }: FindingGroup): string {
  const source = first.source === undefined ? "" : ` of ${first.source}`;
  return [`record ${first.record}${source}`, ...requestIds].join(", ");
}
