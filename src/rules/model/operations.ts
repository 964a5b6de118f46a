import { FIELD } from "./conventions.ts";
import { isObject, keysOf, member } from "./json.ts";
import type { Branch, SchemaReader } from "./schema.ts";
import { idOf, type Node, refOf, spot, type Tree } from "./tree.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

export interface Operation {
  /** `POST /teams/{teamId}/tickets`, as messages name it. */
  label: string;
  method: (typeof METHODS)[number];
  /** Path template. */
  path: string;
  node: Node;
  /** The `responses` object, or the place where it is missing. */
  responses: Node;
  /** Its 4xx and 5xx responses, and `default` where that describes errors. */
  errors: ResponseUse[];
  /** Statuses as written, successes too. */
  statuses: string[];
}

/** A response as an operation has it. */
export interface ResponseUse {
  operation: Operation;
  /** `404`, `4XX` or `default`, as written. */
  status: string;
  /** The entry under `responses`, its `$ref` unfollowed. */
  at: Node;
  response: ErrorResponse;
}

/** An error response, read once however many operations use it. */
export interface ErrorResponse {
  /** Where it is defined. */
  node: Node;
  /** Whether operations refer to it, as opposed to writing it in place. */
  shared: boolean;
  media: Media[];
  uses: ResponseUse[];
}

/** One media type of an error response. */
export interface Media {
  type: string;
  node: Node;
  schema: Node | undefined;
  /** The alternatives of the body. */
  branches: Branch[];
}

export interface Operations {
  operations: Operation[];
  /** Every error response that an operation uses, once. */
  responses: ErrorResponse[];
}

/** Whether a key under `responses` stands for errors only. */
export function isErrorStatus(status: string): boolean {
  return /^[45](\d\d|XX)$/i.test(status);
}

/** Whether a response under `key` may be sent with `status`; `default` may be sent with any. */
export function statusFits(key: string, status: number): boolean {
  return key === "default" || key === String(status) || key.toUpperCase() === `${Math.trunc(status / 100)}XX`;
}

/** Reads the operations under `paths`. Webhooks and callbacks are answered by somebody else and stay out. */
export function readOperations(tree: Tree, schemas: SchemaReader): Operations {
  const responses = new Map<string, ErrorResponse>();

  const readResponse = (use: Node): ErrorResponse | undefined => {
    const node = tree.follow(use);
    if (node === undefined || !isObject(node.value)) return undefined;
    const id = idOf(node);
    const known = responses.get(id);
    if (known) return known;
    const media = tree.children(tree.get(node, "content")).map((entry) => readMedia(entry));
    const response = { node, shared: refOf(use.value) !== undefined, media, uses: [] };
    responses.set(id, response);
    return response;
  };

  const readMedia = (entry: Node): Media => {
    const node = tree.follow(entry) ?? entry;
    const schema = tree.child(node, "schema");
    const branches = schema ? schemas.branches(schema) : [];
    return { type: String(entry.path.at(-1)), node, schema, branches };
  };

  const readOperation = (item: Node, path: string, method: Operation["method"]): Operation | undefined => {
    const node = tree.get(item, method);
    if (node === undefined || !isObject(node.value)) return undefined;
    const all = tree.get(node, "responses");
    const operation: Operation = {
      label: `${method.toUpperCase()} ${path}`,
      method,
      path,
      node,
      responses: all ?? spot(node, ["responses"]),
      errors: [],
      statuses: keysOf(all?.value).filter((key) => !key.startsWith("x-")),
    };
    // Without a success beside it, `default` may be the success as well as the error.
    const hasSuccess = operation.statuses.some((status) => /^[123]/.test(status));
    for (const at of tree.children(all)) {
      const status = String(at.path.at(-1));
      if (!isErrorStatus(status) && !(status === "default" && hasSuccess)) continue;
      const response = readResponse(at);
      if (response === undefined) continue;
      const use = { operation, status, at, response };
      response.uses.push(use);
      operation.errors.push(use);
    }
    return operation;
  };

  const operations = tree.children(tree.get(tree.root, "paths")).flatMap((entry) => {
    const item = tree.follow(entry);
    const path = String(entry.path.at(-1));
    if (item === undefined || path.startsWith("x-")) return [];
    return METHODS.flatMap((method) => readOperation(item, path, method) ?? []);
  });
  return { operations, responses: [...responses.values()] };
}

/** Whether a media type carries JSON (RFC 6838, section 4.2.8, for the suffix). */
export function isJson(type: string): boolean {
  return /^\s*[\w.+-]+\/([\w.-]+\+)?json\s*(;|$)/i.test(type);
}

/** The nodes that describe the error object in an alternative of a body. */
export function errorObjects(schemas: SchemaReader, branch: Branch): Node[] {
  return schemas.property(branch.parts, FIELD.error);
}

/** Whether a schema's `type` leaves room for an object. */
export function allowsObject(part: Node): boolean {
  const type = member(part.value, "type");
  return type === undefined || type === "object" || (Array.isArray(type) && type.includes("object"));
}
