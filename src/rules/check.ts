import type { ParsedDocument } from "../document/parsed.ts";
import { type Model, readModel } from "./model/model.ts";
import type { RuleFinding } from "./model/rule.ts";
import { rules } from "./rules.ts";

/** What all rules find in a document, in the order of the rules; nothing in a document that is not OpenAPI 3. */
export function checkDocument(document: ParsedDocument): (RuleFinding & { rule: string })[] {
  const model = readModel(document);
  return model.isOpenApi ? checkModel(model) : [];
}

function checkModel(model: Model): (RuleFinding & { rule: string })[] {
  return rules.flatMap(({ id, check }) => check(model).map((finding) => ({ ...finding, rule: id })));
}
