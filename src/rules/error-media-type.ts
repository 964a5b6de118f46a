import { isJsonType } from "../document/openapi.ts";
import { sentence } from "./model/json.ts";
import type { Model } from "./model/model.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";

const PLAIN = "application/json";
const PROBLEM = "application/problem+json";

/** Error bodies have one media type. */
export const errorMediaType: Rule = {
  id: "error-media-type",
  description: "Every error body is sent as application/json.",
  needs: "convention",
  check(model) {
    if (model.envelope === undefined) return checkJson(model);
    const expected = usual(model);
    return model.responses.flatMap(({ name, media }) =>
      media
        .filter(({ type }) => essence(type) !== expected)
        .map((entry) => ({
          message: `${sentence(name)} has a body of ${entry.type}; errors are ${expected}. Rename or remove this media type.`,
          at: entry.node,
        })),
    );
  },
};

/** In the style of somebody else, other types than JSON are their own affair; the JSON ones are one. */
function checkJson({ convention, responses }: Model): RuleFinding[] {
  if (convention === undefined) return [];
  const bodies = responses.flatMap(({ name, media }) => {
    const offered = media.map(({ type }) => essence(type));
    return media
      .map(({ type, node }) => ({ name, type, node, offered }))
      .filter(({ type }) => isJsonType(essence(type)));
  });
  const types = bodies.map(({ type }) => essence(type));
  const common = mostCommon(types, convention.style === "problem" ? PROBLEM : PLAIN);
  const count = types.filter((type) => type === common).length;
  return bodies
    .filter(({ offered }) => !offered.includes(common)) // who offers the usual type may offer others besides
    .map(({ name, type, node }) => ({
      message: `${sentence(name)} has a body of ${type}; ${count} of ${bodies.length} JSON bodies of errors are ${common}. Give all errors one type.`,
      at: node,
    }));
}

/**
 * `application/json`, unless more bodies of the document have a JSON type of its own. Problem details (RFC 9457) have
 * a shape of their own, so their type can never be that of an envelope.
 */
function usual({ responses }: Model): string {
  const types = responses.flatMap(({ media }) => media.map(({ type }) => essence(type)));
  return mostCommon(
    types.filter((type) => isJsonType(type) && type !== PROBLEM),
    PLAIN,
  );
}

/** The type that most bodies have; the preferred one where none is ahead of it. */
function mostCommon(types: readonly string[], preferred: string): string {
  const count = (type: string): number => types.filter((one) => one === type).length;
  return [...new Set(types)].reduce((most, type) => (count(type) > count(most) ? type : most), preferred);
}

/** The type without its parameters, such as a charset. */
function essence(type: string): string {
  return type.replace(/;.*/s, "").trim().toLowerCase();
}
