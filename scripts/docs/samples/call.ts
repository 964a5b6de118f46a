import type {
  BodyFact,
  Contract,
  ErrorFact,
  OperationFact,
  ParameterFact,
} from "../../../src/contract/index.ts";
import { type Namespace, type OwnParameter, shapeClient } from "../../names/client-methods.ts";

/** A call to show in a sample. */
export interface SampleCall {
  operation: OperationFact;
  /** The client's method, such as `tickets.messages.list`. */
  method: string;
  /** Path parameters that every operation has, such as the team: a program gets them from its environment. */
  common: OwnParameter[];
  /** The other path parameters, each with an example. */
  ids: { name: string; value: string }[];
  /** The query parameter that the error is about, if it is one. */
  query: { name: string; value: unknown }[];
  /** The header that makes a retry safe, where the error allows one. */
  headers: { name: string; value: string }[];
  /** A small example of the JSON body; absent when there is none. */
  body?: unknown;
}

/**
 * The call to show for a code: an operation that takes the parameter of the code's example; else, where a retry could do
 * the work twice, one that takes a header to prevent that; else the first one.
 */
export function sampleCall(contract: Contract, error: ErrorFact): SampleCall | undefined {
  const candidates = error.operations.flatMap((id) => contract.operations.find((one) => one.id === id) ?? []);
  const { param } = error.example.error;
  const takesParameter = (operation: OperationFact) => inputsOf(operation).includes(String(param));
  const takesKey = (operation: OperationFact) => operation.parameters.some((p) => p.in === "header");
  const operation =
    candidates.find(takesParameter) ??
    (error.retry === "backoff" ? candidates.find(takesKey) : undefined) ??
    candidates[0];
  if (operation === undefined) return undefined;
  const call = requestOf(contract, operation);
  return {
    ...call,
    query: operation.parameters.filter((p) => p.in === "query" && p.name === param).map(exampleOf),
    headers: error.retry === "backoff" ? headersOf(operation) : [],
  };
}

/** A call of an operation with everything that it requires, and nothing else. */
export function requestOf(contract: Contract, operation: OperationFact): SampleCall {
  const { own, root } = shapeClient(contract);
  const { parameters, body } = operation;
  return {
    operation,
    method: methodOf(root, operation) ?? "",
    common: own,
    ids: parameters
      .filter((p) => p.in === "path" && !own.some(({ name }) => name === p.name))
      .map(textExampleOf),
    query: parameters.filter((p) => p.in === "query" && p.required).map(exampleOf),
    headers: parameters.filter((p) => p.in === "header" && p.required).map(textExampleOf),
    ...(body && { body: requiredPart(body) }),
  };
}

function headersOf({ parameters }: OperationFact): { name: string; value: string }[] {
  return parameters.filter((p) => p.in === "header").map(textExampleOf);
}

function methodOf({ methods, children }: Namespace, operation: OperationFact): string | undefined {
  const own = methods.find((method) => method.operation === operation);
  if (own) return own.name;
  const found = children.flatMap((space) => {
    const inner = methodOf(space, operation);
    return inner === undefined ? [] : [`${space.name}.${inner}`];
  });
  return found[0];
}

function inputsOf({ parameters, body }: OperationFact): string[] {
  return [...parameters.map(({ name }) => name), ...(body?.requiredFields ?? [])];
}

function exampleOf({ name, example = "…" }: ParameterFact): { name: string; value: unknown } {
  return { name, value: example };
}

function textExampleOf(parameter: ParameterFact): { name: string; value: string } {
  return { name: parameter.name, value: String(exampleOf(parameter).value) };
}

/** The example of a body without what may be left out; one field at least. */
function requiredPart({ example, requiredFields }: BodyFact): unknown {
  if (typeof example !== "object" || example === null || Array.isArray(example)) return example;
  const members = Object.entries(example);
  const needed = members.filter(([name]) => requiredFields.includes(name));
  return Object.fromEntries(needed.length > 0 ? needed : members.slice(0, 1));
}
