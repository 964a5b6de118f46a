import {
  type Contract,
  type ErrorFact,
  fromPointer,
  type OperationFact,
  type ParameterFact,
  valueAt,
} from "../../../src/contract/index.ts";
import type { EmitInput } from "../../emit/emitter.ts";
import { sampleOf } from "./example.ts";

/** A call to show in a sample. */
export interface SampleCall {
  operation: OperationFact;
  /** Path parameters that every operation has, such as the team: a program gets them from its environment. */
  common: string[];
  /** The other path parameters, each with an example. */
  ids: { name: string; value: string }[];
  /** The query parameter that the error is about, if it is one. */
  query: { name: string; value: unknown }[];
  /** The header that makes a retry safe, where the error allows one. */
  headers: { name: string; value: string }[];
  /** An example of the JSON body; absent when there is none. */
  body?: unknown;
}

/**
 * The operation to show for a code: one that takes the parameter of the code's example, else, where a retry can do the
 * work twice, one that takes a header against that, else the first one.
 */
export function sampleCall({ contract, bundle }: EmitInput, error: ErrorFact): SampleCall | undefined {
  const candidates = error.operations.flatMap(
    (id) => contract.operations.find((operation) => operation.id === id) ?? [],
  );
  const { param } = error.example.error;
  const takesParam = (operation: OperationFact) => {
    return inputsOf(operation).includes(String(param));
  };
  const takesHeader = ({ parameters }: OperationFact) =>
    parameters.some((parameter) => parameter.in === "header");
  const operation =
    candidates.find(takesParam) ??
    (error.retry === "backoff" ? candidates.find(takesHeader) : undefined) ??
    candidates[0];
  if (operation === undefined) return undefined;
  const common = commonPathParameters(contract);
  const content = operation.body?.schema && bodySchema(bundle, operation);
  const valuesOf = (chosen: ParameterFact[]) =>
    chosen.map(({ name }) => ({ name, value: sampleOf(bundle, parameterSchema(bundle, operation, name)) }));
  const textsOf = (chosen: ParameterFact[]) =>
    valuesOf(chosen).map(({ name, value }) => ({ name, value: String(value) }));
  return {
    operation,
    common,
    ids: textsOf(operation.parameters.filter((p) => p.in === "path" && !common.includes(p.name))),
    query: valuesOf(operation.parameters.filter((p) => p.in === "query" && p.name === param)),
    headers: textsOf(operation.parameters.filter((p) => p.in === "header" && error.retry === "backoff")),
    ...(content !== undefined && { body: sampleOf(bundle, content) }),
  };
}

/** Path parameters that all operations share, in the order of the path. */
export function commonPathParameters({ operations }: Contract): string[] {
  const names = operations.map(({ parameters }) =>
    parameters.filter((p) => p.in === "path").map((p) => p.name),
  );
  return (names[0] ?? []).filter((name) => names.every((list) => list.includes(name)));
}

function inputsOf({ parameters, body }: OperationFact): string[] {
  return [...parameters.map(({ name }) => name), ...(body?.requiredFields ?? [])];
}

type Json = Record<string, unknown>;

function pathItem(bundle: Json, { path }: OperationFact): Json {
  return follow(bundle, (bundle.paths as Json | undefined)?.[path]);
}

function bodySchema(bundle: Json, operation: OperationFact): unknown {
  const body = follow(
    bundle,
    (pathItem(bundle, operation)[operation.method] as Json | undefined)?.requestBody,
  );
  return (Object.values((body.content as Json | undefined) ?? {})[0] as Json | undefined)?.schema;
}

function parameterSchema(bundle: Json, operation: OperationFact, name: string): unknown {
  const item = pathItem(bundle, operation);
  const lists = [(item[operation.method] as Json | undefined)?.parameters, item.parameters];
  const parameters = lists
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .map((entry) => follow(bundle, entry));
  return parameters.find((parameter) => parameter.name === name)?.schema;
}

function follow(bundle: Json, value: unknown): Json {
  if (typeof value !== "object" || value === null) return {};
  const { $ref } = value as Json;
  return typeof $ref === "string"
    ? follow(bundle, valueAt(bundle, fromPointer($ref.slice(1))))
    : (value as Json);
}
