import type { Contract } from "../../contract/index.ts";
import { createCanonicalize } from "../canonical/canonical-schema.ts";
import { pairContracts, parameterNames } from "../pairing.ts";
import { canonicalOperation, canonicalServers, type Plain, type Version } from "./canonical-operation.ts";
import { withoutShared } from "./shared-with-errors.ts";

/** Two versions of an API in one form, in which everything that differs is a change. */
export interface DocumentPair {
  base: Plain;
  head: Plain;
}

/**
 * Writes two versions in the same way, so that a tool which compares texts of documents sees only what has a meaning:
 * references resolved, `allOf` merged, parameters of a path at its operations, sets sorted. Left out is what the error
 * half reports: error responses, operations that come or go, names of operations and of path parameters.
 */
export function canonicalDocuments(base: Contract, head: Contract): DocumentPair {
  const before: Version = { contract: base, canonical: createCanonicalize(base.reader) };
  const after: Version = { contract: head, canonical: createCanonicalize(head.reader) };
  const pairs: DocumentPair = { base: {}, head: {} };
  for (const pair of pairContracts(base, head).operations) {
    const { path, method } = pair.head;
    const pathParameters = parameterNames(path);
    const operations = withoutShared(
      {
        base: canonicalOperation(before, pair.base, { pathParameters }),
        head: canonicalOperation(after, pair.head, { pathParameters }),
      },
      { before, after, pair },
    );
    for (const side of ["base", "head"] as const) {
      pairs[side][path] = { ...(pairs[side][path] as Plain | undefined), [method]: operations[side] };
    }
  }
  return { base: documentOf(before, pairs.base), head: documentOf(after, pairs.head) };
}

function documentOf(version: Version, paths: Plain): Plain {
  const { reader, root } = version.contract;
  const schemes = reader.entries(reader.get(root, "components", "securitySchemes"));
  return {
    openapi: "3.1.0",
    info: { title: "API", version: "1.0.0" },
    servers: canonicalServers(version, reader.get(root, "servers")) ?? [{ url: "/", variables: {} }],
    paths,
    components: {
      securitySchemes: Object.fromEntries(
        schemes.map(([name, scheme]) => [name, withoutExtensions(scheme.value)]),
      ),
    },
  };
}

function withoutExtensions(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.startsWith("x-"))
      .map(([key, member]) => [key, withoutExtensions(member)]),
  );
}
