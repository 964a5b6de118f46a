import { propertiesIn, requiredIn, schemaParts } from "../../document/composition.ts";
import { locationId, memberOf, type Node, nameOf, nodeAt, type Reader } from "../../document/node.ts";
import type { ParsedDocument } from "../../document/parsed.ts";
import { constantOf } from "./constants.ts";
import { EXTENSION, FIELD } from "./conventions.ts";
import type { Variant } from "./variants.ts";
import { writtenParts } from "./written-parts.ts";

/** The schema of one code, with what it says about the code. */
export interface CodeDefinition {
  code: string;
  node: Node;
  name: string;
  /** Whether it stands by itself, to be referred to; otherwise it is written inside of a response. */
  shared: boolean;
  /** All schemas that apply to the error object of this code. */
  parts: readonly Node[];
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
  { reader }: ParsedDocument,
  { definition: node, shared, parts, codes }: Pick<Variant, "definition" | "shared" | "parts" | "codes">,
): CodeDefinition | undefined {
  const [code] = codes;
  if (code === undefined || codes.length > 1) return undefined;
  const own = writtenParts(reader, node);
  const fact = (key: string): Node | undefined => {
    for (const part of own) {
      const found = reader.child(part, key);
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
    factAt: (key) => fact(key) ?? nodeAt(node, [key]),
    constant: (field) => {
      const places = propertiesIn(reader, parts, field).flatMap((property) => schemaParts(reader, property));
      const single = places.flatMap((place) => {
        const value = constantOf(place);
        if (value === undefined) return [];
        return [{ value, at: reader.child(place, "const") ?? reader.child(place, "enum") ?? place }];
      });
      return single.at(-1);
    },
    status: typeof status === "number" ? status : undefined,
    retry: fact(EXTENSION.retry)?.value,
    param: paramRule(reader, parts),
  };
}

function paramRule(reader: Reader, parts: readonly Node[]): CodeDefinition["param"] {
  if (requiredIn(parts).has(FIELD.param)) return "required";
  return propertiesIn(reader, parts, FIELD.param).length > 0 ? "optional" : "never";
}

/** Definitions of codes among the components, those included that no response refers to. */
export function componentDefinitions(
  document: ParsedDocument,
  wanted: { codesIn: (parts: readonly Node[]) => string[]; base: ReadonlySet<string> },
): CodeDefinition[] {
  const { reader, root } = document;
  return reader.entries(reader.get(root, "components", "schemas")).flatMap(([, node]) => {
    const parts = schemaParts(reader, node);
    const codes = wanted.codesIn(parts);
    // A coupon has a code as well: an error code's schema says its status or contains the error object.
    const isError =
      writtenParts(reader, node).some((part) => memberOf(part.value, EXTENSION.status) !== undefined) ||
      parts.some((part) => wanted.base.has(locationId(part)));
    return (isError && readDefinition(document, { definition: node, shared: true, parts, codes })) || [];
  });
}
