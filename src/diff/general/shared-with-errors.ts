import type { ResponseFact } from "../../contract/index.ts";
import { same } from "../canonical/merge.ts";
import { originsOf, withOrigins } from "../canonical/origin.ts";
import { isErrorStatus } from "../compare/carriers.ts";
import type { OperationPair } from "../pairing.ts";
import { defined, type Plain, type Version } from "./canonical-operation.ts";

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
  const errors = { base: errorOf(before, pair.base.responses), head: errorOf(after, pair.head.responses) };
  const { meta } = after.contract.envelope;
  const successes = { base: successOf(operations.base), head: successOf(operations.head) };
  const isShared = (read: (response: Plain | undefined) => unknown) =>
    (["base", "head"] as const).every((side) => same(read(successes[side]), read(errors[side])));
  const names = new Set(
    [successes.base, successes.head].flatMap((response) => Object.keys(headersOf(response))),
  );
  const shared = {
    headers: [...names].filter((name) => isShared((response) => headersOf(response)[name])),
    meta: isShared((response) => propertyOf(response, meta)) ? meta : undefined,
  };
  return { base: strip(operations.base, shared), head: strip(operations.head, shared) };
}

/** What all errors of an operation have in common, as its first response with a code shows it. */
function errorOf(version: Version, responses: readonly ResponseFact[]): Plain | undefined {
  const error = responses.find(({ status, codes }) => isErrorStatus(status) && codes.length > 0);
  if (error === undefined) return undefined;
  const headers = error.headers.map(({ name, required, description, schema }) => [
    name.toLowerCase(),
    defined({
      required: required || undefined,
      description: description || undefined,
      schema: schema && version.canonical(schema),
    }),
  ]);
  return {
    headers: Object.fromEntries(headers),
    content: { json: { schema: version.canonical(error.schema) } },
  };
}

function successOf({ responses }: Plain): Plain | undefined {
  return Object.values((responses ?? {}) as Record<string, Plain>)[0];
}

function headersOf(response: Plain | undefined): Plain {
  return (response?.headers ?? {}) as Plain;
}

function schemasOf(response: Plain | undefined): Plain[] {
  return Object.values((response?.content ?? {}) as Record<string, Plain>).flatMap(({ schema }) =>
    schema ? [schema as Plain] : [],
  );
}

/** A property of the body, and whether it is always there. */
function propertyOf(response: Plain | undefined, name: string): unknown {
  const [schema] = schemasOf(response);
  const { properties, required } = (schema ?? {}) as { properties?: Plain; required?: string[] };
  return { schema: properties?.[name], required: required?.includes(name) === true };
}

interface Shared {
  headers: readonly string[];
  meta: string | undefined;
}

function strip(operation: Plain, shared: Shared): Plain {
  const responses = Object.entries((operation.responses ?? {}) as Record<string, Plain>).map(
    ([status, response]) => {
      const headers = copyOf(headersOf(response), shared.headers);
      const content = Object.entries((response.content ?? {}) as Record<string, Plain>).map(
        ([type, media]) => [
          type,
          media.schema ? { ...media, schema: withoutProperty(media.schema as Plain, shared.meta) } : media,
        ],
      );
      return [
        status,
        withOrigins(
          defined({
            ...response,
            headers: Object.keys(headers).length > 0 ? headers : undefined,
            ...(response.content !== undefined && { content: Object.fromEntries(content) }),
          }),
          originsOf(response),
        ),
      ];
    },
  );
  return { ...operation, responses: Object.fromEntries(responses) };
}

/** The same object, its origins too, without some keys. */
function copyOf(object: Plain, without: readonly string[]): Plain {
  const copy = { ...object };
  for (const key of without) delete copy[key];
  return copy;
}

function withoutProperty(schema: Plain, name: string | undefined): Plain {
  if (name === undefined || typeof schema.properties !== "object") return schema;
  const required = Array.isArray(schema.required) ? schema.required.filter((one) => one !== name) : [];
  return {
    ...copyOf(schema, ["required"]),
    properties: copyOf(schema.properties as Plain, [name]),
    ...(required.length > 0 && { required }),
  };
}
