import type { ParsedDocument } from "../document/parsed.ts";
import { readModel } from "./model/model.ts";
import type { RuleFinding } from "./model/rule.ts";
import { rules } from "./rules.ts";

/**
 * What all rules find in a document, in the order of the rules; nothing in a document that is not OpenAPI 3.
 * @param isWhole whether every file was read and every reference leads somewhere.
 */
export function checkDocument(
  document: ParsedDocument,
  { isWhole = true }: { isWhole?: boolean } = {},
): (RuleFinding & { rule: string })[] {
  const model = readModel(document);
  if (!model.isOpenApi) return [];
  const applied = rules.filter(({ needsWhole }) => isWhole || needsWhole !== true);
  return applied.flatMap(({ id, check }) => check(model).map((finding) => ({ ...finding, rule: id })));
}
