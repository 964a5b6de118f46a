import { diffApis, type WithFiles } from "../../src/diff/general/diff-apis.ts";
import { DiffInputError } from "../../src/diff/index.ts";
import { contractOfData, type Json } from "./support.ts";

/** The document of an API with one operation, `POST /things/{id}`; `item` goes into its path item. */
export function smallApi({ item, operation, ...document }: Json = {}): Json {
  const post = { operationId: "changeThing", responses: { 200: { description: "Fine." } }, ...operation };
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1.0.0" },
    paths: { "/things/{id}": { ...item, post } },
    ...document,
  };
}

/** Whether anything but errors differs: without Redocly, it shows in that Redocly is missed. */
export async function differ(one: Json, other: Json): Promise<boolean> {
  const withFiles = () => Promise.reject(new Error("called"));
  const [base, head] = [one, other].map((parts) => contractOfData(smallApi(parts)));
  if (base === undefined || head === undefined) throw new Error("two documents");
  const { skipped } = await diffApis(base, head, { withFiles, redocly: undefined });
  return skipped !== undefined;
}

/** The document of head as Redocly gets it. */
export async function handed(parts: Json): Promise<Json> {
  let text = "";
  const withFiles: WithFiles = async (texts) => {
    text = texts["head.json"];
    throw new DiffInputError("stop");
  };
  const [base, head] = [{ info: {}, operation: { summary: "Another." } }, parts].map(smallApi);
  const host = { withFiles, redocly: "redocly" };
  await diffApis(contractOfData(base), contractOfData(head), host).catch(() => {});
  return JSON.parse(text);
}

export const operation = (parts: Json) => ({ operation: parts });
export const parameter = (parts: Json) =>
  operation({ parameters: [{ name: "q", in: "query", schema: { type: "string" }, ...parts }] });
export const inPath = (parts: Json) =>
  operation({
    parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" }, ...parts }],
  });
export const body = (parts: Json) =>
  operation({ requestBody: { content: { "application/json": { schema: { type: "string" } } }, ...parts } });
export const media = (parts: Json, type = "application/json") => body({ content: { [type]: parts } });
export const form = (encoding: Json) =>
  media({ schema: { type: "object" }, encoding }, "multipart/form-data");
export const response = (parts: Json) =>
  operation({ responses: { 200: { description: "Fine.", ...parts } } });
export const header = (parts: Json, name = "X-Count") =>
  response({ headers: { [name]: { schema: { type: "integer" }, ...parts } } });
export const scheme = (parts: Json) => ({ components: { securitySchemes: { key: parts } } });
export const servers = (...urls: string[]) => ({ servers: urls.map((url) => ({ url })) });
export const variable = (parts: Json) => ({
  servers: [{ url: "https://{region}.example", variables: { region: parts } }],
});
export const NONE = {};

/** An API whose request body has a schema; there are schemas to refer to. */
export const schemaOf = (schema: Json) => ({
  ...media({ schema }),
  components: {
    schemas: {
      Text: { type: "string" },
      Alias: { $ref: "#/components/schemas/Text" },
      Chain: { properties: { next: { $ref: "#/components/schemas/Chain" } } },
      Pair: {
        properties: {
          name: { type: "string" },
          next: { properties: { next: { $ref: "#/components/schemas/Pair" } } },
        },
      },
      Hen: { properties: { egg: { $ref: "#/components/schemas/Egg" } } },
      Egg: { properties: { hen: { $ref: "#/components/schemas/Hen" } } },
      Tree: {
        type: "object",
        properties: { name: { type: "string" }, child: { $ref: "#/components/schemas/Tree" } },
      },
    },
  },
});

/** The keywords that hold schemas, and how. */
export const PLACES: [key: string, inside: (schema: Json) => Json][] = [
  ...["properties", "patternProperties", "dependentSchemas"].map((key): (typeof PLACES)[number] => [
    key,
    (schema) => ({ a: schema }),
  ]),
  ...["oneOf", "anyOf", "prefixItems"].map((key): (typeof PLACES)[number] => [
    key,
    (schema) => [schema, { type: "boolean" }],
  ]),
  ...[
    ...["items", "contains", "additionalProperties", "propertyNames", "not", "if", "then", "else"],
    ...["unevaluatedItems", "unevaluatedProperties", "contentSchema"],
  ].map((key): (typeof PLACES)[number] => [key, (schema) => schema]),
];
