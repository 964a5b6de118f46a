import { type Node, nameOf } from "../document/node.ts";
import type { Enumeration } from "./model/enumeration.ts";
import { show } from "./model/json.ts";
import type { Model } from "./model/model.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";

const FORMAT = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

/** Codes are constants of programs, anchors of pages and names of files: one spelling serves all three. */
export const errorCodeFormat: Rule = {
  id: "error-code-format",
  description: "Codes and types are lower-case words joined by underscores.",
  check(model) {
    const { registry, types } = model;
    if (registry === undefined) return [];
    const described = model.definitions.filter(({ code }) => !registry.values.has(code));
    return [
      ...checkList(model, registry, "code"),
      ...described.flatMap(({ code, node, constant }) =>
        check(code, { what: "code", list: registry, at: constant("code")?.at ?? node }),
      ),
      ...(types ? checkList(model, types, "type") : []),
    ];
  },
};

function checkList({ reader }: Model, list: Enumeration, what: string): RuleFinding[] {
  const entries = reader.children(reader.get(list.node, "enum"));
  return entries.flatMap((at) => check(at.value, { what, list, at }));
}

function check(
  word: unknown,
  { what, list, at }: { what: string; list: Enumeration; at: Node },
): RuleFinding[] {
  if (typeof word === "string" && FORMAT.test(word)) return [];
  const message = `The ${what} ${show(word)} of ${nameOf(list.node)} is not in the form lower_snake_case. Rename it before it is published.`;
  return [{ message, at }];
}
