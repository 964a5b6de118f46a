import { parse } from "yaml";
import { listed } from "../report/words.ts";
import type { Change } from "./change.ts";
import { compareVersions } from "./declared.ts";
import { DiffInputError } from "./input-error.ts";
import { quote } from "./words.ts";

/** A break that is known and agreed upon, for some time. */
export interface Acceptance {
  /** The kind of change, as in its entry. */
  id: string;
  /** Narrows it down to one error code. */
  code?: string;
  /** Narrows it down to changes that touch this operation. */
  operation?: string;
  reason: string;
  /** A version that it has to be gone by, or the last day (UTC) on which it holds. */
  until: string;
}

const KEYS = ["id", "code", "operation", "reason", "until"] as const;
const REQUIRED = ["id", "reason", "until"] as const;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads a file of accepted breaks, YAML or JSON: a list of `{ id, reason, until }` with an optional `code` or `operation`.
 * @throws DiffInputError naming each entry that is malformed.
 */
export function readAcceptances(file: string, text: string): Acceptance[] {
  let data: unknown;
  try {
    data = parse(text, { schema: "failsafe" }); // every value is text: dates and versions stay as they are written
  } catch (error) {
    throw new DiffInputError(
      `${file} is not valid YAML: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const list = data ?? [];
  if (!Array.isArray(list))
    throw new DiffInputError(`${file} must be a list of accepted changes, each \`{id, reason, until}\`.`);
  const faults = list.flatMap((entry, index) => {
    const fault = faultOf(entry);
    return fault === undefined ? [] : [`entry ${index + 1} ${fault}`];
  });
  if (faults.length > 0) throw new DiffInputError(`${file}: ${faults.join("; ")}.`);
  return list as Acceptance[];
}

function faultOf(entry: unknown): string | undefined {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return "is not an object";
  const unknown = Object.keys(entry).filter((key) => !KEYS.some((known) => known === key));
  if (unknown.length > 0) return `has the unknown key ${unknown.join(", ")} (there are ${KEYS.join(", ")})`;
  const values = entry as Record<string, unknown>;
  const missing = REQUIRED.filter((key) => typeof values[key] !== "string" || values[key].trim() === "");
  if (missing.length > 0) return `has no ${listed(missing)}`;
  const until = String(values.until);
  const isDate = DATE.test(until) && !Number.isNaN(Date.parse(until));
  if (!isDate && compareVersions(until, until) === undefined) {
    return `has the \`until\` ${JSON.stringify(until)}, which is neither a version such as 2.0.0 nor a date such as 2026-12-31`;
  }
  return undefined;
}

/** Whether the time of an acceptance is over: its day has passed, or head has reached its version. */
function hasExpired({ until }: Acceptance, { version, today }: Moment): boolean {
  if (DATE.test(until)) return today > until;
  return (compareVersions(version, until) ?? 0) >= 0;
}

/** When a comparison takes place. */
export interface Moment {
  /** Head's version. */
  version: string;
  /** The day in UTC, such as 2026-03-30. */
  today: string;
}

/** A change, and why it is accepted if it is. */
export interface JudgedChange extends Change {
  accepted?: { reason: string; until: string };
}

export interface Judgement {
  changes: JudgedChange[];
  /** Acceptances that no change needs any more. */
  unused: Acceptance[];
  /** Acceptances whose time is over; they accept nothing. */
  expired: Acceptance[];
}

/** Marks the changes that are accepted. They stay in the list, and ask for no version. */
export function acceptChanges(
  changes: readonly Change[],
  acceptances: readonly Acceptance[],
  moment: Moment,
): Judgement {
  const expired = acceptances.filter((acceptance) => hasExpired(acceptance, moment));
  const valid = acceptances.filter((acceptance) => !expired.includes(acceptance));
  const used = new Set<Acceptance>();
  const judged = changes.map((change): JudgedChange => {
    const found = valid.find((acceptance) => covers(acceptance, change));
    if (found === undefined) return change;
    used.add(found);
    return { ...change, accepted: { reason: found.reason, until: found.until } };
  });
  return { changes: judged, unused: valid.filter((acceptance) => !used.has(acceptance)), expired };
}

function covers({ id, code, operation }: Acceptance, change: Change): boolean {
  if (id !== change.id) return false;
  if (code !== undefined && code !== change.code && !change.codes?.includes(code)) return false;
  return operation === undefined || change.operations?.includes(operation) === true;
}

/** How an acceptance is called in a message. */
export function nameOf({ id, code, operation, until }: Acceptance): string {
  const subject = [id, code, operation].filter((part) => part !== undefined).map((part) => quote(part));
  return `${subject.join(" ")} (until ${until})`;
}
