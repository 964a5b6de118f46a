import { appendKey, locationKey, type SourceLocation, valueAt } from "../../document/index.ts";
import { listed } from "../../report/words.ts";
import { listOf, stableText } from "../canonical/merge.ts";
import { originsOf } from "../canonical/origin.ts";
import type { Change } from "../change.ts";
import { type Bump, type Effect, largerBump } from "../verdicts.ts";
import { quote, shorten } from "../words.ts";
import type { DocumentPair } from "./canonical-document.ts";
import type { Plain } from "./canonical-operation.ts";
import { describePart } from "./describe-part.ts";
import { keysOf, type RedoclyChange } from "./redocly.ts";

/** One difference between the canonical documents, at one place. */
interface Difference {
  id: string;
  /** What it is about, such as `the query parameter`; and what happened, as the rest of the sentence. */
  subject: string;
  happened: string;
  runtime: Effect;
  types: Effect;
  bump: Bump;
  /** Differences with the same content and a common origin are one change. */
  content: string;
  origins: readonly SourceLocation[];
  operation: string | undefined;
}

/** The operations of head: the keys `get /path`, the values their names. */
export type OperationNames = ReadonlyMap<string, string>;

/**
 * Turns Redocly's changes of two canonical documents into entries: each change of a part that many operations share is
 * one, with the operations that it touches and the worst of its verdicts.
 */
export function apiChanges(
  changes: readonly RedoclyChange[],
  documents: DocumentPair,
  names: OperationNames,
): Change[] {
  const differences = changes
    .flatMap(eachProperty)
    .flatMap((change) => differencesOf(change, documents, names));
  const order = [...names.values()];
  return groupByOrigin(differences).map((group) => toChange(group, order));
}

/**
 * A change of each property where a schema gets its first properties or loses all. Redocly has one entry for them, and
 * takes it for a patch.
 */
function eachProperty(change: RedoclyChange): RedoclyChange[] {
  if (change.typeName !== "SchemaProperties") return [change];
  const side = change.revision ? "revision" : "base";
  const { pointer = "", value } = change[side] ?? {};
  return Object.entries(value as object).map(([name, schema]) => ({
    ...change,
    path: appendKey(change.path, name),
    typeName: "Schema",
    [side]: { pointer: appendKey(pointer, name), value: schema },
  }));
}

function differencesOf(change: RedoclyChange, documents: DocumentPair, names: OperationNames): Difference[] {
  const keys = keysOf(change.path);
  const [, path = "", method = "", section] = keys;
  const common = {
    subject: describePart(change, documents),
    operation: names.get(`${method} ${path}`),
    origins: [
      ...originsAt(documents.head, change.revision?.pointer),
      ...originsAt(documents.base, change.base?.pointer),
    ],
  };
  return judge(change, section === "responses").map((judged) => ({
    ...common,
    ...judged,
    content: stableText([judged.id, judged.happened, change.typeName, change.property ?? keys.at(-1)]),
  }));
}

/** The origins of the part that a pointer leads to, or of the nearest one around it. */
function originsAt(document: unknown, fragment = ""): readonly SourceLocation[] {
  const keys = keysOf(fragment);
  for (let length = keys.length; length > 0; length--) {
    const found = originsOf(valueAt(document, keys.slice(0, length)));
    if (found.length > 0) return found;
  }
  return [];
}

type Judged = Pick<Difference, "id" | "happened" | "runtime" | "types" | "bump">;

const TEXTS = new Set(["description", "summary", "title"]);

function judge(change: RedoclyChange, isResponse: boolean): Judged[] {
  const { property = "", impact, typeName, base, revision } = change;
  const [before, after] = [base?.value, revision?.value];
  if (TEXTS.has(property)) return [judged("text-changed", `has a new ${property}`, "patch")];
  if (property === "enum" && before && after) return enumChanges({ before, after }, isResponse);
  if (property === "required" && Array.isArray(before ?? after)) {
    return requiredChanges({ before, after }, isResponse);
  }
  if (typeName === "Response" && property === "key") {
    const happened = `is now sent with ${quote(String(after))} (was ${quote(String(before))})`;
    return [judged("api-success-status-moved", happened, impact)];
  }
  const id = `api-${idOf(change)}`;
  const bump = MAJOR_AT_ALL_TIMES.has(id) || demandsBody(change) ? "major" : largerBump(impact, "minor"); // a patch is for words alone
  return [{ ...judged(id, sentence(change), bump), ...(OUTSIDE_TYPES.has(typeName) && { types: "safe" }) }];
}

/** Programs go on sending a field of a request that is gone, and it no longer has an effect. */
const MAJOR_AT_ALL_TIMES = new Set(["api-property-removed"]);

/** Requests without a body, which were all that there were, are refused. */
function demandsBody({ typeName, revision }: RedoclyChange): boolean {
  return typeName === "RequestBody" && (revision?.value as Plain | undefined)?.required === true;
}

/** The rule of Redocly that the change breaks, else what happened to which kind of part. */
function idOf({ verdicts, property, typeName, path, kind }: RedoclyChange): string {
  const rule = verdicts.find(({ ruleId }) => ruleId !== undefined)?.ruleId;
  if (rule !== undefined) return rule;
  const isProperty = typeName === "Schema" && /\/properties\/[^/]+$/.test(path);
  return kebab(
    property === undefined ? `${isProperty ? "property" : typeName}-${kind}` : `${property}-changed`,
  );
}

