import { locationId } from "../document/node.ts";
import type { ParsedDocument } from "../document/parsed.ts";
import { judged, STYLES } from "./model/convention.ts";
import { type Model, readModel } from "./model/model.ts";
import type { Need, Rule, RuleFinding } from "./model/rule.ts";
import { rules } from "./rules.ts";

export interface CheckResult {
  /** In the order of the rules. */
  findings: (RuleFinding & { rule: string })[];
  /** What was not checked, and why; undefined when every rule had something to check. */
  note: string | undefined;
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
  const findings = rules
    .filter(({ needsWhole }) => isWhole || needsWhole !== true)
    .flatMap((rule) => checkRule(rule, model).map((one) => ({ ...one, rule: rule.id })));
  return { findings, note: noteOn(model) };
}

/** What one rule says, each thing once: of a fault that every operation has, the first place and the count. */
export function checkRule({ check }: Rule, model: Model): RuleFinding[] {
  const findings = new Map(
    check(model).map((finding) => [`${locationId(finding.at)} ${finding.message}`, finding] as const),
  );
  const all = [...findings.values()];
  const alike = all.flatMap((finding) => (finding.one ? [{ finding, ...finding.one }] : []));
  const [first] = alike;
  const faults = new Set(alike.map(({ finding, label }) => finding.message.split(label).join()));
  const count = new Set(alike.map(({ label }) => label)).size;
  if (first === undefined || faults.size > 1 || count < 3 || count < first.of) return all;
  const message = `${first.finding.message} The same holds for all ${count} ${first.what}.`;
  return [{ ...first.finding, message }, ...all.filter(({ one }) => one === undefined)];
}

function missingIn({ convention, envelope, registry }: Model): Need[] {
  if (registry !== undefined) return [];
  if (envelope !== undefined) return ["registry"];
  return convention === undefined ? ["registry", "envelope", "convention"] : ["registry", "envelope"];
}

function noteOn(model: Model): string | undefined {
  const missing = missingIn(model);
  if (missing.length === 0 || model.responses.length === 0) return undefined;
  const idle = rules.filter(({ needs }) => missing.some((need) => need === needs));
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
