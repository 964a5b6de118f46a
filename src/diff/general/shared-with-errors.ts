import type { OperationFact } from "../../contract/index.ts";
import { listOf, same } from "../canonical/merge.ts";
import { originsOf, withOrigins } from "../canonical/origin.ts";
import { isErrorStatus } from "../compare/carriers.ts";
import type { OperationPair } from "../pairing.ts";
import { canonicalResponse, type Plain, type Version } from "./canonical-operation.ts";

interface Context {
  before: Version;
  after: Version;
  pair: OperationPair;
}

/**
 * Takes out of the successful responses what they have in common with the errors of the same operation, before and
 * after: the `meta` of the envelope, and headers. The error half reports what changes there, and once is enough.
 */
export function withoutShared(
  operations: { base: Plain; head: Plain },
  { before, after, pair }: Context,
): { base: Plain; head: Plain } {
  const errors = { base: errorOf(before, pair.base), head: errorOf(after, pair.head) };
  const { meta } = after.contract.envelope;
  const successes = { base: successOf(operations.base), head: successOf(operations.head) };
  const isShared = (read: (response: Plain | undefined) => unknown) =>
    (["base", "head"] as const).every((side) => same(read(successes[side]), read(errors[side])));
  const names = new Set(
    [successes.base, successes.head].flatMap((response) => Object.keys(headersOf(response))),
  );
  const shared = {
    headers: [...names].filter((name) => isShared((response) => headersOf(response)[name])),
    fields: [meta].filter((name) => isShared((response) => propertyOf(response, name))),
  };
  return { base: strip(operations.base, shared), head: strip(operations.head, shared) };
}

/** What all errors of an operation have in common, as its first response with a code shows it. */
function errorOf(version: Version, { path, method, responses }: OperationFact): Plain | undefined {
  const { reader, root } = version.contract;
  const error = responses.find(({ status, codes }) => isErrorStatus(status) && codes.length > 0);
  const node = error && reader.get(root, "paths", path, method, "responses", error.status);
  return node && canonicalResponse(version, node);
}

function successOf({ responses }: Plain): Plain | undefined {
  return Object.values(responses as Record<string, Plain>)[0];
}

function headersOf(response: Plain | undefined): Plain {
  return (response?.headers ?? {}) as Plain;
}

/** A property of the body, and whether it is always there. */
function propertyOf(response: Plain | undefined, name: string): unknown {
  const [media] = Object.values((response?.content ?? {}) as Record<string, Plain>);
  const { properties, required } = (media?.schema ?? {}) as { properties?: Plain; required?: string[] };
  return { schema: properties?.[name], required: required?.includes(name) === true };
}

interface Shared {
  headers: readonly string[];
  fields: readonly string[];
}

function strip(operation: Plain, shared: Shared): Plain {
  const responses = mapValues(operation.responses as Record<string, Plain>, (response) =>
    withOrigins(
      {
        ...response,
        headers: copyOf(headersOf(response), shared.headers),
        content: mapValues(response.content as Record<string, Plain>, (media) => ({
          ...media,
          schema: withoutProperties(media.schema as Plain, shared.fields),
        })),
      },
      originsOf(response),
    ),
  );
  return { ...operation, responses };
}

function mapValues(object: Record<string, Plain>, change: (value: Plain) => Plain): Plain {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

/** The same object, its origins too, without some keys. */
function copyOf(object: Plain, without: readonly string[]): Plain {
  const copy = { ...object };
  for (const key of without) delete copy[key];
  return copy;
}

function withoutProperties(schema: Plain, names: readonly string[]): Plain {
  return {
    ...schema,
    properties: copyOf((schema.properties ?? {}) as Plain, names),
    required: listOf(schema.required).filter((name) => !names.includes(String(name))),
  };
}
