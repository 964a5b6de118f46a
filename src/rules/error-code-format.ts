import type { Node } from "../document/node.ts";
import { judged } from "./model/convention.ts";
import type { Enumeration } from "./model/enumeration.ts";
import { show } from "./model/json.ts";
import type { Model } from "./model/model.ts";
import { placeOfCode } from "./model/place-of-code.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";
import { type Spelling, usualSpelling } from "./model/spelling.ts";
import { type Word, wordsOf } from "./model/words.ts";

/** Codes are constants of programs, anchors of pages and names of files: one spelling serves all three. */
export const errorCodeFormat: Rule = {
  id: "error-code-format",
  description:
    "Codes are spelled in one way, and so are types: lower-case words joined by underscores at best.",
  needs: "convention",
  check(model) {
    const { registry, types } = model;
    if (registry === undefined) return checkWords(model);
    const spelling = usualSpelling([...registry.values]);
    const described = model.definitions.filter(({ code }) => !registry.values.has(code));
    return [
      ...checkList(model, registry, { what: "code", spelling }),
      ...described.flatMap((one) => check(one.code, { what: "code", spelling, at: placeOfCode(one) })),
      ...(types ? checkList(model, types, { what: "type", spelling: usualSpelling([...types.values]) }) : []),
    ];
  },
};

interface Expected {
  what: "code" | "type";
  spelling: Spelling;
}

function checkList({ reader }: Model, list: Enumeration, expected: Expected): RuleFinding[] {
  // `null` in an enum says that the field may be null, and is no code.
  const entries = reader.children(reader.get(list.node, "enum")).filter(({ value }) => value !== null);
  return entries.flatMap((at) => check(at.value, { ...expected, at }));
}

/** The codes of a document that keeps no registry of them. */
function checkWords({ reader, responses, convention }: Model): RuleFinding[] {
  if (convention === undefined || convention.style === "problem") return [];
  const words = responses.flatMap(judged).flatMap((media) => wordsOf(reader, media, convention.style));
  const spelling = usualSpelling([...new Set(words.map(({ value }) => value))]);
  if (!spelling.isUsual) return mixed(words);
  return words.flatMap(({ value, at }) => check(value, { what: "code", spelling, at }));
}

/** Of codes that agree on no form, none is the odd one: the first that differs stands for all. */
function mixed([first, ...others]: readonly Word[]): RuleFinding[] {
  if (first === undefined) return [];
  const own = usualSpelling([first.value]);
  if (!own.isUsual) {
    const message = `The code ${show(first.value)} is in no usual form, such as ${own.name}. Rename it before it is published.`;
    return [{ message, at: first.at }];
  }
  return others
    .filter(({ value }) => !own.fits(value))
    .slice(0, 1)
    .map(({ value, at }) => ({
      message: `The codes of this document are spelled in several ways, such as ${show(first.value)} and ${show(value)}. Keep to one form.`,
      at,
    }));
}

function check(word: unknown, { what, spelling, at }: Expected & { at: Node }): RuleFinding[] {
  if (typeof word !== "string") {
    const message = `The ${what} ${show(word)} is no string. Write a word in the form ${spelling.name}.`;
    return [{ message, at }];
  }
  if (spelling.fits(word)) return [];
  const others = spelling.isUsual ? ", unlike the others" : "";
  const message = `The ${what} ${show(word)} is not in the form ${spelling.name}${others}. Rename it before it is published.`;
  return [{ message, at }];
}
