import { fromPointer, parentOf, pointersAround, type Tree, toPointer, valueAt } from "../document/index.ts";
import type { Finding } from "../report/finding.ts";
import { didYouMean, nearest } from "../report/nearest.ts";

/**
 * Leaves out what only follows from a mistake that another finding tells of, so that one mistake is one finding. A rule
 * that is off tells of nothing, so this comes after the levels.
 */
export function withoutConsequences(findings: readonly Finding[], tree: Tree): Finding[] {
  const told = meantKeys(findings, tree);
  const errors = told.filter(({ severity }) => severity === "error");
  const best = bestRanks(errors);
  const definitions = groupBy(errors, (error) => definitionOf(error, tree)?.id);
  const named = groupBy(errors, (error) => definitionOf(error, tree)?.name);
  const structural = errors.filter(({ rule }) => rule === "struct");
  const noSchemas = new Set(structural.map(holderOf));
  return told.filter((finding) => {
    const own = definitionOf(finding, tree);
    const around = (own && definitions.get(own.id)) ?? [];
    return !(
      (best.get(place(finding)) ?? Number.POSITIVE_INFINITY) < rankOf(finding.rule) ||
      (FACT.test(finding.rule) && errors.some((error) => isBeside(error, finding))) ||
      followsFromSchema(finding, noSchemas) ||
      (own?.pointer === finding.pointer && followsFromPart(finding, around)) ||
      (OF_THE_CODE.has(finding.rule) && around.some(({ rule }) => rule === "error-code-registered")) ||
      refersToBroken(finding, structural, tree) ||
      comparesBroken(finding, errors, tree) ||
      (BY_NAME.has(finding.rule) && isExplained(nameAt(finding, tree) ?? "", { named, errors }))
    );
  });
}

/** Whether the definition of a name has an error of its own, or a code that was found wrong is taken for that name. */
function isExplained(
  name: string,
  { named, errors }: { named: ReadonlyMap<string, Finding[]>; errors: readonly Finding[] },
): boolean {
  const meant = didYouMean(name, [name]);
  return named.has(name) || errors.some(({ message }) => meant !== "" && message.endsWith(meant));
}

/** Rules that hold other facts against the code, which cannot agree when the code is wrong. */
const OF_THE_CODE = new Set(["error-code-format", "error-doc-url-matches-code", "error-no-overdeclared"]);

/** Rules that miss, at the name of a code, what its definition should say. */
const BY_NAME = new Set(["error-code-reachable", "contract-code"]);

/** What rules say of a definition as a whole, which follows from what is wrong inside of it. */
const OF_THE_WHOLE = /^(?:contract-.*|error-(?:code-reachable|doc-url-matches-code|param-rule))$/;

/** Facts that could not be read, or not be turned into code: whatever else is said on their line says why. */
const FACT = /^(?:contract|client)-/;

function isBeside({ rule, file, line }: Finding, fact: Finding): boolean {
  return !FACT.test(rule) && file === fact.file && line === fact.line;
}

/** Of several rules that refuse one value, the first of these knows best what it should be. */
const RANKS = [
  /^(?:source|ref)-/,
  /^error-(?!code-format$)/,
  /^error-/,
  /^extension-/,
  /^struct$/,
  /^(?:no-(?:duplicated-enum-values|enum-type-mismatch|required-schema-properties-undefined|illogical-composition-keywords)|operation-(?:4xx-response|operationId-unique))$/,
  FACT,
];

/** For each place, the rank of the error that knows best what should be there. */
function bestRanks(errors: readonly Finding[]): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (const error of errors) {
    const rank = rankOf(error.rule);
    if (rank >= 0) best.set(place(error), Math.min(rank, best.get(place(error)) ?? rank));
  }
  return best;
}

/** Whether what is said of a definition as a whole follows from what is wrong in a part of it. */
function followsFromPart({ rule, pointer }: Finding, around: readonly Finding[]): boolean {
  return OF_THE_WHOLE.test(rule) && around.some((error) => error.pointer !== pointer);
}

/** The text at the place of a finding, such as the name of a code in the list of all. */
function nameAt({ file, pointer }: Finding, tree: Tree): string | undefined {
  const value = valueAt(tree.sources.get(file)?.data, fromPointer(pointer));
  return typeof value === "string" ? value : undefined;
}

/** Below 0 for a rule that refuses no values; nothing knows better than that. */
function rankOf(rule: string): number {
  return RANKS.findIndex((pattern) => pattern.test(rule));
}

