import type { Node, Reader } from "../document/node.ts";
import type { Method } from "../document/openapi.ts";
import type { SourceLocation } from "../document/source.ts";

/**
 * Everything that the OpenAPI document says about the API and its errors, read once. Lint, diff, explain, verify and
 * every emitter work on this value and never on the raw document; each fact knows the file and line it came from.
 */
export interface Contract {
  title: string;
  version: string;
  description: string;
  /** URL of the first server, without a trailing slash. */
  baseUrl: string;
  /** The error types, in the order of the `ErrorType` enum. */
  types: ErrorTypeFact[];
  /** The key fields of an error object, `param` included. */
  fields: FieldFact[];
  /** What the parts of a body are called. */
  envelope: EnvelopeFact;
  /** How its lists are paged. */
  pagination: PaginationFact;
  /** The meaning of each status, ascending. */
  statuses: StatusFact[];
  /** CommonMark, one tip each. */
  tips: string[];
  /** The kinds of API key, told by prefix. */
  keys: KeyFact[];
  /** Every code of the `ErrorCode` enum, whether a response carries it or not. */
  registry: RegisteredCode[];
  /** Codes that once existed and must never come back. */
  retired: RetiredCode[];
  /** The error codes, in the order of the `ErrorCode` enum. */
  errors: ErrorFact[];
  /** In the order of the document. */
  operations: OperationFact[];
  /** The `x-` extensions that the document registers. */
  extensions: ExtensionFact[];
  /** The document itself, for what needs whole schemas. */
  root: Node;
  /** Follows the `$ref`s of every schema of the document. */
  reader: Reader;
}

/** When a client may send the request again: never, after the `Retry-After` header, or with growing waits. */
export const RETRY_RULES = ["never", "after", "backoff"] as const;
export type RetryRule = (typeof RETRY_RULES)[number];

/** Whether an error object of a code carries `param`. */
export type ParamRule = "required" | "optional" | "never";

/** Which operations must declare a code; `explicit`: those that list it, and no rule tells which. */
export const APPLIES_TO = [
  "always",
  "query",
  "body",
  "required-body",
  "write",
  "path-id",
  "explicit",
] as const;
export type AppliesTo = (typeof APPLIES_TO)[number];

/** Who can make the error go away. */
export const ACTORS = ["developer", "administrator", "cstar", "nobody"] as const;
export type Actor = (typeof ACTORS)[number];

export interface ErrorFact {
  code: string;
  type: string;
  status: number;
  title: string;
  /** CommonMark. */
  description: string;
  param: ParamRule;
  retry: RetryRule;
  actor: Actor;
  causes: string[];
  fixes: string[];
  /** Texts for a server's `message`, with `{param}` for the parameter's name; empty where the example serves. */
  messages: string[];
  appliesTo: AppliesTo[];
  since: string;
  /** The older code that told some of these situations until this one took them over. */
  splitFrom?: string;
  docUrl: string;
  /** A page with more about this error, such as the one on rate limits. */
  more?: { url: string; description: string };
  /** operationIds that declare the code, in the order of the document. */
  operations: string[];
  /** A whole, valid envelope. */
  example: ErrorExample;
  location: SourceLocation;
}

export interface ErrorExample {
  success: false;
  error: Record<string, unknown>;
  meta: Record<string, unknown>;
}

export interface ErrorTypeFact {
  type: string;
  /** Heading of the group of codes. */
  title: string;
  /** What the type means (CommonMark). */
  description: string;
  /** What usually helps with errors of this type (CommonMark). */
  fix: string;
  location: SourceLocation;
}

export interface FieldFact {
  name: string;
  description: string;
}

/** The parts that every body of the API is made of: the role of each, and its name in JSON (`x-envelope`). */
export interface EnvelopeFact {
  success: string;
  error: string;
  data: string;
  meta: string;
  pagination: string;
  /** Of the error object. */
  fields: {
    type: string;
    code: string;
    message: string;
    param: string;
    docUrl: string;
    requestId: string;
  };
  metaFields: { requestId: string; timestamp: string };
}

/** How a list is read page by page (`x-pagination`). */
export interface PaginationFact {
  /** The query parameter that takes the number of a page, counted from 1. */
  parameter: string;
  /** The query parameter that takes the number of items on a page, where lists have one. */
  size?: string;
  /** The field of `pagination` that says whether another page follows. */
  more: string;
}

export interface StatusFact {
  status: number;
  meaning: string;
}

export interface KeyFact {
  prefix: string;
  kind: string;
  environment: string;
  access: string;
  requestsPerHour: number;
}

export interface RegisteredCode {
  code: string;
  /** Of its line in the enum. */
  location: SourceLocation;
}

export interface RetiredCode {
  code: string;
  retired: string;
  reason: string;
  /** The code that says the same now, where there is one. */
  replacedBy?: string;
}

export interface ExtensionFact {
  name: string;
  description: string;
  /** Kinds of object that carry it: `root`, `schema`, `securityScheme`, `operation` … */
  on: string[];
  /** JSON Schema of its value. */
  schema: unknown;
}

export interface OperationFact {
  id: string;
  method: Method;
  /** Path template, such as `/teams/{teamId}/tickets/{ticketId}`. */
  path: string;
  summary: string;
  description: string;
  tag: string;
  /** Whether a request needs an API key. */
  secured: boolean;
  parameters: ParameterFact[];
  body?: BodyFact;
  responses: ResponseFact[];
  /** Codes that the operation declares, in the order of the `ErrorCode` enum. */
  codes: string[];
  /** What the client calls the operation, where the document says so: names with dots between them, or false for no method. */
  clientMethod?: string | false;
  /** False where the document says that the operation is read in one go, whatever parameters it has. */
  paged?: false;
  location: SourceLocation;
}

export interface ParameterFact {
  name: string;
  in: "query" | "path" | "header" | "cookie";
  required: boolean;
  description: string;
  /** Serialisation, as OpenAPI names it, where the document sets it. */
  style?: string;
  explode?: boolean;
  schema: Node;
  /** A valid value, where the document gives one. */
  example?: unknown;
}

export interface BodyFact {
  required: boolean;
  /** Name of the schema, such as `CreateTicket`; absent when it is written in place. */
  name?: string;
  /** Names of its fields, in the order of the document. */
  fields: string[];
  /** Fields that must be present. */
  requiredFields: string[];
  /** Absent when the body is not JSON. */
  schema?: Node;
  /** Media type of the JSON body, as written. */
  mediaType?: string;
  /** A valid body, where the document gives one. */
  example?: unknown;
}

export interface ResponseFact {
  /** `404`, `4XX` or `default`, as written. */
  status: string;
  /** Name of the shared response; absent when it is written in place. */
  name?: string;
  description: string;
  headers: HeaderFact[];
  /** Codes that this response carries, in the order of its `oneOf`; empty for a success. */
  codes: string[];
  /** Schema of the JSON body; absent when there is none. */
  schema?: Node;
  /** The alternatives of the error object, by code, with the place of the list; absent for a success. */
  union?: { location: SourceLocation; members: Record<string, Node> };
  /** Media type of the JSON body, as written. */
  mediaType?: string;
  location: SourceLocation;
}

export interface HeaderFact {
  name: string;
  required: boolean;
  description: string;
  schema?: Node;
}
