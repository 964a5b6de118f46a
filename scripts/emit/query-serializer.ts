import type { Contract, ParameterFact } from "../../src/contract/index.ts";

interface Serialization {
  style: string;
  explode: boolean;
}

/** openapi-fetch's `querySerializer`: it writes all lists in one way, and all objects in one. */
export interface QuerySerializer {
  array?: Serialization;
  object?: Serialization;
}

const styles = { array: ["form", "spaceDelimited", "pipeDelimited"], object: ["form", "deepObject"] };

/**
 * How query parameters that are lists or objects are written (OpenAPI 3.1, "Style Values").
 * @throws Error when two parameters ask for different ways, or for one that openapi-fetch does not have.
 */
export function querySerializer({ operations }: Contract): QuerySerializer {
  const chosen: QuerySerializer = {};
  const first: Partial<Record<"array" | "object", string>> = {};
  for (const { id, parameters } of operations) {
    for (const parameter of parameters.filter((one) => one.in === "query")) {
      const kind = kindOf(parameter);
      if (kind === undefined) continue;
      const style = parameter.style ?? "form";
      const wanted = { style, explode: parameter.explode ?? style === "form" };
      const where = `the query parameter ${parameter.name} of ${id} (${describe(wanted)})`;
      if (!styles[kind].includes(style))
        throw new Error(`The client cannot write ${where}: use ${styles[kind].join(" or ")}.`);
      const before = chosen[kind];
      if (before && describe(before) !== describe(wanted)) {
        throw new Error(
          `The client cannot write ${first[kind]} and ${where} both: give them the same style and explode.`,
        );
      }
      chosen[kind] ??= wanted;
      first[kind] ??= where;
    }
  }
  return chosen;
}

function kindOf({ schema }: ParameterFact): "array" | "object" | undefined {
  const { type } = (schema.value ?? {}) as { type?: unknown };
  const types = Array.isArray(type) ? type : [type];
  return types.includes("array") ? "array" : types.includes("object") ? "object" : undefined;
}

function describe({ style, explode }: Serialization): string {
  return `style: ${style}, explode: ${explode}`;
}
