import type { OperationFact } from "../../src/contract/index.ts";
import { tsString } from "../render/escape.ts";
import type { PlannedMethod, PlannedNamespace } from "./client-plan.ts";

const METHODLESS = "methodless";

/** All routes as arguments, for whoever finds them by their path. */
export function allRoutes(operations: readonly OperationFact[]): string {
  const some = operations.some(({ clientMethod }) => clientMethod === false);
  return some ? `routes, ${METHODLESS}` : "routes";
}

/** The tables that the run time works by. What all operations declare is written once: every byte is shipped. */
export function printRoutes(operations: readonly OperationFact[], root: PlannedNamespace): string {
  const [first, ...others] = operations.map(({ codes }) => codes);
  const common = (first ?? []).filter((code) => others.every((codes) => codes.includes(code)));
  return `/** What every operation can return. */
const common = [${common.map(tsString).join(", ")}] as const;

/** By the name of the method. */
const routes = {
${rows(root, "", common).join("")}} as const satisfies Record<string, Route<ErrorCode>>;
${alone(operations, common)}`;
}

/** The table of operations without a method, where there are any. */
function alone(operations: readonly OperationFact[], common: readonly string[]): string {
  const rows = operations
    .filter(({ clientMethod }) => clientMethod === false)
    .map((operation) => `  ${row(operation, common)},\n`);
  if (rows.length === 0) return "";
  return `\n/** Operations without a method. */\nconst ${METHODLESS}: readonly Route<ErrorCode>[] = [\n${rows.join("")}];\n`;
}

function rows({ methods, children }: PlannedNamespace, space: string, common: readonly string[]): string[] {
  const own = methods.map((method) => {
    return `  ${tsString(`${space}${method.name}`)}: ${row(method.operation, common, argumentFields(method))},\n`;
  });
  return [...own, ...children.flatMap((child) => rows(child, `${space}${child.name}.`, common))];
}

function row({ method, path, codes }: OperationFact, common: readonly string[], more: string[] = []): string {
  const own = codes.filter((code) => !common.includes(code)).map((code) => `, ${tsString(code)}`);
  const fields = [
    `method: ${tsString(method.toUpperCase())}`,
    `path: ${tsString(path)}`,
    ...more,
    `codes: [...common${own.join("")}]`,
  ];
  return `{ ${fields.join(", ")} }`;
}

/** What the method of a route takes, and whether it returns a list. */
function argumentFields({ operation, ids, body, query, list, paged, largestPage }: PlannedMethod): string[] {
  const { mediaType = "application/json" } = operation.body ?? {};
  const needsType = body !== undefined && mediaType !== "application/json";
  return [
    ...(body === undefined ? [] : ["body: true"]),
    ...(needsType ? [`mediaType: ${tsString(mediaType)}`] : []),
    ...(query === undefined ? [] : ["query: true"]),
    ...(list ? ["list: true"] : []),
    ...(paged ? [`pages: ${ids.length + (body === undefined ? 0 : 1)}`] : []),
    ...(paged && largestPage !== undefined ? [`largestPage: ${largestPage}`] : []),
  ];
}
