import type { Contract, HeaderFact, ResponseFact } from "../../contract/index.ts";
import { count, listed } from "../../report/words.ts";
import { type Canonicalize, createCanonicalize } from "../canonical/canonical-schema.ts";
import { textOf, withoutWords } from "../canonical/words.ts";
import { type Change, changeOf } from "../change.ts";
import { distinct, groupBy } from "../group.ts";
import type { Pairing } from "../pairing.ts";
import type { ChangeId } from "../verdicts.ts";
import { quote, shorten } from "../words.ts";
import { type Carrier, codesOf, operationsOf } from "./carriers.ts";
import {
  compareParts,
  compareWords,
  type PartChange,
  type PartDifference,
  type Parts,
  type TextDifference,
} from "./differences.ts";
import { named } from "./error-facts.ts";
import { bodyFields } from "./fields.ts";
import type { TextChange } from "./texts.ts";

/** What changed in the bodies and headers of error responses, and the words that changed there. */
export interface BodyChanges {
  changes: Change[];
  texts: TextChange[];
}

type Kind = "field" | "header";

/** One difference, as one code of one operation has it. */
interface Sighting {
  kind: Kind;
  difference: PartDifference;
  carrier: Carrier;
}

/** Compares bodies and headers code by code, and reports each change once, with the codes and operations that have it. */
export function compareBodies(pairing: Pairing, carriers: readonly Carrier[]): BodyChanges {
  const readers = { base: createPartReader(pairing.base), head: createPartReader(pairing.head) };
  const sightings: Sighting[] = [];
  const texts: TextChange[] = [];
  // Operations that share the responses of a code share all differences: they are compared once.
  for (const group of groupBy(carriers, responseKey)) {
    const [{ base, head, error }] = group;
    for (const kind of ["field", "header"] as const) {
      const before = readers.base[kind](base, error?.base.code);
      const after = readers.head[kind](head, error?.head.code);
      const ofRule = (difference: PartDifference) =>
        kind === "field" && error !== undefined && belongsToParamRule(pairing.head, difference);
      const differences = compareParts(before, after).filter((difference) => !ofRule(difference));
      sightings.push(
        ...differences.flatMap((difference) => group.map((carrier) => ({ kind, difference, carrier }))),
      );
      texts.push(...compareWords(before, after).map((words) => bodyText(kind, words, group[0])));
    }
  }
  const key = ({ kind, difference }: Sighting) => JSON.stringify([kind, difference]);
  return { changes: groupBy(sightings, key).map((group) => toChange(group, carriers)), texts };
}

function responseKey({ base, head, error }: Carrier): string {
  const places = [base.location, head.location].map(({ file, pointer }) => `${file}#${pointer}`);
  return JSON.stringify([...places, error?.head.code]);
}

function bodyText(kind: Kind, { name, before, after }: TextDifference, carrier: Carrier): TextChange {
  return { subject: subjectOf(kind, name, carrier), part: "description", before, after };
}

/** Whether a code has `param`, and always, is a fact of the code: its param rule. */
function belongsToParamRule({ envelope }: Contract, { name, change }: PartDifference): boolean {
  return (
    name === `${envelope.error}.${envelope.fields.param}` &&
    change !== "type-changed" &&
    change !== "narrowed"
  );
}

function createPartReader(
  contract: Contract,
): Record<Kind, (response: ResponseFact, code: string | undefined) => Parts> {
  const canonical = createCanonicalize(contract.reader);
  return {
    field: (response, code) => bodyFields(contract, canonical, { response, code }),
    // Header names are case-insensitive (RFC 9110, section 5.1).
    header: ({ headers }) =>
      new Map(headers.map((header) => [header.name.toLowerCase(), headerPart(canonical, header)])),
  };
}

function headerPart(canonical: Canonicalize, { required, description, schema }: HeaderFact) {
  const form = canonical(schema);
  return { required, schema: withoutWords(form), text: description || textOf(form) };
}

// The one header that tells a program what to do, and so the one with a verdict of its own (RFC 9110, section 10.2.3).
const RETRY_AFTER = "retry-after";
const RETRY_AFTER_IDS: Partial<Record<PartChange, ChangeId>> = {
  removed: "retry-after-dropped",
  optional: "retry-after-dropped",
  added: "retry-after-added",
  required: "retry-after-added",
};

function toChange(group: readonly [Sighting, ...Sighting[]], all: readonly Carrier[]): Change {
  const [{ kind, difference, carrier }] = group;
  const carriers = group.map((one) => one.carrier);
  const { name, change } = difference;
  const operations = operationsOf(carriers);
  const own = kind === "header" && name === RETRY_AFTER ? RETRY_AFTER_IDS[change] : undefined;
  const codes = codesOf(carriers, all);
  const subject = capitalize(subjectOf(kind, name, carrier));
  const where = carriers.every(({ error }) => error === undefined)
    ? "errors without a code"
    : codes.length === 0
      ? "all errors"
      : codes.length === 1
        ? listed(codes.map(quote))
        : count(codes.length, "error code");
  return changeOf(own ?? `${kind}-${change}`, {
    ...named(codes),
    operations,
    message: `${subject} of ${where} ${SENTENCES[change](difference)} (${count(distinct(operations).length, "operation")}).`,
    location: carrier.head.location,
  });
}

const SENTENCES: Readonly<Record<PartChange, (difference: PartDifference) => string>> = {
  removed: () => "is removed",
  added: () => "is new",
  optional: () => "may now be absent",
  required: () => "is now always present",
  "type-changed": ({ before, after }) => `is now ${quote(shorten(after))} (was ${quote(shorten(before))})`,
  narrowed: ({ before, after }) =>
    `allows fewer values: ${quote(shorten(after))} (was ${quote(shorten(before))})`,
};

function subjectOf(kind: Kind, name: string, { base, head }: Carrier): string {
  if (kind === "field") return name === "" ? "the body" : `the field ${quote(name)}`;
  const written = [...head.headers, ...base.headers].find((header) => header.name.toLowerCase() === name);
  return `the header ${quote(written?.name ?? name)}`; // as the document writes it, on whichever side has it
}

function capitalize(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
