import { describeWord } from "./describe.ts";
import type { CodeFacts, ConformanceFacts } from "./facts.ts";
import { type Fault, faultsOf, unknownFields } from "./faults.ts";
import { type Found, mismatch, nameOf, type RuleId, toPointer } from "./problem.ts";
import { isObject, type Json, memberOf } from "./schema.ts";
import type { Shape } from "./shape.ts";

type Naming = Pick<ConformanceFacts, "envelope" | "keyPrefixes" | "types" | "retired" | "version">;

/** What a body is checked against. */
export interface BodyExpectation {
  facts: Naming;
  shape: Shape;
  /** Of an error whose code is known. */
  code?: { name: string; facts: CodeFacts };
  /** What stands in place of values that were taken out of a recording. */
  redacted?: string | undefined;
}

/** Whether nothing is wrong with an envelope and there is nothing to note; when in doubt, false. Makes no garbage. */
export function isCleanBody(body: unknown, { facts, shape, code }: BodyExpectation): boolean {
  return shape.isClean(body) && (code === undefined || !haveTwoIds(body as Json, facts.envelope));
}

/** Everything that is wrong with an envelope, in the order of its fields, then what is not known. */
export function checkBody(body: unknown, expectation: BodyExpectation): Found[] {
  const { shape, facts, redacted } = expectation;
  if (isCleanBody(body, expectation)) return [];
  const faults = faultsOf(shape, body);
  // What is something else altogether need not have its fields listed.
  const unknown = unknownFields([shape], body).filter(
    ({ keys }) => !faults.some((fault) => isWithin(keys, fault)),
  );
  const found = [...faults, ...unknown]
    // What was taken out of a recording cannot be judged.
    .filter(({ value }) => redacted === undefined || value !== redacted)
    .flatMap((fault) => toFound(fault, expectation));
  const { error, meta, fields, metaFields } = facts.envelope;
  const isSound = ({ pointer }: Found) =>
    ![toPointer(["body", error, fields.requestId]), toPointer(["body", meta, metaFields.requestId])].includes(
      pointer,
    );
  return isObject(body) && found.every(isSound) && haveTwoIds(body, facts.envelope, redacted)
    ? [...found, twoIds(facts.envelope)]
    : oneIdFault(found);
}

function isWithin(keys: readonly string[], { rule, keys: outer }: Fault): boolean {
  return rule === "field-type" && outer.every((key, index) => keys[index] === key);
}

/** The same malformed id in both places is one mistake. */
function oneIdFault(found: readonly Found[]): Found[] {
  const first = found.findIndex(({ rule }) => rule === "request-id-format");
  return found.filter(({ rule }, index) => rule !== "request-id-format" || index === first);
}

/** Whether error and meta name different requests. */
export function haveTwoIds(
  body: Json,
  { error, meta, fields, metaFields }: Naming["envelope"],
  redacted?: string,
): boolean {
  const [ofError, ofMeta] = [memberOf(body, error), memberOf(body, meta)];
  if (!isObject(ofError) || !isObject(ofMeta)) return false;
  const [one, other] = [memberOf(ofError, fields.requestId), memberOf(ofMeta, metaFields.requestId)];
  return (
    typeof one === "string" &&
    typeof other === "string" &&
    one !== other &&
    redacted !== one &&
    redacted !== other
  );
}

function twoIds({ error, meta, fields, metaFields }: Naming["envelope"]): Found {
  return mismatch("request-id-mismatch", ["body", meta, metaFields.requestId], {
    expected: `the same as \`${error}.${fields.requestId}\``,
    actual: "another id",
  });
}

/** Gives a fault of the schema the name that it has in the contract. */
function toFound(fault: Fault, expectation: BodyExpectation): Found[] {
  const { envelope } = expectation.facts;
  const [part, name, ...more] = fault.keys;
  if (part === envelope.success) return [renamed("success-flag", fault)];
  if (part === envelope.meta) return [ofMeta(fault, envelope)];
  if (part === envelope.error && name !== undefined && more.length === 0)
    return ofErrorField(fault, name, expectation);
  return [fault.rule === "field-unknown" ? unknownField(fault) : renamed(fault.rule, fault)];
}

