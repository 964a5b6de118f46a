import { parsedDocument } from "../../../src/document/index.ts";
import { checkDocument, checkRule } from "../../../src/rules/check.ts";
import { readModel } from "../../../src/rules/model/model.ts";
import { rules } from "../../../src/rules/rules.ts";
import type { Edit } from "./edits.ts";
import { library } from "./library.ts";
import type { Found } from "./spectral.ts";

/** What the rules report by themselves: what Spectral reports with them, without the time that it takes. */
export function check(document: unknown): Found[] {
  return checkDocument(parsedDocument(document)).findings.map(({ rule, message, at }) => {
    return { rule, message, at: at.location.pointer };
  });
}

/** What a rule says of a document, in words. */
export function said(id: string, document: unknown): string[] {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`There is no rule ${id}.`);
  return checkRule(rule, readModel(parsedDocument(document))).map(({ message }) => message);
}

/** The library after a change. */
export function changed(edit: Edit): unknown {
  const document = library();
  edit(document);
  return document;
}

/** All that is reported of a document, with places such as `/paths/~1p0 404/content`. */
export function summaryOf(document: unknown) {
  const { findings, note } = checkDocument(parsedDocument(document));
  return {
    note,
    rules: findings.map(({ rule }) => rule),
    messages: findings.map(({ message }) => message),
    places: findings.map(({ at }) => at.location.pointer.replace("/get/responses/", " ")),
  };
}
