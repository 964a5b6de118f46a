import { isJsonType } from "../document/openapi.ts";
import { sentence } from "./model/json.ts";
import type { Model } from "./model/model.ts";
import type { Rule } from "./model/rule.ts";

const PLAIN = "application/json";

/** Error bodies have one media type. */
export const errorMediaType: Rule = {
  id: "error-media-type",
  description: "Every error body is sent as application/json.",
  check(model) {
    if (model.envelope === undefined) return [];
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

/**
 * `application/json`, unless more bodies of the document have a JSON type of its own. Problem details (RFC 9457) have
 * a shape of their own, so their type can never be that of an envelope.
 */
function usual({ responses }: Model): string {
  const counts = new Map<string, number>([[PLAIN, 0]]);
  for (const { type } of responses.flatMap(({ media }) => media)) {
    const name = essence(type);
    if (isJsonType(name) && name !== "application/problem+json")
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? PLAIN;
}

/** The type without its parameters, such as a charset. */
function essence(type: string): string {
  return (type.split(";")[0] ?? "").trim().toLowerCase();
}
