import { APPLIES_TO, type AppliesTo } from "./conventions.ts";
import { isObject, member, stringsOf } from "./json.ts";
import { isJson, type Operation } from "./operations.ts";
import type { SchemaReader } from "./schema.ts";
import type { Node, Tree } from "./tree.ts";

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
export function createApplies(tree: Tree, schemas: SchemaReader, operations: readonly Operation[]): Applies {
  const resources = resourceIds(operations.map(({ path }) => path));
  const facts = new Map(
    operations.map((operation) => [
      operation,
      readFacts(tree, schemas, operation, resources.get(operation.path)),
    ]),
  );
  return (operation, conditions) => {
    const known = facts.get(operation);
    const verdicts = conditions.map((condition) => known?.[condition]);
    if (verdicts.includes(true)) return true;
    return verdicts.includes(undefined) ? undefined : false;
  };
}

function readFacts(
  tree: Tree,
  schemas: SchemaReader,
  operation: Operation,
  pathId: Verdict,
): Record<AppliesTo, Verdict> {
  const body = tree.get(operation.node, "requestBody");
  const hasBody = isObject(body?.value);
  return {
    always: true,
    query: parametersOf(tree, operation).some(({ value }) => member(value, "in") === "query"),
    body: hasBody,
    "required-body": hasBody && body !== undefined && requiresField(tree, schemas, body),
    write: ["post", "put", "patch", "delete"].includes(operation.method),
    "path-id": pathId,
    explicit: undefined,
  };
}

/** Parameters of the operation and of its path. */
function parametersOf(tree: Tree, { node, path }: Operation): Node[] {
  const shared = tree.get(tree.root, "paths", path, "parameters");
  return [tree.get(node, "parameters"), shared].flatMap((list) =>
    tree.children(list).flatMap((entry) => tree.follow(entry) ?? []),
  );
}

/** Whether a JSON body has a field that every form of it requires. */
function requiresField(tree: Tree, schemas: SchemaReader, body: Node): boolean {
  return tree.children(tree.get(body, "content")).some((media) => {
    const schema = isJson(String(media.path.at(-1))) ? tree.get(media, "schema") : undefined;
    const branches = schema ? schemas.branches(schema) : [];
    return branches.length > 0 && branches.every(({ parts }) => schemas.required(parts).size > 0);
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
