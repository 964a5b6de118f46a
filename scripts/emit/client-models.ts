import { type Node, type Reader, refOf, schemaParts, type Tree } from "../../src/document/index.ts";
import type { Bundle } from "../../src/lint/index.ts";
import type { Identifiers } from "../names/identifier.ts";

/** A schema with a type of its own. */
export interface Model {
  type: string;
  /** The name of the component. */
  schema: string;
  description: string;
  /** Objects are interfaces, which an editor shows by their name; nothing else can be. */
  kind: "interface" | "alias";
}

/**
 * What `generated/client.ts`, or the entry of the package that passes it on, imports, exports or takes from the
 * platform. No type of the document may take such a name.
 */
export const USED_TYPES: readonly string[] = [
  ...["Array", "AsyncGenerator", "NonNullable", "Omit", "Promise", "Record"],
  ...["Client", "ClientOptions", "FetchClient", "FetchResponse", "OpenapiFetchClient", "Schema", "Schemas"],
  ...["Api", "RequestOptions", "Result", "Route", "Runtime", "TransportOptions"],
  ...["AnyErrorCode", "ApiError", "ApiErrors", "Attempt", "CStarError", "CStarErrorInit", "CStarErrorJson"],
  ...["CallOutcome", "CatalogEntry", "ClientErrorCode", "ErrorCatalog", "ErrorCode", "ErrorEnvelope"],
  ...["ErrorType", "Meta", "OperationErrorCode", "Pagination", "ParamRule", "RateLimit", "RetryRule"],
  ...["CStarErrorConstructor", "CStarErrorFor", "CStarErrorOf", "ErrorOf", "Failure", "FetchFunction"],
  ...[
    "FetchInit",
    "FetchOptions",
    "FetchedResponse",
    "Limits",
    "StopReason",
    "Success",
    "components",
    "operations",
    "paths",
  ],
];

/** A model for each schema of the bundle that `roots` are made of, themselves included, in the order of the bundle. */
export function planModels(
  roots: Iterable<string>,
  { bundle, tree, names }: { bundle: Bundle; tree: Tree; names: Identifiers },
): Model[] {
  const { reader, root } = tree;
  return schemasWithin(roots, bundle).map((schema) => {
    const node = reader.get(root, "components", "schemas", schema);
    const description = reader.get(node, "description")?.value;
    return {
      type: names.claim(schema),
      schema,
      description: typeof description === "string" ? description : "",
      kind: isPlainObject(reader, node) ? "interface" : "alias",
    };
  });
}

const CHOICES = ["oneOf", "anyOf", "enum", "const", "not", "if"];

/** Whether the type of a schema is one object, or several objects together: an interface can extend nothing else. */
function isPlainObject(reader: Reader, schema: Node | undefined): boolean {
  const parts = schemaParts(reader, schema);
  const types = parts.map((part) => reader.get(part, "type")?.value);
  return (
    types.includes("object") &&
    types.every((type) => type === undefined || type === "object") &&
    !parts.some((part) => CHOICES.some((keyword) => reader.get(part, keyword) !== undefined))
  );
}

/** All schemas of the bundle that `names` are made of, themselves included, in the order of the bundle. */
export function schemasWithin(names: Iterable<string>, bundle: unknown): string[] {
  const components = isObject(bundle) && isObject(bundle.components) ? bundle.components : {};
  const schemas = isObject(components.schemas) ? components.schemas : {};
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    const name = refOf(value)?.match(/^#\/components\/schemas\/([^/]+)$/)?.[1];
    if (name !== undefined) add(name);
    if (typeof value === "object" && value !== null) Object.values(value).forEach(visit);
  };
  const add = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    visit(schemas[name]);
  };
  for (const name of names) add(name);
  return Object.keys(schemas).filter((name) => found.has(name));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
