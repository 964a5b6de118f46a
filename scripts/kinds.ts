import { locationId, locationKey, METHODS, type Node, type Tree } from "../src/document/index.ts";
import { LISTS, MAPS, SINGLE } from "./emit/schemas.ts";

/** What each member of an object of OpenAPI is: one object, a list (`[]`) of them, or a map (`{}`) of names to them. */
const MEMBERS = {
  root: {
    paths: "pathItem{}",
    webhooks: "pathItem{}",
    components: "components",
    info: "info",
    servers: "server[]",
    tags: "tag[]",
  },
  components: {
    ...{ schemas: "schema{}", responses: "response{}", parameters: "parameter{}", headers: "header{}" },
    ...{ requestBodies: "requestBody{}", securitySchemes: "securityScheme{}", pathItems: "pathItem{}" },
  },
  pathItem: {
    ...{
      parameters: "parameter[]",
      servers: "server[]",
      query: "operation",
      additionalOperations: "operation{}",
    },
    ...Object.fromEntries(METHODS.map((method) => [method, "operation"])),
  },
  operation: {
    parameters: "parameter[]",
    requestBody: "requestBody",
    responses: "response{}",
    servers: "server[]",
  },
  parameter: { schema: "schema", content: "mediaType{}" },
  requestBody: { content: "mediaType{}" },
  response: { headers: "header{}", content: "mediaType{}" },
  header: { schema: "schema", content: "mediaType{}" },
  mediaType: { schema: "schema", itemSchema: "schema" },
  schema: {
    ...Object.fromEntries(SINGLE.map((key) => [key, "schema"])),
    ...Object.fromEntries(LISTS.map((key) => [key, "schema[]"])),
    ...Object.fromEntries(MAPS.map((key) => [key, "schema{}"])),
  },
  securityScheme: {},
  info: {},
  server: {},
  tag: {},
} as const satisfies Record<string, Record<string, string>>;

/** A kind of object of OpenAPI. */
export type Kind = keyof typeof MEMBERS;

/** Tells what kind of object stands at each place of the hand-written files; undefined where that is nothing of OpenAPI. */
export function findKinds(tree: Tree): (place: Node["location"]) => Kind | undefined {
  const kinds = new Map<string, Kind>();
  const open: [Node | undefined, Kind][] = [[tree.root, "root"]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, kind] = next;
    if (node === undefined || kinds.has(locationId(node))) continue;
    kinds.set(locationId(node), kind);
    open.push([tree.reader.target(node), kind]);
    for (const [key, shape] of Object.entries(MEMBERS[kind] as Record<string, string>)) {
      const [, name = "", many = ""] = /^(\w+)(.*)$/.exec(shape) ?? [];
      const member = tree.reader.child(node, key);
      const holder = many === "" ? undefined : ((member && tree.reader.target(member)) ?? member);
      for (const one of many === "" ? [member] : tree.reader.children(holder)) open.push([one, name as Kind]);
    }
  }
  return (place) => kinds.get(locationKey(place));
}
