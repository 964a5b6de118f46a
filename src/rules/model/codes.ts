import { EXTENSION, FIELD } from "./conventions.ts";
import { isObject, member } from "./json.ts";
import type { SchemaReader } from "./schema.ts";
import { idOf, type Node, nameOf, spot, type Tree } from "./tree.ts";
import type { Variant } from "./variants.ts";

/** The schema of one code, with what it says about the code. */
export interface CodeDefinition {
  code: string;
  node: Node;
  name: string;
  /** Whether it stands by itself, to be referred to; otherwise it is written inside of a response. */
  shared: boolean;
  /** All schemas that apply to the error object of this code. */
  parts: Node[];
  /** A keyword of the definition itself, not of what it refers to. */
  fact(key: string): Node | undefined;
  /** Where a keyword stands, or would stand. */
  factAt(key: string): Node;
  /** The constant of a field, with its place. */
  constant(field: string): { value: string; at: Node } | undefined;
  /** `x-http-status`, if it is a number. */
  status: number | undefined;
  /** `x-retry`. */
  retry: unknown;
  param: "required" | "optional" | "never";
}

/** Reads the definition that a variant with a single code has. */
export function readDefinition(
  tree: Tree,
  schemas: SchemaReader,
  { definition: node, shared, parts, codes }: Pick<Variant, "definition" | "shared" | "parts" | "codes">,
): CodeDefinition | undefined {
  const [code] = codes;
  if (code === undefined || codes.length > 1) return undefined;
  const own = schemas.ownParts(node);
  const fact = (key: string): Node | undefined => {
    for (const part of own) {
      const found = tree.child(part, key);
      if (found) return found;
    }
    return undefined;
  };
  const status = fact(EXTENSION.status)?.value;
  return {
    code,
    node,
    name: nameOf(node),
    shared,
    parts,
    fact,
    factAt: (key) => fact(key) ?? spot(node, [key]),
    constant: (field) => {
      const places = schemas.property(parts, field).flatMap((property) => schemas.parts(property));
      const at = places.find((place) => schemas.constants(place)?.length === 1);
      const value = at && schemas.constants(at)?.[0];
      if (at === undefined || value === undefined) return undefined;
      return { value, at: tree.child(at, "const") ?? tree.child(at, "enum") ?? at };
    },
    status: typeof status === "number" ? status : undefined,
    retry: fact(EXTENSION.retry)?.value,
    param: paramRule(schemas, parts),
  };
}

function paramRule(schemas: SchemaReader, parts: readonly Node[]): CodeDefinition["param"] {
  if (schemas.required(parts).has(FIELD.param)) return "required";
  return schemas.property(parts, FIELD.param).length > 0 ? "optional" : "never";
}

/** Definitions of codes among the components, those included that no response refers to. */
export function componentDefinitions(
  tree: Tree,
  schemas: SchemaReader,
  wanted: { codesIn: (parts: readonly Node[]) => string[]; base: ReadonlySet<string> },
): CodeDefinition[] {
  return tree.children(tree.get(tree.root, "components", "schemas")).flatMap((entry) => {
    const node = tree.follow(entry);
    if (node === undefined || !isObject(node.value)) return [];
    const parts = schemas.parts(node);
    const codes = wanted.codesIn(parts);
    // A coupon has a code as well: an error code's schema says its status or contains the error object.
    const isError =
      schemas.ownParts(node).some((part) => member(part.value, EXTENSION.status) !== undefined) ||
      parts.some((part) => part.path.length > 0 && wanted.base.has(idOf(part)));
    if (codes.length !== 1 || !isError) return [];
    return readDefinition(tree, schemas, { definition: node, shared: true, parts, codes }) ?? [];
  });
}
