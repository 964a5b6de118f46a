import type { Contract, ErrorFact, OperationFact, RetiredCode } from "../contract/index.ts";

/** A code that base has under one name and head under another. */
export interface Renaming {
  base: ErrorFact;
  head: ErrorFact;
  /** Base has the other code too: two codes become one. */
  merged: boolean;
  /** Nothing in head says so. */
  guess: boolean;
}

export interface OperationPair {
  base: OperationFact;
  head: OperationFact;
}

export interface ErrorPair {
  base: ErrorFact;
  head: ErrorFact;
}

/** What belongs together in two versions of a contract, and what has no counterpart. */
export interface Pairing {
  base: Contract;
  head: Contract;
  operations: OperationPair[];
  operationsRemoved: OperationFact[];
  operationsAdded: OperationFact[];
  /** Codes of both, the renamed ones among them. */
  errors: ErrorPair[];
  renamings: Renaming[];
  removed: ErrorFact[];
  added: ErrorFact[];
  /** The name that a code of base has in head. */
  nameInHead: (code: string) => string;
}

/** Finds what belongs together: operations by method and path, codes by name, or by what head says of a rename. */
export function pairContracts(base: Contract, head: Contract): Pairing {
  const renamings = findRenamings(base, head);
  const gone = new Set(renamings.map((renaming) => renaming.base.code));
  const arrived = new Set(renamings.map((renaming) => renaming.head.code));
  const [inBase, inHead] = [byCode(base), byCode(head)];
  const kept = base.errors.flatMap((error) => {
    const same = inHead.get(error.code);
    return same ? [{ base: error, head: same }] : [];
  });
  const renamed = renamings.filter(({ merged }) => !merged);
  const names = new Map(renamings.map((renaming) => [renaming.base.code, renaming.head.code]));
  return {
    base,
    head,
    ...pairOperations(base, head),
    errors: [...kept, ...renamed],
    renamings,
    removed: base.errors.filter(({ code }) => !inHead.has(code) && !gone.has(code)),
    added: head.errors.filter(({ code }) => !inBase.has(code) && !arrived.has(code)),
    nameInHead: (code) => names.get(code) ?? code,
  };
}

function byCode({ errors }: Contract): Map<string, ErrorFact> {
  return new Map(errors.map((error) => [error.code, error]));
}

/** Method and path; the names of path parameters do not affect which requests match (OpenAPI 3.1, 4.8.8.2). */
function shapeOf({ method, path }: OperationFact): string {
  return `${method} ${path.replace(/\{[^}]*\}/g, "{}")}`;
}

function pairOperations(base: Contract, head: Contract) {
  const left = new Map(head.operations.map((operation) => [shapeOf(operation), operation]));
  const operations: OperationPair[] = [];
  const operationsRemoved: OperationFact[] = [];
  for (const operation of base.operations) {
    const same = left.get(shapeOf(operation));
    if (same) operations.push({ base: operation, head: same });
    else operationsRemoved.push(operation);
    left.delete(shapeOf(operation));
  }
  return { operations, operationsRemoved, operationsAdded: [...left.values()] };
}

function findRenamings(base: Contract, head: Contract): Renaming[] {
  const [inBase, inHead] = [byCode(base), byCode(head)];
  const reserved = new Set(base.retired.map(({ code }) => code));
  const declared = head.retired.flatMap((entry): Renaming[] => {
    const [before, after] = [inBase.get(entry.code), inHead.get(entry.replacedBy ?? "")];
    // The reuse of a retired code is worse than a rename, and is reported as such.
    const isRename = before && after && !inHead.has(entry.code) && !reserved.has(after.code);
    return isRename ? [{ base: before, head: after, merged: inBase.has(after.code), guess: false }] : [];
  });
  const known = new Set(declared.flatMap((renaming) => [renaming.base.code, renaming.head.code]));
  const isNew = ({ code }: ErrorFact) => !inBase.has(code) && !known.has(code) && !reserved.has(code);
  const isGone = ({ code }: ErrorFact) => !inHead.has(code) && !known.has(code) && !isReplaced(head, code);
  return [...declared, ...guess(base.errors.filter(isGone), head.errors.filter(isNew))];
}

function isReplaced({ retired }: { retired: readonly RetiredCode[] }, code: string): boolean {
  return retired.some((entry) => entry.code === code && entry.replacedBy !== undefined);
}

/** Codes that are alike, where each has only the other to be taken for. */
function guess(gone: readonly ErrorFact[], arrived: readonly ErrorFact[]): Renaming[] {
  return gone.flatMap((base) => {
    const candidates = arrived.filter((head) => alike(base, head));
    const [head] = candidates;
    const rivals = head ? gone.filter((other) => alike(other, head)) : [];
    if (head === undefined || candidates.length !== 1 || rivals.length !== 1) return [];
    return [{ base, head, merged: false, guess: true }];
  });
}

function alike(a: ErrorFact, b: ErrorFact): boolean {
  return (
    a.type === b.type && a.status === b.status && (a.title === b.title || a.description === b.description)
  );
}

/** The names of the parameters in a path template, by their position. */
export function parameterNames(path: string): string[] {
  return [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
}

/** How an operation is called in a report: its operationId, else method and path. */
export function operationName({ id, method, path }: OperationFact): string {
  return id === "" ? `${method.toUpperCase()} ${path}` : id;
}
