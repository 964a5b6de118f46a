import type { SourceLocation } from "../../document/index.ts";
import { count, listed } from "../../report/words.ts";
import { type Change, changeOf } from "../change.ts";
import { distinct, groupBy } from "../group.ts";
import type { ErrorPair, Pairing } from "../pairing.ts";
import { quote } from "../words.ts";
import { isErrorStatus } from "./carriers.ts";

/** Words that changed: whose, and which of them. */
export interface TextChange {
  /** Such as `the debugging tips`. */
  subject: string;
  /** Such as `description`. */
  part: string;
  before: unknown;
  after: unknown;
  code?: string;
  location?: SourceLocation | undefined;
}

/** Words that changed, one entry for each thing that they are about; the same words of many codes are one entry too. */
export function compareTexts(pairing: Pairing, more: readonly TextChange[]): Change[] {
  const ofCodes = pairing.errors.flatMap(textsOfError);
  const sameWords = ({ part, before, after }: TextChange) => JSON.stringify([part, before, after]);
  const groups = groupBy(ofCodes, sameWords);
  const shared = groups
    .filter((group) => group.length > 1)
    .map((group): TextChange[] => {
      const codes = group.flatMap(({ code }) => (code === undefined ? [] : [code]));
      return group
        .slice(0, 1)
        .map(({ code: _, ...first }) => ({ ...first, subject: count(codes.length, "code") }));
    });
  const single = groups.filter((group) => group.length === 1).flat();
  const entries = groupBy(
    [...single, ...textsOfDocument(pairing), ...textsOfResponses(pairing), ...more],
    ({ subject }) => subject,
  );
  return [...shared, ...entries].flatMap(toChange);
}

function toChange(group: readonly TextChange[]): Change[] {
  const [first] = group;
  if (first === undefined) return [];
  const { subject, code, location } = first;
  const message = `Wording of ${subject}: ${listed(distinct(group.map(({ part }) => part)))}.`;
  return [changeOf("text-changed", { code, message, location })];
}

function textsOfError({ base, head }: ErrorPair): TextChange[] {
  const parts = (error: ErrorPair["base"]) => ({
    title: error.title,
    description: error.description,
    causes: error.causes,
    fixes: error.fixes,
    messages: error.messages,
    actor: error.actor,
    "further page": error.more ?? null,
    "rule for operations": error.appliesTo,
    since: error.since,
    "code it was split from": error.splitFrom ?? null,
  });
  const [before, after] = [parts(base), parts(head)];
  const subject = quote(head.code);
  return differing(before, after).map((change) => ({
    ...change,
    subject,
    code: head.code,
    location: head.location,
  }));
}

function textsOfDocument({ base, head }: Pairing): TextChange[] {
  const about = (subject: string, before: object, after: object): TextChange[] =>
    differing(before, after).map((change) => ({ ...change, subject }));
  return [
    ...about("the document", introduction(base), introduction(head)),
    ...both(base.types, head.types, ({ type }) => type).flatMap(([old, now]) => {
      const texts = ({ title, description, fix }: typeof old) => ({ title, description, fix });
      return about(`the type ${quote(now.type)}`, texts(old), texts(now)).map((change) => ({
        ...change,
        location: now.location,
      }));
    }),
    ...both(base.keys, head.keys, ({ prefix }) => prefix).flatMap(([old, now]) =>
      about(`keys that begin with ${quote(now.prefix)}`, { access: old.access }, { access: now.access }),
    ),
    ...both(base.retired, head.retired, ({ code }) => code).flatMap(([old, now]) =>
      about(`the retired code ${quote(now.code)}`, old, now),
    ),
  ];
}

/** Descriptions of error responses; the same new words for many operations are one change. */
function textsOfResponses({ operations }: Pairing): TextChange[] {
  return operations.flatMap(({ base, head }) =>
    both(base.responses, head.responses, ({ status }) => status)
      .filter(([old]) => isErrorStatus(old.status))
      .filter(([old, now]) => old.description !== now.description)
      .map(([{ description, status }, now]) => ({
        subject: `responses with the status ${quote(status)}`,
        part: "description",
        before: description,
        after: now.description,
        location: now.location,
      })),
  );
}

function introduction({ title, description, statuses, tips }: Pairing["base"]) {
  return { title, description, "meanings of statuses": statuses, "debugging tips": tips };
}

/** Members of both lists that have the same name. */
function both<T>(base: readonly T[], head: readonly T[], name: (item: T) => string): [T, T][] {
  const byName = new Map(head.map((item) => [name(item), item]));
  return base.flatMap((item): [T, T][] => {
    const same = byName.get(name(item));
    return same === undefined ? [] : [[item, same]];
  });
}

function differing(before: object, after: object): { part: string; before: unknown; after: unknown }[] {
  const [old, now] = [before, after] as Record<string, unknown>[];
  const parts = distinct([...Object.keys(before), ...Object.keys(after)]);
  return parts
    .filter((part) => JSON.stringify(old?.[part]) !== JSON.stringify(now?.[part]))
    .map((part) => ({ part, before: old?.[part], after: now?.[part] }));
}
