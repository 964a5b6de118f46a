import type { TransportOptions } from "../../src/client/index.ts";
import type { Contract, Method, OperationFact } from "../../src/contract/index.ts";
import { camelCase, createIdentifiers, firstWord, isMemberName } from "./identifier.ts";
import { type Report, refuse } from "./problem.ts";

/** A method of the client. */
export interface ClientMethod {
  operation: OperationFact;
  name: string;
  /** Its path parameters, apart from those that belong to the client as a whole, as arguments are called. */
  ids: string[];
}

/** A property of the client: methods, and more such properties inside. */
export interface Namespace {
  name: string;
  methods: ClientMethod[];
  children: Namespace[];
}

/** A path parameter that the client fills in by itself. */
export interface OwnParameter {
  /** As the path has it. */
  name: string;
  /** The option of the client that gives its value. */
  option: string;
}

/** The methods of the client, and the path parameters that are the client's own. */
export interface ClientShape {
  own: OwnParameter[];
  root: Namespace;
}

/** The options that every client has. */
const TRANSPORT_OPTIONS = {
  ...{ apiKey: null, baseUrl: null, fetch: null, fetchOptions: null, onAttempt: null, headers: null },
  ...{ maxRetries: null, attemptTimeout: null, deadline: null },
} satisfies Record<keyof TransportOptions, null>;

const RULE = "client-method";

const NAME_IT = "Name the method with `x-client-method`, or set that to `false` for none.";

const VERBS: Partial<Record<Method, string>> = {
  put: "replace",
  patch: "update",
  delete: "delete",
};

/**
 * Names a method for each operation: as `x-client-method` says, else by path, verb and operationId. Parameters that
 * stand in every path with parameters are options of the client.
 */
export function shapeClient(
  { operations }: Pick<Contract, "operations">,
  report: Report = refuse,
): ClientShape {
  const called = operations.filter(({ clientMethod }) => clientMethod !== false);
  const own = ownParameters(called);
  const root: Namespace = { name: "", methods: [], children: [] };
  for (const operation of called) {
    const wrong = operation.path.split("/").find((part) => part.includes("{") && !isParameter(part));
    if (wrong) {
      const why = `the client can fill a parameter in only where it is a whole segment of the path, unlike in \`${wrong}\``;
      problem(
        report,
        operation,
        `${why}. Write it so, or set \`x-client-method\` to \`false\` for no method.`,
      );
      continue;
    }
    const path = methodPath(operation, own, report);
    const names = createIdentifiers(["body", "query", "options"]);
    const ids = parametersOf(operation).filter((id) => !own.includes(id));
    const bad = [...path, ...ids].find((name) => !isMemberName(name));
    if (bad !== undefined) {
      const why =
        bad === "" ? "a part of its path has no letters" : `\`${bad}\` would hide what every object has`;
      problem(report, operation, `${why}. ${NAME_IT}`);
      continue;
    }
    const name = path.pop() ?? "";
    const space = findNamespace(root, path);
    if (space === undefined || isTaken(space, name)) {
      const taken = [...path, name].join(".");
      problem(report, operation, `the client has \`${taken}\`, or a part of it, already. ${NAME_IT}`);
      continue;
    }
    space.methods.push({ operation, name, ids: ids.map((id) => names.claim(id)) });
  }
  const options = createIdentifiers(Object.keys(TRANSPORT_OPTIONS));
  return { own: own.map((name) => ({ name, option: options.claim(name) })), root };
}

function problem(report: Report, { id, method, path, location }: OperationFact, why: string): void {
  const message = `${id} (${method.toUpperCase()} ${path}) cannot become a method: ${why}`;
  report({ rule: RULE, severity: "error", location, message });
}

/**
 * The parameters that stand in every path; or in every path with parameters, where no path ends before or with them: those
 * would be a collection and one of its items.
 */
function ownParameters(operations: readonly OperationFact[]): string[] {
  const paths = operations.map(({ path }) => path.split("/").filter(Boolean));
  const [first = [], ...others] = paths.filter((parts) => parts.some(isParameter));
  const common = first.filter((part) => isParameter(part) && others.every((parts) => parts.includes(part)));
  const isItem = (part: string) => {
    const before = first.slice(0, first.indexOf(part)).join("/");
    return paths.some((parts) => [before, `${before}/${part}`].includes(parts.join("/")));
  };
  return common
    .filter((part) => paths.every((parts) => parts.includes(part)) || !isItem(part))
    .map((part) => part.slice(1, -1));
}

/** The namespaces of a method, and its name. */
function methodPath(operation: OperationFact, own: readonly string[], report: Report): string[] {
  const { clientMethod, path, id } = operation;
  if (clientMethod) return clientMethod.split(".");
  const parts = path.split("/").filter(Boolean);
  const last = parts.findLastIndex((part) => isParameter(part) && own.includes(part.slice(1, -1)));
  const rest = parts.slice(last + 1);
  const spaces = rest.filter((part) => !part.includes("{")).map(camelCase);
  const end = rest.at(-1) ?? "";
  const verb = firstWord(id);
  // `POST /tickets/{ticketId}/close` with the operationId `closeTicket`: the segment is what the call does.
  if (!end.includes("{") && firstWord(end) === verb) return spaces;
  const name = nameOf(operation, end.includes("{"));
  if (name !== verb) {
    const method = [...spaces, name].join(".");
    const message = `The operationId \`${id}\` says \`${verb}\`, and its method is \`${method}\`: let the operationId begin with \`${name}\`, or name the method with \`x-client-method\`.`;
    report({ rule: RULE, severity: "warning", location: operation.location, message });
  }
  return [...spaces, name];
}

/** The verb of an operation. What HTTP leaves open, its operationId decides. */
function nameOf({ method, id }: OperationFact, onItem: boolean): string {
  const verb = firstWord(id);
  if (method === "get") return onItem || verb === "get" ? "get" : "list";
  if (method === "post" && !onItem) return "create";
  return VERBS[method] ?? verb;
}

/** The namespace at the end of `path`, made where it is missing; undefined where a method has its name. */
function findNamespace(root: Namespace, path: readonly string[]): Namespace | undefined {
  let space = root;
  for (const name of path) {
    if (space.methods.some((method) => method.name === name)) return undefined;
    const found = space.children.find((child) => child.name === name);
    if (!found) space.children.push({ name, methods: [], children: [] });
    space = found ?? (space.children.at(-1) as Namespace);
  }
  return space;
}

function isTaken({ methods, children }: Namespace, name: string): boolean {
  return [...methods, ...children].some((member) => member.name === name);
}

function isParameter(part: string): boolean {
  return /^\{[^{}]+\}$/.test(part);
}

function parametersOf({ path }: OperationFact): string[] {
  return path
    .split("/")
    .filter(isParameter)
    .map((part) => part.slice(1, -1));
}
