import { locationId } from "../document/node.ts";
import type { ParsedDocument } from "../document/parsed.ts";
import { judged, STYLES } from "./model/convention.ts";
import { type Model, readModel } from "./model/model.ts";
import type { Need, Rule, RuleFinding } from "./model/rule.ts";
import { rules } from "./rules.ts";

export interface CheckResult {
  /** In the order of the rules. */
  findings: (RuleFinding & { rule: string })[];
  /** What was not checked, and why; absent when every rule had something to check. */
  note?: string;
}

/**
 * Checks a document with all rules; one that is not OpenAPI 3 has no findings.
 * @param isWhole whether every file was read and every reference leads somewhere.
 */
export function checkDocument(
  document: ParsedDocument,
  { isWhole = true }: { isWhole?: boolean } = {},
): CheckResult {
  const model = readModel(document);
  if (!model.isOpenApi) {
    return {
      findings: [],
      note: "The error rules were not run: they read OpenAPI 3, and this is another format.",
    };
  }
  const missing = missingIn(model);
  const applied = rules.filter(
    ({ needsWhole, needs }) =>
      (isWhole || needsWhole !== true) && (needs === undefined || !missing.includes(needs)),
  );
  const findings = applied.flatMap((rule) =>
    checkRule(rule, model).map((one) => ({ ...one, rule: rule.id })),
  );
  const note = noteOn(model);
  return note === undefined ? { findings } : { findings, note };
}

/** What one rule says, each thing once: of a fault that every operation has, the first place and the count. */
export function checkRule({ check }: Rule, model: Model): RuleFinding[] {
  const findings = new Map(
    check(model).map((finding) => [`${locationId(finding.at)} ${finding.message}`, finding] as const),
  );
  const all = [...findings.values()];
  const alike = all.filter(({ one }) => one !== undefined);
  const [first] = alike;
  const faults = new Set(alike.map(({ one, message }) => message.replaceAll(one?.label ?? "", "")));
  const count = new Set(alike.map(({ one }) => one?.label)).size;
  if (first?.one === undefined || faults.size > 1 || count < 3 || count < first.one.of) return all;
  const message = `${first.message} The same holds for all ${count} ${first.one.what}.`;
  return [{ ...first, message }, ...all.filter(({ one }) => one === undefined)];
}

function missingIn({ convention, envelope, registry }: Model): Need[] {
  if (registry !== undefined) return [];
  if (envelope !== undefined) return ["registry"];
  return convention === undefined ? ["registry", "envelope", "convention"] : ["registry", "envelope"];
}

function noteOn(model: Model): string | undefined {
  const missing = missingIn(model);
  if (missing.length === 0 || model.responses.length === 0) return undefined;
  const idle = rules.filter(({ needs }) => needs !== undefined && missing.includes(needs));
  return `${recognised(model)} These rules had nothing to check: ${idle.map(({ id }) => id).join(", ")}.`;
}

function recognised({ convention, envelope, responses }: Model): string {
  if (envelope !== undefined)
    return "The errors of this document have an `error` object, and no list of all codes.";
  if (!responses.some((response) => judged(response).length > 0)) {
    return "No error body of this document has a schema.";
  }
  if (convention === undefined) {
    return "No common form of error bodies was recognised (such as an `error` object with a `code`).";
  }
  const { place } = STYLES[convention.style];
  return `The errors of this document are told apart by ${place}, in ${convention.following} of ${convention.bodies} bodies.`;
}