/** What no type is generated from. */
const OUTSIDE_TYPES = new Set(["Server", "SecurityRequirement", "SecurityScheme"]);

function judged(id: string, happened: string, bump: Bump): Judged {
  const effect = bump === "major" ? "breaking" : "safe";
  return { id, happened, runtime: effect, types: effect, bump };
}

interface Lists {
  before: unknown;
  after: unknown;
}

/**
 * A value less is a value that a request must no longer have, or that a response no longer has; a value more is one that
 * an exhaustive `switch` over a response does not cover. Programs are to expect new values, as they are to expect codes.
 */
function enumChanges({ before, after }: Lists, isResponse: boolean): Judged[] {
  const inResponse = isResponse && ({ runtime: "safe", types: "breaking", bump: "minor" } as const);
  return [
    ...aboutMissing(after, before, (lost) => ({
      ...judged("api-enum-values-removed", `no longer allows ${lost}`, "major"),
      ...inResponse,
    })),
    ...aboutMissing(before, after, (gained) => ({
      ...judged("api-enum-values-added", `now also allows ${gained}`, "minor"),
      ...inResponse,
    })),
  ];
}

/** A field that a request must have, or that a response may lack, breaks; the other way round is a promise more. */
function requiredChanges({ before, after }: Lists, isResponse: boolean): Judged[] {
  const [optional, required] = isResponse ? (["major", "minor"] as const) : (["minor", "major"] as const);
  return [
    ...aboutMissing(after, before, (lost) =>
      judged("api-fields-optional", `need no longer contain ${lost}`, optional),
    ),
    ...aboutMissing(before, after, (gained) =>
      judged("api-fields-required", `must now contain ${gained}`, required),
    ),
  ];
}

/** The verdict about the members of `all` that `some` does not have, if there are any. */
function aboutMissing(some: unknown, all: unknown, verdict: (names: string) => Judged): Judged[] {
  const known = new Set(listOf(some).map((value) => stableText(value)));
  const missing = listOf(all).filter((value) => !known.has(stableText(value)));
  return missing.length > 0 ? [verdict(listed(missing.map((value) => quote(String(value)))))] : [];
}

function sentence({ typeName, property, kind, base, revision }: RedoclyChange): string {
  const [before, after] = [base?.value, revision?.value];
  if (property === undefined) {
    if (typeName !== "SecurityRequirement") return kind === "added" ? "is new" : `is ${kind}`;
    const schemes = Object.keys((after ?? before) as object);
    const what = schemes.length === 0 ? "no key" : listed(schemes.map(quote));
    return kind === "added" ? `is now also met by ${what}` : `is no longer met by ${what}`;
  }
  if (after === undefined) return `no longer has ${quote(property)} (${quote(value(before))})`;
  if (before === undefined) return `now has ${quote(property)}: ${quote(value(after))}`;
  return `has ${quote(property)} ${quote(value(after))} (was ${quote(value(before))})`;
}

function value(part: unknown): string {
  return shorten(typeof part === "string" ? part : JSON.stringify(part), 80);
}

function kebab(text: string): string {
  return text.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();
}

/** Puts together what has the same content and a common origin; what has none, by its content alone. */
function groupByOrigin(differences: readonly Difference[]): [Difference, ...Difference[]][] {
  const groups: { members: [Difference, ...Difference[]]; origins: Set<string>; content: string }[] = [];
  for (const difference of differences) {
    const origins = difference.origins.map(locationKey);
    const fits = groups.filter(
      (group) =>
        group.content === difference.content &&
        (origins.some((origin) => group.origins.has(origin)) ||
          (origins.length === 0 && group.origins.size === 0)),
    );
    const [first, ...others] = fits;
    if (first === undefined) {
      groups.push({ members: [difference], origins: new Set(origins), content: difference.content });
      continue;
    }
    first.members.push(difference);
    for (const origin of origins) first.origins.add(origin);
    for (const other of others) {
      first.members.push(...other.members); // both have an origin in common with this difference
      for (const origin of other.origins) first.origins.add(origin);
      groups.splice(groups.indexOf(other), 1);
    }
  }
  return groups.map(({ members }) => members);
}

function toChange(group: readonly [Difference, ...Difference[]], order: readonly string[]): Change {
  const [first] = group;
  const worst = (effect: (difference: Difference) => Effect) =>
    group.some((difference) => effect(difference) === "breaking") ? "breaking" : "safe";
  const touched = new Set(group.map(({ operation }) => operation));
  const operations = order.filter((name) => touched.has(name));
  const [location] = first.origins;
  const subject = group
    .map((difference) => difference.subject)
    .sort()
    .reduce((shortest, one) => (one.length < shortest.length ? one : shortest));
  return {
    id: first.id as Change["id"],
    ...(operations.length > 0 && { operations }),
    runtime: worst(({ runtime }) => runtime),
    types: worst(({ types }) => types),
    bump: group.map(({ bump }) => bump).reduce(largerBump),
    message: `${subject.charAt(0).toUpperCase()}${subject.slice(1)} ${first.happened}.`,
    ...(location && { location }),
  };
}
