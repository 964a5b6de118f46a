import type { Copy } from "../copy.ts";
import { contract } from "./project.ts";

const always = contract.errors
  .filter(({ appliesTo }) => appliesTo.includes("always"))
  .map(({ code }) => code);

/** The operations on labels, and what they declare by the rules of the contract. */
export const labelOperations = [
  { id: "listLabels", codes: [...always, "parameter_invalid"] },
  {
    id: "createLabel",
    codes: [...always, "parameter_missing", "parameter_invalid", "invalid_json", "publishable_key_write"],
  },
  { id: "deleteLabel", codes: [...always, "publishable_key_write", "resource_not_found"] },
];

/** Adds a resource with three operations, which reuse the responses that exist. */
export function addLabels(copy: Copy): void {
  const label = { id: "lbl_1", name: "urgent" };
  const meta = { requestId: "req_a1B2c3D4e5F6", timestamp: "2026-03-30T10:30:00Z" };
  const answer = (description: string, envelope: string, data: object, more: object = {}) => ({
    description,
    headers: Object.fromEntries(
      ["Limit", "Remaining", "Reset", "Window"].map((name) => [
        `X-RateLimit-${name}`,
        { $ref: `headers/RateLimit${name}.yaml` },
      ]),
    ),
    content: {
      "application/json": {
        schema: {
          allOf: [
            { $ref: `schemas/${envelope}.yaml` },
            { type: "object", required: ["data"], properties: { data: schemaOf(data) } },
          ],
        },
        examples: { one: { value: { success: true, data, ...more, meta } } },
      },
    },
  });
  const errors = (names: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(names).map(([status, name]) => [status, { $ref: `responses/${name}.yaml` }]),
    );
  const common = { 401: "Unauthenticated", 429: "RateLimited", 500: "ServerFailure" };
  const operation = (id: string, rest: object) => ({
    ...{
      operationId: id,
      tags: ["Tickets"],
      summary: `The operation ${id}`,
      description: `Does what ${id} says.`,
    },
    ...rest,
  });
  const paths = {
    "/teams/{teamId}/labels": {
      parameters: [{ $ref: "parameters/TeamId.yaml" }],
      get: operation("listLabels", {
        parameters: [{ $ref: "parameters/Page.yaml" }, { $ref: "parameters/PageSize.yaml" }],
        responses: {
          200: answer("The labels.", "PageEnvelope", [label], {
            pagination: { total: 1, page: 1, pageSize: 20, hasMore: false },
          }),
          ...errors({ ...common, 400: "InvalidQuery", 403: "ReadForbidden" }),
        },
      }),
      post: operation("createLabel", {
        parameters: [{ $ref: "parameters/IdempotencyKey.yaml" }],
        requestBody: {
          description: "The label to create.",
          required: true,
          content: {
            "application/json": {
              schema: {
                type: "object",
                required: ["name"],
                properties: { name: { type: "string", description: "Its name." } },
              },
              examples: { one: { value: { name: "urgent" } } },
            },
          },
        },
        responses: {
          201: answer("The label was created.", "SuccessEnvelope", label),
          ...errors({ ...common, 400: "InvalidCreation", 403: "WriteForbidden" }),
        },
      }),
    },
    "/teams/{teamId}/labels/{labelId}": {
      parameters: [
        { $ref: "parameters/TeamId.yaml" },
        {
          name: "labelId",
          in: "path",
          required: true,
          description: "The label.",
          schema: { type: "string", examples: ["lbl_1"] },
        },
      ],
      delete: operation("deleteLabel", {
        responses: {
          200: answer("The label was deleted.", "SuccessEnvelope", { id: "lbl_1", deleted: true }),
          ...errors({ ...common, 400: "InvalidId", 403: "WriteForbidden", 404: "NotFound" }),
        },
      }),
    },
  };
  // JSON is YAML: each path becomes one line behind the last of the existing ones.
  const lines = Object.entries(paths).map(([path, item]) => `  ${path}: ${JSON.stringify(item)}\n`);
  copy.edit("openapi/openapi.yaml", "\ncomponents:\n", `\n${lines.join("")}components:\n`);
}

function schemaOf(value: unknown): object {
  if (Array.isArray(value)) return { type: "array", items: schemaOf(value[0]) };
  if (typeof value === "boolean") return { type: "boolean", const: value };
  if (typeof value !== "object" || value === null) return { type: "string" };
  const properties = Object.entries(value).map(([key, one]) => [
    key,
    { ...schemaOf(one), description: `The ${key}.` },
  ]);
  return { type: "object", required: Object.keys(value), properties: Object.fromEntries(properties) };
}
