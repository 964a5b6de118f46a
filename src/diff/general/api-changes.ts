import {
  fromFragment,
  fromPointer,
  locationKey,
  type SourceLocation,
  valueAt,
} from "../../document/index.ts";
import { listOf, stableText } from "../canonical/merge.ts";
import { originsOf } from "../canonical/origin.ts";
import type { Change } from "../change.ts";
import { distinct } from "../group.ts";
import { type Bump, type Effect, largerBump } from "../verdicts.ts";
import { listing, quote, shorten } from "../words.ts";
import type { DocumentPair } from "./canonical-document.ts";
import { describePart } from "./describe-part.ts";
import type { RedoclyChange } from "./redocly.ts";

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
  const differences = changes.flatMap((change) => differencesOf(change, documents, names));
  const order = [...names.values()];
  return groupByOrigin(differences).map((group) => toChange(group, order));
}

function differencesOf(change: RedoclyChange, documents: DocumentPair, names: OperationNames): Difference[] {
  const keys = fromFragment(change.path.replace(/^#/, "")) ?? [];
  const [root, path = "", method = ""] = keys;
  const origins = [
    ...originsAt(documents.head, change.revision?.pointer),
    ...originsAt(documents.base, change.base?.pointer),
  ];
  const common = {
    subject: describePart(keys, change, documents),
    operation: root === "paths" ? names.get(`${method} ${path}`) : undefined,
    origins,
  };
  const isResponse = keys.includes("responses");
  return judge(change, isResponse).map((judged) => ({
    ...common,
    ...judged,
    content: stableText([judged.id, judged.happened, change.typeName, change.property ?? keys.at(-1)]),
  }));
}

/** The origins of the part that a pointer leads to, or of the nearest one around it. */
function originsAt(document: unknown, fragment: string | undefined): readonly SourceLocation[] {
  if (fragment === undefined) return [];
  const keys = fromPointer(fragment.replace(/^#/, ""));
  for (let length = keys.length; length > 0; length--) {
    const found = originsOf(valueAt(document, keys.slice(0, length)));
    if (found.length > 0) return found;
  }
  return [];
}

type Judged = Pick<Difference, "id" | "happened" | "runtime" | "types" | "bump">;

const TEXTS = new Set(["description", "summary", "title"]);

function judge(change: RedoclyChange, isResponse: boolean): Judged[] {
  const { property, impact, kind, typeName, base, revision } = change;
  if (property !== undefined && TEXTS.has(property))
    return [judged("text-changed", `has a new ${property}`, "patch")];
  if (property === "enum" && Array.isArray(base?.value) && Array.isArray(revision?.value))
    return enumChanges(base?.value, revision?.value, isResponse);
  if (property === "required" && Array.isArray(base?.value ?? revision?.value)) {
    return requiredChanges(base?.value, revision?.value, isResponse);
  }
  if (typeName === "Response" && property === "key") {
    return [
      judged(
        "api-success-status-moved",
        `is now sent with ${quote(String(revision?.value))} (was ${quote(String(base?.value))})`,
        impact,
      ),
    ];
  }
  const rule = change.verdicts.find(({ ruleId }) => ruleId !== undefined)?.ruleId;
  const id = `api-${rule ?? kebab(property === undefined ? `${partName(typeName, change)}-${kind}` : `${property}-changed`)}`;
  // Programs go on sending a field of a request that is gone, and it no longer has an effect.
  const isLost = kind === "removed" && id === "api-property-removed" && !isResponse;
  const bump = isLost ? "major" : largerBump(impact, "minor"); // a patch is for words alone
  return [{ ...judged(id, sentence(change), bump), ...(OUTSIDE_TYPES.has(typeName) && { types: "safe" }) }];
}

/** What no type is generated from. */
const OUTSIDE_TYPES = new Set(["Server", "SecurityRequirement", "SecurityScheme"]);

function judged(id: string, happened: string, bump: Bump): Judged {
  const effect = bump === "major" ? "breaking" : "safe";
  return { id, happened, runtime: effect, types: effect, bump };
}

/**
 * A value less is a value that a request must no longer have, or that a response no longer has; a value more is one that
 * an exhaustive `switch` over a response does not cover. Programs are to expect new values, as they are to expect codes.
 */
function enumChanges(before: unknown, after: unknown, isResponse: boolean): Judged[] {
  const [lost, gained] = [missing(after, before), missing(before, after)];
  const inResponse = { runtime: "safe", types: "breaking", bump: "minor" } as const;
  const names = (values: readonly unknown[]) => listing(values.map((value) => quote(String(value))));
  return [
    ...(lost.length > 0
      ? [
          {
            ...judged("api-enum-values-removed", `no longer allows ${names(lost)}`, "major"),
            ...(isResponse && inResponse),
          },
        ]
      : []),
    ...(gained.length > 0
      ? [
          {
            ...judged("api-enum-values-added", `now also allows ${names(gained)}`, "minor"),
            ...(isResponse && inResponse),
          },
        ]
      : []),
  ];
}

/** A field that a request must have, or that a response may lack, breaks; the other way round is a promise more. */
function requiredChanges(before: unknown, after: unknown, isResponse: boolean): Judged[] {
  const names = (values: readonly unknown[]) => listing(values.map((value) => quote(String(value))));
  const [optional, required] = [missing(after, before), missing(before, after)];
  return [
    ...(optional.length > 0
      ? [
          judged(
            "api-fields-optional",
            `need no longer contain ${names(optional)}`,
            isResponse ? "major" : "minor",
          ),
        ]
      : []),
    ...(required.length > 0
      ? [judged("api-fields-required", `must now contain ${names(required)}`, isResponse ? "minor" : "major")]
      : []),
  ];
}

/** Members of `all` that `some` does not have. */
function missing(some: unknown, all: unknown): unknown[] {
  const known = new Set(listOf(some).map((value) => stableText(value)));
  return listOf(all).filter((value) => !known.has(stableText(value)));
}

function partName(typeName: string, { path }: RedoclyChange): string {
  const isProperty = typeName === "Schema" && /\/properties\/[^/]+$/.test(path);
  return isProperty ? "property" : typeName;
}

function sentence({ typeName, property, kind, base, revision }: RedoclyChange): string {
  if (typeName === "SecurityRequirement" && kind !== "modified") {
    const schemes = Object.keys((revision?.value ?? base?.value ?? {}) as object);
    const what = schemes.length === 0 ? "no key" : listing(schemes.map(quote));
    return kind === "added" ? `is now also met by ${what}` : `is no longer met by ${what}`;
  }
  if (property === undefined || kind !== "modified")
    return kind === "added" ? "is new" : kind === "removed" ? "is removed" : `is ${kind}`;
  const [before, after] = [base?.value, revision?.value];
  if (property === "key" || property === "name")
    return `is now ${quote(String(after))} (was ${quote(String(before))})`;
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
  const subjects = distinct(group.map(({ subject }) => subject));
  const subject = subjects.length === 1 ? first.subject : (shortest(subjects) ?? first.subject);
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

function shortest(texts: readonly string[]): string | undefined {
  return [...texts].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
}
