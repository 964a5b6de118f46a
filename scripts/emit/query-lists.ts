import type { Contract, OperationFact, ParameterFact } from "../../src/contract/index.ts";

/**
 * Whether each item of a list in a query is written as a parameter of its own, as OpenAPI's style `form` does by
 * default (OpenAPI 3.1, "Style Values"); else commas join them. The client writes all lists in one way.
 * @throws Error naming a query parameter that is an object, a list in another style, or one in both ways.
 */
export function explodesLists({ operations }: Contract): boolean {
  const parameters = operations.flatMap((operation) => {
    const inQuery = operation.parameters.filter((parameter) => parameter.in === "query");
    return inQuery.map((parameter) => ({ ...parameter, where: describe(operation, parameter) }));
  });
  const wrong = parameters.find(
    (parameter) => isOf("object", parameter) || (parameter.style ?? "form") !== "form",
  );
  if (wrong) {
    throw new Error(`The client cannot write ${wrong.where}: use single values, or lists in the style form.`);
  }
  const [first, ...others] = parameters.filter((parameter) => isOf("array", parameter));
  const other = others.find((parameter) => explodes(parameter) !== explodes(first));
  if (other) {
    throw new Error(
      `The client cannot write ${first?.where} and ${other.where}: give them the same explode.`,
    );
  }
  return explodes(first);
}

/** The default of OpenAPI for this style. */
function explodes(parameter: ParameterFact | undefined): boolean {
  return parameter?.explode ?? true;
}

function isOf(type: string, { schema }: ParameterFact): boolean {
  const { type: types } = (schema.value ?? {}) as { type?: unknown };
  return [types].flat().includes(type);
}

function describe({ id }: OperationFact, { name, style = "form", explode = true }: ParameterFact): string {
  return `the query parameter ${name} of ${id} (style: ${style}, explode: ${explode})`;
}
