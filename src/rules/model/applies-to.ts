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
  return Array.isArray(value) && words.length > 0 && known.length === new Set(words).size ? known : undefined;
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
  const { reader } = document;
  const body = reader.get(operation.node, "requestBody");
  const hasBody = isObject(body?.value);
  return {
    always: true,
    query: parametersOf(document, operation).some(({ value }) => memberOf(value, "in") === "query"),
    body: hasBody,
    "required-body": hasBody && body !== undefined && requiresField(document, body),
    write: ["post", "put", "patch", "delete"].includes(operation.method),
    "path-id": pathId,
    explicit: undefined,
  };
}

/** Parameters of the operation and of its path. */
function parametersOf({ reader, root }: ParsedDocument, { node, path }: Operation): Node[] {
  const shared = reader.get(root, "paths", path, "parameters");
  return [reader.get(node, "parameters"), shared].flatMap((list) =>
    reader.children(list).flatMap((entry) => reader.follow(entry) ?? []),
  );
}

/** Whether a JSON body has a field that every form of it requires. */
function requiresField({ reader }: ParsedDocument, body: Node): boolean {
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
  const last = new Set([...names.keys()].map((path) => /\{([^{}]*)\}\/?$/.exec(path)?.[1]));
  return new Map(
    [...names].map(([path, list]): [string, Verdict] => {
      if (/\{[^{}]*\}\/?$/.test(path) || list.some((name) => !common.has(name))) return [path, true];
      return [path, list.some((name) => last.has(name)) ? undefined : false];
    }),
  );
}
