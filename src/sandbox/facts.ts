import type { ConformanceFacts, EnvelopeNames, Schema } from "../conformance/index.ts";

/** What the contract says about requests and about responses. */
export interface ContractFacts {
  facts: SandboxFacts;
  conformance: ConformanceFacts;
}

/** What the contract says about requests, as plain JSON: generated from the document. */
export interface SandboxFacts {
  /** Path of the server's URL, without a trailing slash. */
  basePath: string;
  envelope: EnvelopeNames;
  keys: readonly KeyKind[];
  operations: readonly OperationRequest[];
  /** The schemas that others refer to. */
  schemas: Readonly<Record<string, Schema>>;
}

/** A kind of API key, told by its prefix. */
export interface KeyKind {
  prefix: string;
  kind: string;
  environment: string;
  requestsPerHour: number;
}

/** What an operation takes, and how it succeeds. */
export interface OperationRequest {
  id: string;
  /** Upper case. */
  method: string;
  /** Template, such as `/teams/{teamId}/tickets/{ticketId}`. */
  path: string;
  /** Status of its success. */
  status: number;
  codes: readonly string[];
  parameters: readonly RequestParameter[];
  body?: RequestBody;
}

export interface RequestParameter {
  name: string;
  in: "query" | "path" | "header" | "cookie";
  required: boolean;
  /** How its text is read. */
  type: "string" | "integer" | "number" | "boolean" | "list";
  /** Whether each item of a list is a parameter of its own; else commas join them. */
  explode?: boolean;
  default?: unknown;
  schema: Schema;
  /** A valid value. */
  example?: unknown;
}

export interface RequestBody {
  schema: Schema;
  /** Fields whose value belongs to one resource alone. */
  unique: readonly { field: string; ignoreCase: boolean }[];
  /** Fields that hold the id of another resource. */
  references: readonly { field: string; to: string }[];
  /** A valid body. */
  example: unknown;
}