function ofMeta(fault: Fault, { metaFields }: Naming["envelope"]): Found {
  const [, name] = fault.keys;
  if (fault.rule === "field-missing" || name === undefined) return renamed("meta-missing", fault);
  if (fault.rule === "field-unknown") return unknownField(fault);
  const isId = name === metaFields.requestId && typeof fault.value === "string";
  return renamed(isId ? "request-id-format" : "field-type", fault);
}

function ofErrorField(fault: Fault, name: string, { facts, code }: BodyExpectation): Found[] {
  const { fields } = facts.envelope;
  if (name === fields.param) return ofParam(fault, code?.facts.param ?? "optional");
  if (fault.rule === "field-unknown") return [unknownField(fault)];
  if (fault.rule === "field-missing" || typeof fault.value !== "string") return [renamed(fault.rule, fault)];
  const word = describeWord(fault.value, facts.keyPrefixes);
  const ofCode = (rule: RuleId, expected: string) => [
    mismatch(rule, ["body", ...fault.keys], {
      expected,
      actual: word,
      subject: `${nameOf(["body", ...fault.keys])} of ${code?.name}`,
    }),
  ];
  if (name === fields.code)
    return [{ ...renamed("unknown-code", fault, word), message: unknownCode(word, facts) }];
  if (name === fields.type) {
    if (!facts.types.includes(fault.value))
      return [{ ...renamed("unknown-type", fault, word), message: `There is no type ${word}.` }];
    return code ? ofCode("type-mismatch", code.facts.type) : [];
  }
  if (name === fields.docUrl)
    return code ? ofCode("doc-url", code.facts.docUrl) : [renamed("doc-url", fault)];
  if (name === fields.requestId) return [renamed("request-id-format", fault)];
  return [renamed("field-type", fault)];
}

function unknownCode(code: string, { retired, version }: Naming): string {
  const since = Object.hasOwn(retired, code) ? retired[code] : undefined;
  return since === undefined
    ? `There is no code ${code} in version ${version} of the contract; a later one may have it.`
    : `There is no code ${code}: it was retired in ${since}.`;
}

function ofParam(fault: Fault, rule: CodeFacts["param"]): Found[] {
  const isAbsent = fault.value === undefined || fault.value === null;
  if (rule === "required" && isAbsent) return [renamed("param-missing", fault)];
  // A schema that has no `param` is one that must have none, or that of no code in particular.
  if (fault.rule !== "field-unknown") return [renamed("field-type", fault)];
  const text = "a string that is not empty";
  const without = rule === "never" ? "left out" : "left out, or a string";
  if (fault.value === null) return [renamed("field-type", { ...fault, expected: without })];
  if (rule === "never") return [renamed("param-unexpected", { ...fault, expected: without })];
  const isFine = typeof fault.value === "string" && fault.value !== "";
  return isFine ? [] : [renamed("field-type", { ...fault, expected: text })];
}

function renamed(rule: RuleId, { rule: kind, keys, expected, actual }: Fault, word = actual): Found {
  const path = ["body", ...keys];
  const found = mismatch(rule, path, { expected, actual: word });
  return kind === "field-missing" && actual === "nothing"
    ? { ...found, message: `${nameOf(path)} is missing.` }
    : found;
}

function unknownField(fault: Fault): Found {
  const name = fault.keys.at(-1) ?? "";
  const plain = (text: string) => text.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
  const meant = fault.siblings?.find((other) => plain(other) === plain(name));
  const hint = meant === undefined ? "" : ` The contract has \`${meant}\`.`;
  const message = `${nameOf(["body", ...fault.keys])} is not in the contract.${hint}`;
  return { ...renamed("field-unknown", fault), message, severity: "note" };
}
