import type { Schema } from "./schema.ts";

/**
 * What the contract says about responses, as plain JSON: generated from the document, so that a check runs anywhere and
 * reads no YAML.
 */
export interface ConformanceFacts {
  /** Version of the contract. */
  version: string;
  /** Path of the server's URL, without a trailing slash; empty for the root. */
  basePath: string;
  envelope: EnvelopeNames;
  /** Media type of the bodies. */
  mediaType: string;
  /** What the envelope of an error must be, whatever its code. */
  errorEnvelope: Schema;
  types: readonly string[];
  errors: Readonly<Record<string, CodeFacts>>;
  /** Codes that are no longer in use, with the version since which they are not. */
  retired: Readonly<Record<string, string>>;
  operations: readonly OperationFacts[];
  /** By the name of a shared response, or by operation and status for one that is written in place. */
  responses: Readonly<Record<string, ResponseFacts>>;
  /** The schemas that others refer to. */
  schemas: Readonly<Record<string, Schema>>;
  /** What an API key begins with: such a text is never repeated. */
  keyPrefixes: readonly string[];
}

/** The names that the envelope's parts have in JSON, by their role. */
export interface EnvelopeNames {
  success: string;
  error: string;
  data: string;
  meta: string;
  pagination: string;
  fields: { type: string; code: string; message: string; param: string; docUrl: string; requestId: string };
  metaFields: { requestId: string; timestamp: string };
}

export interface CodeFacts {
  type: string;
  status: number;
  docUrl: string;
  param: "required" | "optional" | "never";
  retry: "never" | "after" | "backoff";
  /** What the error object must be. */
  schema: Schema;
}

export interface OperationFacts {
  id: string;
  /** In capital letters. */
  method: string;
  /** Path template below the base path. */
  path: string;
  codes: readonly string[];
  /** Names in `responses`, by status: `404`, `4XX` or `default`. */
  responses: Readonly<Record<string, string>>;
}

export interface ResponseFacts {
  /** Absent when there is no JSON body. */
  mediaType?: string;
  /** What the body of a success must be. */
  schema?: Schema;
  /** Required headers, with names in lower case. */
  headers?: Readonly<Record<string, Schema>>;
}
