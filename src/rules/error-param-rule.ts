import { propertiesIn, schemaParts } from "../document/composition.ts";
import { memberOf, nodeAt } from "../document/node.ts";
import type { CodeDefinition } from "./model/codes.ts";
import { FIELD } from "./model/conventions.ts";
import type { Envelope } from "./model/envelope.ts";
import { isText, show } from "./model/json.ts";
import type { Model } from "./model/model.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";
import { writtenParts } from "./model/written-parts.ts";

/** Whether an error names a parameter is a fact of its code. */
export const errorParamRule: Rule = {
  id: "error-param-rule",
  description: "Each code says whether it names a parameter, and its examples keep to that.",
  needs: "envelope",
  check(model) {
    const { definitions, envelope } = model;
    if (envelope === undefined) return [];
    // Where no schema has the field, nothing says which codes carry it.
    const isDescribed = definitions.some(({ param }) => param !== "never");
    return [
      ...shared(model, envelope),
      ...definitions.flatMap((one) => checkDefinition(model, one)),
      ...(isDescribed ? examples(model) : []),
    ];
  },
};

/** A `param` of the error object that all codes share makes the rule of each code impossible to tell. */
function shared({ reader, definitions }: Model, envelope: Envelope): RuleFinding[] {
  const base = propertiesIn(reader, schemaParts(reader, envelope.node), FIELD.error);
  const [inBase] = propertiesIn(
    reader,
    base.flatMap((error) => schemaParts(reader, error)),
    FIELD.param,
  );
  const own = definitions.filter(
    ({ node }) => propertiesIn(reader, writtenParts(reader, node), FIELD.param).length > 0,
  );
  if (inBase === undefined || own.length === 0) return [];
  const message = `The shared error object has \`${FIELD.param}\`, so every code seems to have it. Move it to the codes that do.`;
  return [{ message, at: inBase }];
}

function checkDefinition({ reader }: Model, definition: CodeDefinition): RuleFinding[] {
  const { code, param, parts, status, node } = definition;
  const [property] = propertiesIn(reader, parts, FIELD.param);
  if (param === "required" && property === undefined) {
    const message = `The code ${code} requires \`${FIELD.param}\`, but does not describe it. Add the property.`;
    return [{ message, at: node }];
  }
  if (property === undefined) return [];
  const described = schemaParts(reader, property).some((part) => allowsText(memberOf(part.value, "type")));
  if (reader.follow(property) !== undefined && !described) {
    const message = `The \`${FIELD.param}\` of ${code} is not described as a string. Give it \`type: string\`: the name of the parameter.`;
    return [{ message, at: property }];
  }
  const [own] = propertiesIn(reader, writtenParts(reader, node), FIELD.param);
  if (own === undefined || isByParameter(status)) return [];
  const message = `The code ${code} has \`${FIELD.param}\`, but no parameter causes a ${status}. Remove it.`;
  return [{ message, at: own }];
}

/** No parameter is to blame for missing credentials, for too many requests or for a failure of the server. */
function isByParameter(status = 400): boolean {
  return status !== 401 && status !== 429 && status < 500;
}

function examples(model: Model): RuleFinding[] {
  const media = model.responses.flatMap((response) => response.media);
  return media.flatMap((entry) =>
    model.examplesOf(entry).flatMap(({ code, value }): RuleFinding[] => {
      const rule = code === undefined ? undefined : model.definitionOf(code)?.param;
      const found = memberOf(memberOf(value.value, FIELD.error), FIELD.param);
      const at = nodeAt(value, [FIELD.error, FIELD.param]);
      if (rule === "required" && !isText(found)) {
        return [
          {
            message: `This example of ${code} has ${show(found)} as \`${FIELD.param}\`. Name the parameter.`,
            at,
          },
        ];
      }
      if (rule === "never" && found !== undefined) {
        return [
          {
            message: `This example of ${code} has \`${FIELD.param}\`, which the code never carries. Remove it.`,
            at,
          },
        ];
      }
      return [];
    }),
  );
}

function allowsText(type: unknown): boolean {
  return type === "string" || (Array.isArray(type) && type.includes("string"));
}