/** A schema with a keyword that is none, or a value that no keyword has, is not what other rules of schemas read in it. */
function followsFromSchema(
  { rule, file, pointer, message }: Finding,
  noSchemas: ReadonlySet<string>,
): boolean {
  if (isUncompiled({ message })) return noSchemas.size > 0;
  if (!OF_SCHEMAS.test(rule)) return false;
  return pointersAround(pointer).some((around) => noSchemas.has(JSON.stringify([file, around])));
}

const OF_SCHEMAS =
  /^(?:no-(?:enum-type-mismatch|required-schema-properties-undefined|invalid-schema-examples)|error-param-rule)$/;

/** Whether Redocly says of an example that its schema, wherever that is, cannot be compiled. */
export function isUncompiled({ message }: Pick<Finding, "message">): boolean {
  return message.startsWith("Example validation errored:");
}

/** An error rule that looks at a response through its `$ref`s says nothing new of a schema that is no schema. */
function refersToBroken(finding: Finding, structural: readonly Finding[], tree: Tree): boolean {
  if (!/^error-/.test(finding.rule)) return false;
  const broken = structural.filter(({ file }) => file !== finding.file);
  if (broken.length === 0) return false;
  const value = valueAt(tree.sources.get(finding.file)?.data, fromPointer(finding.pointer));
  const refs = new Set(refsIn(value).map((ref) => tree.resolve(finding.file, ref)?.location.file));
  return broken.some(({ file }) => refs.has(file));
}

/** The fact that some rules hold a response or an operation against. */
const COMPARED: Readonly<Record<string, string>> = {
  "error-no-overdeclared": "/x-applies-to",
  "error-operation-codes": "/x-applies-to",
  "error-retry-after": "/x-retry",
  "error-retry-consistent": "/x-retry",
  "error-status-matches-response": "/x-http-status",
  "error-type-matches-status": "/x-http-status",
};

/** A fact that is not readable agrees with nothing. */
function comparesBroken({ rule, file }: Finding, errors: readonly Finding[], tree: Tree): boolean {
  const fact = COMPARED[rule];
  if (fact === undefined) return false;
  const broken = errors.filter((error) => error.rule !== rule && error.pointer.includes(fact));
  if (broken.length === 0) return false;
  const refs = refsIn(tree.sources.get(file)?.data).map((ref) => tree.resolve(file, ref)?.location.file);
  return broken.some((error) => error.file === file || refs.includes(error.file));
}

function refsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === "$ref" && typeof member === "string" ? [member] : refsIn(member),
  );
}

/** A key that nobody knows and a fact that is missing beside it are one misspelt key. */
function meantKeys(findings: readonly Finding[], tree: Tree): Finding[] {
  const isMissing = ({ file, pointer }: Finding): boolean =>
    valueAt(tree.sources.get(file)?.data, fromPointer(pointer)) === undefined;
  const missing = groupBy(findings.filter(isMissing), holderOf);
  const explained = new Set<Finding>();
  const told = findings.map((finding) => {
    if (!UNKNOWN_KEY.test(`${finding.rule} ${finding.message}`)) return finding;
    const beside = missing.get(holderOf(finding)) ?? [];
    const key = keyOf(finding.pointer);
    const [meant] = nearest(
      key,
      beside.map(({ pointer }) => keyOf(pointer)),
    );
    const fact = beside.find(({ pointer }) => keyOf(pointer) === meant);
    if (fact === undefined || meant === undefined) return finding;
    explained.add(fact);
    const advice = didYouMean(key, [meant]);
    return finding.message.includes(advice) ? finding : { ...finding, message: finding.message + advice };
  });
  return told.filter((finding) => !explained.has(finding));
}

/** What is said of a key that has no meaning where it stands. */
const UNKNOWN_KEY = /^(?:struct Property .* is not expected|extension-registered .* is not registered)/;

/** The schema that a place belongs to, and what others call it: one in a file of its own, or one of the components. */
function definitionOf(
  { file, pointer }: Finding,
  { entry }: Tree,
): { id: string; name: string; pointer: string } | undefined {
  const keys = fromPointer(pointer);
  const [components, schemas, component] = keys;
  if (components === "components" && schemas === "schemas" && component !== undefined)
    return { id: `${file}#${component}`, name: component, pointer: toPointer(keys.slice(0, 3)) };
  const [, name = ""] = /([^/]*?)(?:\.\w+)?$/.exec(file) ?? [];
  return file === entry ? undefined : { id: file, name, pointer: "" };
}

function place({ file, pointer }: Finding): string {
  return JSON.stringify([file, pointer]);
}

/** The place of the object that a finding speaks of a member of. */
function holderOf({ file, pointer }: Finding): string {
  return JSON.stringify([file, parentOf(pointer)]);
}

function keyOf(pointer: string): string {
  return fromPointer(pointer).at(-1) ?? "";
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
