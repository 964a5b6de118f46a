import { diffApis } from "../../src/diff/general/diff-apis.ts";
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
