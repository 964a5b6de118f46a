import { APPLIES_TO, type AppliesTo } from "../../contract/contract.ts";
import { branchesOf } from "../../document/branches.ts";
import { requiredIn } from "../../document/composition.ts";
import { keyOf, memberOf, type Node } from "../../document/node.ts";
import { isJsonType } from "../../document/openapi.ts";
import type { ParsedDocument } from "../../document/parsed.ts";
import { isObject, stringsOf } from "./json.ts";
import type { Operation } from "./operations.ts";

/** Whether a condition holds for an operation; undefined where the document does not tell. */
type Verdict = boolean | undefined;

/** Tells for each operation whether the conditions of `x-applies-to` hold. */
export type Applies = (operation: Operation, conditions: readonly AppliesTo[]) => Verdict;

/** The conditions that a value of `x-applies-to` names; undefined when it is not a list of known ones. */
export function conditionsOf(value: unknown): AppliesTo[] | undefined {
  const words = stringsOf(value);
  const known = APPLIES_TO.filter((condition) => words.includes(condition));
  return words.length > 0 && known.length === new Set(words).size ? known : undefined;
}

/** Makes the judge; any one of several conditions is enough. */
export function createApplies(document: ParsedDocument, operations: readonly Operation[]): Applies {
  const resources = resourceIds(operations.map(({ path }) => path));
  const facts = new Map(
    operations.map((operation) => [operation, readFacts(document, operation, resources.get(operation.path))]),
  );
  return (operation, conditions) => {
    const known = facts.get(operation);
    const verdicts = conditions.map((condition) => known?.[condition]);
    if (verdicts.includes(true)) return true;
    return verdicts.includes(undefined) ? undefined : false;
  };
}

function readFacts(
  document: ParsedDocument,
  operation: Operation,
  pathId: Verdict,
): Record<AppliesTo, Verdict> {
  const body = document.reader.get(operation.node, "requestBody");
  return {
    always: true,
    query: hasQuery(document, operation),
    body: isObject(body?.value),
    "required-body": requiresField(document, body),
    write: ["post", "put", "patch", "delete"].includes(operation.method),
    "path-id": pathId,
    explicit: undefined,
  };
}

/** Whether the operation or its path has a parameter in the query. */
function hasQuery({ reader, root }: ParsedDocument, { node, path }: Operation): boolean {
  const lists = [reader.get(node, "parameters"), reader.get(root, "paths", path, "parameters")];
  const parameters = lists.flatMap((list) => reader.entries(list));
  return parameters.some(([, { value }]) => memberOf(value, "in") === "query");
}

/** Whether a JSON body has a field that every form of it requires. */
function requiresField({ reader }: ParsedDocument, body: Node | undefined): boolean {
  return reader.children(reader.get(body, "content")).some((media) => {
    const schema = isJsonType(keyOf(media)) ? reader.get(media, "schema") : undefined;
    const branches = schema ? branchesOf(reader, schema) : [];
    return branches.length > 0 && branches.every(({ parts }) => requiredIn(parts).size > 0);
  });
}

/**
 * Which paths contain the id of a resource. A parameter that stands in every path and never at the end of one, such as
 * a team in front of everything, is the place where the resources live and no resource itself. A parameter that stands
 * in every path and at the end of some may be either where it is not at the end: undefined.
 */
function resourceIds(paths: readonly string[]): Map<string, Verdict> {
  const names = new Map(
    paths.map((path) => [path, [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name)]),
  );
  const counts = new Map<string | undefined, number>();
  for (const list of names.values()) {
    for (const name of new Set(list)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const common = new Set([...counts].filter(([, count]) => count === names.size).map(([name]) => name));
  const lastOf = (path: string): string | undefined => /\{([^{}]*)\}\/?$/.exec(path)?.[1];
  const last = new Set(paths.map(lastOf));
  return new Map(
    [...names].map(([path, list]): [string, Verdict] => {
      if (lastOf(path) !== undefined || list.some((name) => !common.has(name))) return [path, true];
      return [path, list.some((name) => last.has(name)) ? undefined : false];
    }),
  );
}
