import { type Branch, branchesOf } from "../../document/branches.ts";
import { propertiesIn } from "../../document/composition.ts";
import {
  childKeys,
  keyOf,
  locationId,
  memberOf,
  type Node,
  nameOf,
  type Reader,
  refOf,
} from "../../document/node.ts";
import { METHODS } from "../../document/openapi.ts";
import type { ParsedDocument } from "../../document/parsed.ts";
import { FIELD } from "./conventions.ts";
import { isObject } from "./json.ts";

export interface Operation {
  /** `POST /teams/{teamId}/tickets`, as messages name it. */
  label: string;
  /** Lower case, `query` and those of `additionalOperations` (OpenAPI 3.2) among them. */
  method: string;
  /** Path template. */
  path: string;
  node: Node;
  /** The `responses` object, or the operation that lacks it. */
  responses: Node;
  /** Its 4xx and 5xx responses, and `default` where that describes errors. */
  errors: ResponseUse[];
  /** Keys under `responses` as written: those of successes, `default` and extensions, too. */
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
  /** What its author calls it: its name, or the operation and status that it is written in. */
  name: string;
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
export function readOperations({ reader, root }: ParsedDocument): Operations {
  const responses = new Map<string, ErrorResponse>();

  const readResponse = (use: Node, label: string): ErrorResponse | undefined => {
    const node = reader.follow(use);
    if (node === undefined || !isObject(node.value)) return undefined;
    const id = locationId(node);
    const known = responses.get(id);
    if (known) return known;
    const media = reader.children(reader.get(node, "content")).map((entry) => readMedia(entry));
    const ref = refOf(use.value);
    const name = responseName(node, ref, `the ${keyOf(use)} response of ${label}`);
    const response = { node, name, shared: ref !== undefined, media, uses: [] };
    responses.set(id, response);
    return response;
  };

  const readMedia = (entry: Node): Media => {
    const node = reader.follow(entry) ?? entry;
    const schema = reader.child(node, "schema");
    const branches = schema ? branchesOf(reader, schema) : [];
    return { type: keyOf(entry), node, schema, branches };
  };

  const readOperation = (path: string, method: string, node: Node | undefined): Operation | undefined => {
    if (node === undefined || !isObject(node.value)) return undefined;
    const all = reader.get(node, "responses");
    const operation: Operation = {
      label: `${method.toUpperCase()} ${path}`,
      method,
      path,
      node,
      responses: all ?? node,
      errors: [],
      statuses: childKeys(all),
    };
    // Without a success beside it, `default` may be the success as well as the error.
    const hasSuccess = operation.statuses.some((status) => /^[123]/.test(status));
    for (const at of reader.children(all)) {
      const status = keyOf(at);
      if (!isErrorStatus(status) && !(status === "default" && hasSuccess)) continue;
      const response = readResponse(at, operation.label);
      if (response === undefined) continue;
      const use = { operation, status, at, response };
      response.uses.push(use);
      operation.errors.push(use);
    }
    return operation;
  };

  const operations = reader.children(reader.get(root, "paths")).flatMap((entry) => {
    const item = reader.follow(entry);
    const path = keyOf(entry);
    if (path.startsWith("x-")) return [];
    const additional = reader.entries(reader.get(item, "additionalOperations"));
    return [
      ...[...METHODS, "query"].map((method) => [method, reader.get(item, method)] as const),
      ...additional.map(([method, node]) => [method.toLowerCase(), node] as const),
    ].flatMap(([method, node]) => readOperation(path, method, node) ?? []);
  });
  return { operations, responses: [...responses.values()] };
}

/** A reference into another operation names no response; then it is known as it was written. */
function responseName(node: Node, ref: string | undefined, inPlace: string): string {
  if (ref === undefined) return inPlace;
  const name = nameOf(node);
  return /^(\d|default$)/.test(name) ? JSON.stringify(ref) : name;
}

/** The nodes that describe the error object in an alternative of a body. */
export function errorObjects(reader: Reader, branch: Branch): Node[] {
  return propertiesIn(reader, branch.parts, FIELD.error);
}

/** Whether a schema's `type` leaves room for an object. */
export function allowsObject(part: Node): boolean {
  const type = memberOf(part.value, "type");
  return type === undefined || [type].flat().includes("object");
}
