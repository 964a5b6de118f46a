import type { OperationFact, ParameterFact } from "../../contract/index.ts";
import { type Change, changeOf } from "../change.ts";
import { groupBy } from "../group.ts";
import { type OperationPair, operationName, type Pairing } from "../pairing.ts";
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

function parameterNames(path: string): ParameterFact["name"][] {
  return [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
}
