import type { OperationFact } from "../../contract/index.ts";
import { type Change, changeOf } from "../change.ts";
import { groupBy } from "../group.ts";
import { type OperationPair, operationName, type Pairing, parameterNames } from "../pairing.ts";
import { quote } from "../words.ts";

/** Operations that come, go or change what programs call them. */
export function compareOperations({
  head,
  operations,
  operationsRemoved,
  operationsAdded,
}: Pairing): Change[] {
  return [
    ...operationsRemoved.map((operation) =>
      changeOf("operation-removed", {
        operations: [operationName(operation)],
        message: `${signature(operation)} is removed.`,
        location: head.reader.get(head.root, "paths")?.location,
      }),
    ),
    ...operationsAdded.map((operation) =>
      changeOf("operation-added", {
        operations: [operationName(operation)],
        message: `${signature(operation)} is new.`,
        location: operation.location,
      }),
    ),
    ...operations.filter(({ base, head }) => base.id !== head.id).map(idChanged),
    ...renamedParameters(operations),
    ...movedArguments(operations),
  ];
}

export function signature({ method, path }: OperationFact): string {
  return quote(`${method.toUpperCase()} ${path}`);
}

function idChanged({ base, head }: OperationPair): Change {
  return changeOf("operation-id-changed", {
    operations: [operationName(head)],
    message: `${signature(head)} now has the operationId ${quote(head.id)} (was ${quote(base.id)}).`,
    location: head.location,
  });
}

/** Path parameters are matched by their position in the path; one that many paths share is one entry. */
function renamedParameters(pairs: readonly OperationPair[]): Change[] {
  const renamed = pairs.flatMap(({ base, head }) => {
    const [before, after] = [parameterNames(base.path), parameterNames(head.path)];
    return before.flatMap((name, index) => {
      const now = after[index] ?? name;
      return now === name ? [] : [{ name, now, head }];
    });
  });
  return groupBy(renamed, ({ name, now }) => JSON.stringify([name, now])).map((group) => {
    const [{ name, now, head }] = group;
    return changeOf("path-parameter-renamed", {
      operations: group.map((one) => operationName(one.head)),
      message: `The path parameter ${quote(name)} is now called ${quote(now)}; requests stay the same.`,
      location: head.location,
    });
  });
}

/**
 * Methods of the TypeScript client that take a body or a query for the first time: it comes before the options of a call,
 * so options that callers pass in its place are taken for it.
 */
function movedArguments(pairs: readonly OperationPair[]): Change[] {
  const moved = pairs.flatMap(({ base, head }) => {
    if (base.clientMethod === false || head.clientMethod === false) return [];
    const before = argumentsOf(base);
    const added = argumentsOf(head).filter((argument) => !before.includes(argument));
    const comes = added.length === 1 ? "comes" : "come";
    return added.length > 0 ? [{ added: `${added.join(" and a ")}, which ${comes}`, head }] : [];
  });
  return groupBy(moved, ({ added }) => added).map((group) => {
    const [{ added, head }] = group;
    const [method, them] = group.length === 1 ? ["The method", "it"] : ["Methods", "them"];
    const take = group.length === 1 ? "takes" : "take";
    return changeOf("client-arguments-moved", {
      operations: group.map((one) => operationName(one.head)),
      message: `${method} of the TypeScript client now ${take} a ${added} before the options: whoever passes options to ${them} has to move these.`,
      location: head.location,
    });
  });
}

function argumentsOf({ parameters, body }: OperationFact): string[] {
  const hasQuery = parameters.some((parameter) => parameter.in === "query");
  return [...(body ? ["body"] : []), ...(hasQuery ? ["query"] : [])];
}
