import { describe, expect, test } from "vitest";
import { apiChanges } from "../../src/diff/general/api-changes.ts";
import { canonicalDocuments } from "../../src/diff/general/canonical-document.ts";
import type { RedoclyChange } from "../../src/diff/general/redocly.ts";
import { contractOfData, type Json } from "./support.ts";

const ref = (name: string) => ({ $ref: `#/components/${name}` });
const json = (schema: Json) => ({ content: { "application/json": { schema } } });

/** Three operations: the first two send and return the same thing, and the third has one of its own in place. */
function things(more: Json = {}): Json {
  const inPlace = { type: "object", properties: { name: { type: "string" } } };
  const operation = (id: string, schema: Json, own: Json = {}) => ({
    operationId: id,
    requestBody: json(schema),
    responses: { 200: { $ref: "#/components/responses/Fine" } },
    ...own,
  });
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1.0.0" },
    paths: {
      "/a": { post: operation("a", ref("schemas/Thing"), more) },
      "/b": { post: operation("b", ref("schemas/Thing")), parameters: [ref("parameters/Page")] },
      "/c": { post: operation("c", inPlace), parameters: [ref("parameters/Page")] },
    },
    components: {
      parameters: { Page: { name: "page", in: "query", schema: { type: "integer" } } },
      responses: { Fine: { description: "Fine.", headers: { Count: ref("headers/Count") } } },
      headers: { Count: { schema: { type: "integer" } } },
      schemas: { Thing: inPlace },
    },
  };
}
const contract = contractOfData(things());
const documents = canonicalDocuments(contract, contract);
const NAMES = new Map(["a", "b", "c"].map((name) => [`post /${name}`, name]));

/** One change of the same kind at each of the places: first and second are as reported, such as a pointer into each side. */
function change(path: string, more: Partial<RedoclyChange> = {}): RedoclyChange {
  const side = { pointer: path, value: 1 };
  return {
    ...{ path, typeName: "Schema", kind: "modified", impact: "minor", verdicts: [], property: "default" },
    ...{ base: side, revision: side, ...more },
  };
}
const at = (operation: string, place: string) => `#/paths/~1${operation}/post/${place}`;
const FIELD = "requestBody/content/application~1json/schema/properties/name";
const groups = (...changes: RedoclyChange[]) =>
  apiChanges(changes, documents, NAMES).map(({ operations }) => operations?.join() ?? "-");
const placeOf = (reported: RedoclyChange) => apiChanges([reported], documents, NAMES)[0]?.location?.pointer;

