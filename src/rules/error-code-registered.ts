import { didYouMean } from "../report/nearest.ts";
import { listed } from "../report/words.ts";
import type { Enumeration } from "./model/enumeration.ts";
import { sentence, show } from "./model/json.ts";
import type { Model } from "./model/model.ts";
import { placeOfCode } from "./model/place-of-code.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";

/** The registry lists every code that a schema names. */
export const errorCodeRegistered: Rule = {
  id: "error-code-registered",
  description: "Every code of an error schema is in the registry, and its schema is called after it.",
  needs: "registry",
  check(model) {
    const { registry, definitions } = model;
    if (registry === undefined) return [];
    const findings: RuleFinding[] = [];
    const unknown = (code: string): boolean => !registry.values.has(code);
    for (const definition of definitions) {
      if (!unknown(definition.code)) continue;
      const { code } = definition;
      const meant = didYouMean(code, [...registry.values]);
      const message = `The code ${code === "" ? show(code) : code} is not in the registry ${registry.name}. Add it there, or correct the code.${meant}`;
      findings.push({ message, at: placeOfCode(definition) });
    }
    for (const response of model.responses) {
      for (const { at, codes } of model.variantsOf(response)) {
        const wrong = codes.length > 1 ? codes.filter(unknown) : [];
        if (wrong.length === 0) continue;
        const message = sentence(
          `${response.name} offers ${listed(wrong)}, which the registry ${registry.name} lacks. Register what is right, and correct the rest.`,
        );
        findings.push({ message, at });
      }
    }
    return [...findings, ...misnamed(model, registry)];
  },
};

/** Where most schemas are called after their codes, one that is not is a mistake in one of the two. */
function misnamed({ definitions }: Model, registry: Enumeration): RuleFinding[] {
  const shared = definitions.filter((definition) => definition.shared);
  const named = shared.filter(({ name, code }) => name === code);
  if (named.length * 2 <= shared.length) return [];
  return shared
    .filter(({ name, code }) => name !== code && registry.values.has(code))
    .map((definition) => ({
      message: `The schema ${definition.name} describes the code ${definition.code}. Call it ${definition.code}, or correct its code.`,
      at: placeOfCode(definition),
    }));
}
