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
  const isProblem = convention.style === "problem";
  const counts = new Map<string, number>();
  const bodies = responses.flatMap(({ name, media }) => {
    const types = media.map(({ type }) => essence(type));
    return media.filter(({ type }) => isJsonType(essence(type))).map((entry) => ({ name, entry, types }));
  });
  for (const { entry } of bodies) counts.set(essence(entry.type), (counts.get(essence(entry.type)) ?? 0) + 1);
  const [most] = [...counts].sort(([a, one], [b, two]) => {
    const preferred = isProblem ? PROBLEM : PLAIN;
    return two - one || Number(b === preferred) - Number(a === preferred);
  });
  return bodies
    .filter(({ types }) => !types.includes(most?.[0] ?? "")) // who offers the usual type may offer others besides
    .map(({ name, entry }) => ({
      message: `${sentence(name)} has a body of ${entry.type}; ${most?.[1]} of ${bodies.length} JSON bodies of errors are ${most?.[0]}. Give all errors one type.`,
      at: entry.node,
    }));
}

/**
 * `application/json`, unless more bodies of the document have a JSON type of its own. Problem details (RFC 9457) have
 * a shape of their own, so their type can never be that of an envelope.
 */
function usual({ responses }: Model): string {
  const counts = new Map<string, number>([[PLAIN, 0]]);
  for (const { type } of responses.flatMap(({ media }) => media)) {
    const name = essence(type);
    if (isJsonType(name) && name !== PROBLEM) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? PLAIN;
}

/** The type without its parameters, such as a charset. */
function essence(type: string): string {
  return (type.split(";")[0] ?? "").trim().toLowerCase();
}