describe("a change at several places is", () => {
  const inAll = (place: string, more?: Partial<RedoclyChange>) =>
    ["c", "a", "b"].map((operation) => change(at(operation, place), more));

  test("one where they share the part, and another where it is written anew", () => {
    expect(groups(...inAll(FIELD))).toEqual(["c", "a,b"]);
  });

  test("one for a response, a header or a parameter that they share", () => {
    expect(groups(...inAll("responses/200", { typeName: "Response" }))).toEqual(["a,b,c"]);
    expect(groups(...inAll("responses/200/headers/count", { typeName: "Header" }))).toEqual(["a,b,c"]);
    const shared = ["b", "c"].map((operation) => change(at(operation, "parameters/0")));
    expect(groups(...shared)).toEqual(["b,c"]);
  });

  test("several where something else happened", () => {
    const [first, second] = [change(at("a", FIELD)), change(at("b", FIELD))];
    const another = { ...second, revision: { pointer: at("b", FIELD), value: 2 } };
    expect(groups(first, another)).toEqual(["a", "b"]);
    expect(groups(first, { ...second, property: "example" })).toEqual(["a", "b"]);
    expect(groups(first, { ...second, typeName: "Other" })).toEqual(["a", "b"]);
  });

  test("one by its content where it has no origin in either document", () => {
    const server = (value: number) => {
      const side = { pointer: "#/servers/0", value };
      return change("#/servers/0", { base: side, revision: side });
    };
    expect(groups(server(1), server(1), server(2))).toEqual(["-", "-"]);
    expect(
      groups(change(at("a", FIELD)), { ...change("#/servers/0/name"), typeName: "Schema" }),
    ).toHaveLength(2);
  });

  test("one where a later place has an origin in common with each of two", () => {
    const both = change(at("c", FIELD), {
      base: { pointer: at("a", FIELD), value: 1 },
      revision: { pointer: at("c", FIELD), value: 1 },
    });
    const alone = change(at("a", FIELD));
    expect(groups(change(at("c", FIELD)), alone)).toEqual(["c", "a"]);
    expect(groups(change(at("c", FIELD)), alone, both)).toEqual(["a,c"]);
    expect(groups(change(at("c", FIELD)), alone, both, change(at("b", FIELD)))).toEqual(["a,b,c"]);
  });

  test("as severe as the most severe of them, and has the shortest name", () => {
    const [severe, ...others] = inAll("responses/200", { property: "x" }) as [RedoclyChange, RedoclyChange];
    const changes = apiChanges([...others, { ...severe, impact: "major" }], documents, NAMES);
    expect(changes).toEqual([
      expect.objectContaining({
        runtime: "breaking",
        types: "breaking",
        bump: "major",
        operations: ["a", "b", "c"],
      }),
    ]);
    const inField = change(at("a", `${FIELD}/properties/deep/properties/name`));
    const [one] = apiChanges([inField, change(at("b", FIELD))], documents, NAMES);
    expect(one?.message).toBe("The field `name` of the request body has `default` `1` (was `1`).");
  });
});

describe("the place of a change is", () => {
  test.each<[what: string, path: string, place: string | undefined]>([
    [
      "that of a schema, wherever it is referred to",
      at("b", FIELD),
      "/components/schemas/Thing/properties/name",
    ],
    [
      "where a schema in place stands",
      at("c", FIELD),
      "/paths/~1c/post/requestBody/content/application~1json/schema/properties/name",
    ],
    [
      "that of the part around it, for what has no place",
      at("a", `${FIELD}/maxLength`),
      "/components/schemas/Thing/properties/name",
    ],
    ["that of a header", at("a", "responses/200/headers/count"), "/components/headers/Count"],
    ["that of a response", at("a", "responses/200/headers/other"), "/components/responses/Fine"],
    ["that of a parameter", at("b", "parameters/0"), "/components/parameters/Page"],
    ["that of a request body", at("a", "requestBody"), "/paths/~1a/post/requestBody"],
    ["that of an operation", at("a", "summary"), "/paths/~1a/post"],
    ["none, for what belongs to no operation", "#/servers/0", undefined],
  ])("%s", (_, path, place) => {
    expect(placeOf(change(path))).toBe(place);
  });

  test("in head, and in base for what is gone", () => {
    const moved = change(at("a", FIELD), {
      base: { pointer: at("c", FIELD), value: 1 },
      revision: { pointer: at("b", FIELD), value: 1 },
    });
    expect(placeOf(moved)).toBe("/components/schemas/Thing/properties/name");
    const { revision: _, ...gone } = moved;
    expect(placeOf({ ...gone, kind: "removed" })).toContain("/paths/~1c/post");
  });

  test("that of the list of security, and of the operation where there is none", () => {
    const security = [{ key: [] }];
    const secured = contractOfData(things({ security }));
    const documents = canonicalDocuments(secured, contract);
    const gone = { ...change(at("a", "security/0")), base: { pointer: at("a", "security/0"), value: {} } };
    const { revision: _, ...removed } = gone;
    expect(apiChanges([removed], documents, NAMES)[0]?.location?.pointer).toBe("/paths/~1a/post/security");
    const list = change(at("a", "security"));
    expect(apiChanges([list], documents, NAMES)[0]?.location?.pointer).toBe("/paths/~1a/post");
  });
});
