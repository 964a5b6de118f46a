import type { IFunctionResult, RuleDefinition, RulesetFunctionContext } from "@stoplight/spectral-core";
import { parsedDocument } from "../../document/parsed.ts";
import { fromPointer } from "../../document/pointer.ts";
import { walkReferences } from "../../document/references.ts";
import { checkRule } from "../check.ts";
import { type Model, readModel } from "./model.ts";
import type { Rule } from "./rule.ts";

type Inventory = RulesetFunctionContext["documentInventory"];

/** What the rules need of one run of Spectral, read once for all of them. */
interface Run {
  model: Model;
  /** Keys that lead to the first `$ref` out of the document; absent when it is complete in itself. */
  leaves?: string[];
}

const runs = new WeakMap<Inventory, Run>();

function runOf({ document, documentInventory }: RulesetFunctionContext): Run {
  const known = runs.get(documentInventory);
  if (known) return known;
  const leaves = firstExternalRef(document.data);
  const run: Run = { model: readModel(parsedDocument(document.data)), ...(leaves && { leaves }) };
  runs.set(documentInventory, run);
  return run;
}

/**
 * Makes Spectral's form of a rule, for a ruleset that asks for OpenAPI 3. It reads the unresolved document, because the resolved one no longer tells a `$ref`
 * from a copy.
 */
export function toSpectral(rule: Rule, documentationUrl: string): RuleDefinition {
  return spectralRule(rule.description, documentationUrl, ({ model, leaves }) => {
    if (leaves) return [];
    return checkRule(rule, model).map(({ message, at }) => ({ message, path: pathOf(at.location.pointer) }));
  });
}

/**
 * Says once that a document is not all there. Spectral gives a rule the entry file; of the others it has only copies
 * in a resolved whole, so what the rules said of them would be on wrong lines or untrue.
 */
export function oneFileRule(documentationUrl: string): RuleDefinition {
  const description = "The document is in one file.";
  return spectralRule(description, documentationUrl, ({ leaves }) => {
    const message =
      "The error rules read one file, and this document refers to others: bundle it first, or run `cstar-contract lint` on it.";
    return leaves ? [{ message, path: leaves }] : [];
  });
}

function spectralRule(
  description: string,
  documentationUrl: string,
  check: (run: Run) => IFunctionResult[],
): RuleDefinition {
  return {
    description,
    documentationUrl,
    message: "{{error}}",
    severity: "error",
    given: "$",
    resolved: false,
    // biome-ignore lint/suspicious/noThenProperty: Spectral's rules have this name for their functions.
    then: { function: (_input, _options, context) => check(runOf(context)) },
  };
}

function firstExternalRef(data: unknown): string[] | undefined {
  let found: string[] | undefined;
  walkReferences(data, ({ kind, ref, keys }) => {
    if (kind === "$ref" && !ref.startsWith("#") && ref !== "") found ??= [...keys];
  });
  return found;
}

/** Spectral reads the keys of a result's path as parts of a JSON Pointer. */
function pathOf(pointer: string): string[] {
  return fromPointer(pointer).map((key) => key.replaceAll("~", "~0"));
}
