import type { Contract, OperationFact, ParameterFact } from "../../src/contract/index.ts";
import { type Report, refuse } from "../names/problem.ts";

const RULE = "client-query";

/**
 * Whether each item of a list in a query is written as a parameter of its own, as OpenAPI's style `form` does by
 * default (OpenAPI 3.1, "Style Values"); else commas join them. The client writes all lists in one way, and reports a
 * query parameter that is an object, a list in another style, or a list in another way than the first one.
 */
export function explodesLists(
  { operations }: Pick<Contract, "operations">,
  report: Report = refuse,
): boolean {
  const called = operations.filter(({ clientMethod }) => clientMethod !== false);
  let first: { parameter: ParameterFact; where: string } | undefined;
  for (const operation of called) {
    for (const parameter of operation.parameters.filter((one) => one.in === "query")) {
      const where = describe(operation, parameter);
      const problem = (message: string) =>
        report({ rule: RULE, severity: "error", location: operation.location, message });
      if (isOf("object", parameter) || (parameter.style ?? "form") !== "form") {
        problem(`The client cannot write ${where}: use single values, or lists in the style form.`);
      } else if (isOf("array", parameter)) {
        first ??= { parameter, where };
        if (explodes(parameter) === explodes(first.parameter)) continue;
        problem(`The client cannot write both ${first.where} and ${where}: give them the same explode.`);
      }
    }
  }
  return first === undefined || explodes(first.parameter);
}

/** The default of OpenAPI for this style. */
function explodes({ explode = true }: ParameterFact): boolean {
  return explode;
}

function isOf(type: string, { schema }: ParameterFact): boolean {
  const { type: types } = (schema.value ?? {}) as { type?: unknown };
  return [types].flat().includes(type);
}

function describe({ id }: OperationFact, { name, style = "form", explode = true }: ParameterFact): string {
  return `the query parameter ${name} of ${id} (style: ${style}, explode: ${explode})`;
}
