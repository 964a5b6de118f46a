import type { OperationFact } from "./contract.ts";

/** A valid request of an operation, made of the document's own examples. */
export interface SampleRequest {
  /** Upper case. */
  method: string;
  /** Path below the base URL with every parameter filled in, and the query parameters that are required. */
  path: string;
  /** Absent when the operation takes none. */
  body?: unknown;
}

/**
 * Composes a request that the contract allows.
 * @throws Error naming a required parameter of which the document gives no example.
 */
export function sampleRequest({ id, method, path, parameters, body }: OperationFact): SampleRequest {
  const required = parameters.filter((parameter) => parameter.required);
  const filled = required.map(({ name, in: place, example }) => {
    if (example === undefined) throw new Error(`Parameter ${name} of ${id} has no example: give it one.`);
    return { name, place, value: encodeURIComponent(String(example)) };
  });
  const target = filled
    .filter(({ place }) => place === "path")
    .reduce((template, { name, value }) => template.replaceAll(`{${name}}`, value), path);
  const query = filled.filter(({ place }) => place === "query").map(({ name, value }) => `${name}=${value}`);
  return {
    method: method.toUpperCase(),
    path: query.length > 0 ? `${target}?${query.join("&")}` : target,
    ...(body && { body: body.example }),
  };
}
