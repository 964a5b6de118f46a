import { isObject, keysOf, member, stringsOf } from "./json.ts";
import { idOf, type Node, refOf, type Tree } from "./tree.ts";

/** One way in which a value may satisfy a schema: every part applies at once. */
export interface Branch {
  /** The entry of the `oneOf` or `anyOf`; the schema itself where there is none. */
  at: Node;
  parts: Node[];
}

/** Reads schemas through `$ref`, `allOf`, `oneOf` and `anyOf`. */
export interface SchemaReader {
  /** All schemas that a value must satisfy at once: the schema, what it refers to, and its `allOf`, in full depth. */
  parts(schema: Node): Node[];
  /** The parts that are written in one piece with the schema: itself and its `allOf` members that are no `$ref`. */
  ownParts(schema: Node): Node[];
  /** The alternatives of a schema, those of nested choices included. */
  branches(schema: Node): Branch[];
  /** Everything that the parts say about a property, `$ref`s unfollowed. */
  property(parts: readonly Node[], name: string): Node[];
  /** The strings that a part allows by `const` or `enum`; undefined when it does not say. */
  constants(part: Node): readonly string[] | undefined;
  /** Names that the parts require. */
  required(parts: readonly Node[]): Set<string>;
}

/** Choices that lead to each other multiply without end; no honest response has so many alternatives. */
const MAX_BRANCHES = 5000;

/** Makes a reader of schemas; results are kept, so that each schema is taken apart once. */
export function createSchemaReader(tree: Tree): SchemaReader {
  const known = new Map<string, Node[]>();
  // A registry of many codes is part of the schema of each of them, and is to be read once.
  const constants = new Map<string, readonly string[] | undefined>();

  const collect = (node: Node, seen: Set<string>, into: Node[]): void => {
    if (!isObject(node.value) || seen.has(idOf(node))) return;
    seen.add(idOf(node));
    const isRef = refOf(node.value) !== undefined;
    // OpenAPI 3.1 lets keywords stand beside `$ref`: they apply as well.
    if (!isRef || keysOf(node.value).length > 1) into.push(node);
    const target = isRef ? tree.follow(node) : undefined;
    if (target) collect(target, seen, into);
    for (const entry of list(node, "allOf")) collect(entry, seen, into);
  };

  const list = (node: Node, key: string): Node[] => {
    const entries = tree.child(node, key);
    return entries && Array.isArray(entries.value) ? tree.children(entries) : [];
  };

  const parts = (schema: Node): Node[] => {
    const id = idOf(schema);
    const found = known.get(id) ?? [];
    if (!known.has(id)) {
      collect(schema, new Set(), found);
      known.set(id, found);
    }
    return found;
  };

  const branches = (schema: Node, above: ReadonlySet<string>, budget: { left: number }): Branch[] => {
    const id = idOf(schema);
    if (above.has(id) || budget.left <= 0) return [];
    budget.left -= 1;
    const own = parts(schema);
    const choices = own.flatMap((part) => [...list(part, "oneOf"), ...list(part, "anyOf")]);
    if (choices.length === 0) return [{ at: schema, parts: own }];
    const below = new Set(above).add(id);
    return choices.flatMap((choice) =>
      branches(choice, below, budget).map(({ at, parts: rest }) => ({ at, parts: [...own, ...rest] })),
    );
  };

  return {
    parts,
    ownParts(schema) {
      const definition = tree.follow(schema);
      if (definition === undefined || !isObject(definition.value)) return [];
      const inline = (node: Node, depth: number): Node[] => [
        node,
        ...list(node, "allOf")
          .filter((entry) => isObject(entry.value) && refOf(entry.value) === undefined && depth < 20)
          .flatMap((entry) => inline(entry, depth + 1)),
      ];
      return inline(definition, 0);
    },
    branches: (schema) => branches(schema, new Set(), { left: MAX_BRANCHES }),
    property: (nodes, name) =>
      nodes.flatMap((node) => {
        const properties = tree.child(node, "properties");
        return (properties && tree.child(properties, name)) ?? [];
      }),
    constants(part) {
      const id = idOf(part);
      if (!constants.has(id)) constants.set(id, readConstants(part));
      return constants.get(id);
    },
    required: (nodes) => new Set(nodes.flatMap((node) => stringsOf(member(node.value, "required")))),
  };
}

function readConstants(part: Node): readonly string[] | undefined {
  const constant = member(part.value, "const");
  if (typeof constant === "string") return [constant];
  const values = member(part.value, "enum");
  return Array.isArray(values) ? stringsOf(values) : undefined;
}
