import type { Contract, Method, OperationFact } from "../../src/contract/index.ts";

/** A method of the client. */
export interface ClientMethod {
  operation: OperationFact;
  name: string;
  /** Its path parameters, apart from those that belong to the client as a whole. */
  ids: string[];
}

/** A property of the client: methods, and more such properties inside. */
export interface Namespace {
  name: string;
  methods: ClientMethod[];
  children: Namespace[];
}

/** The methods of the client, and the path parameters that are the client's own. */
export interface ClientShape {
  /** Parameters that stand in every path: options of the client. */
  own: string[];
  root: Namespace;
}

const collectionVerbs: Partial<Record<Method, string>> = { get: "list", post: "create" };
const itemVerbs: Partial<Record<Method, string>> = {
  get: "get",
  put: "replace",
  patch: "update",
  delete: "delete",
};

/**
 * Names a method for each operation by its path and verb alone.
 * @throws Error when a verb has no name where it stands, or two operations get the same.
 */
export function shapeClient({ operations }: Contract): ClientShape {
  const paths = operations.map(({ path }) => path.split("/").filter(Boolean));
  const own = (paths[0] ?? []).filter(
    (part) => isParameter(part) && paths.every((path) => path.includes(part)),
  );
  const root: Namespace = { name: "", methods: [], children: [] };
  for (const operation of operations) {
    const parts = operation.path.split("/").filter(Boolean);
    const rest = parts.slice(parts.findLastIndex((part) => own.includes(part)) + 1);
    let space = root;
    for (const part of rest) if (!isParameter(part)) space = child(space, camelCase(part), operation);
    const verbs = isParameter(rest.at(-1) ?? "") ? itemVerbs : collectionVerbs;
    const name = verbs[operation.method];
    if (!name) throw clash(operation, "the client has no method name for this verb on such a path");
    if (taken(space, name)) throw clash(operation, `the client already has a ${space.name}.${name}`);
    space.methods.push({ operation, name, ids: rest.filter(isParameter).map(parameterName) });
  }
  return { own: own.map(parameterName), root };
}

function child(space: Namespace, name: string, operation: OperationFact): Namespace {
  const found = space.children.find((other) => other.name === name);
  if (found) return found;
  if (taken(space, name)) throw clash(operation, `the client already has a ${space.name}.${name}`);
  const made = { name, methods: [], children: [] };
  space.children.push(made);
  return made;
}

function taken({ methods, children }: Namespace, name: string): boolean {
  return methods.some((method) => method.name === name) || children.some((space) => space.name === name);
}

function clash({ id, method, path, location }: OperationFact, why: string): Error {
  return new Error(
    `${location.file}: ${id} (${method.toUpperCase()} ${path}) cannot become a method: ${why}.`,
  );
}

function isParameter(part: string): boolean {
  return part.startsWith("{");
}

function parameterName(part: string): string {
  return part.slice(1, -1);
}

/** `ticket-messages` makes `ticketMessages`. */
function camelCase(part: string): string {
  return part.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? "");
}
