import { describe, expect, it } from "vitest";
import type { PageContext } from "../../scripts/docs/html/context.ts";
import { markup } from "../../scripts/docs/html/markup.ts";
import { fieldTable, type Schema, type Schemas, typeOf } from "../../scripts/docs/reference/schema.ts";
import { seen } from "./html.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const schemas: Schemas = {
  Ticket: {
    required: ["id"],
    properties: { id: { type: "string", format: "uuid" }, next: ref("Ticket") },
  },
  Priority: { type: "string", enum: ["low", "high"], description: "How soon." },
  Alias: ref("Priority"),
  Urgent: {
    allOf: [
      ref("Ticket"),
      { required: ["due"], properties: { due: { type: "string" }, id: { const: "u1" } } },
    ],
    properties: { note: { ...ref("Priority"), description: "Says why." }, level: ref("Priority") },
    required: ["note"],
  },
};

describe("the type of a field", () => {
  it.each<[name: string, schema: unknown, want: string]>([
    ["a plain one", { type: "boolean" }, "boolean"],
    ["a format", { type: "string", format: "date-time" }, "string (date-time)"],
    ["a format that says nothing to a reader", { type: "integer", format: "int32" }, "integer"],
    ["a constant", { const: "a" }, '"a"'],
    ["an enum", { type: "string", enum: ["low", "high"] }, "low | high"],
    ["an enum with null", { enum: ["low", null] }, "low | null"],
    ["several types", { type: ["string", "null"] }, "string | null"],
    ["a choice", { oneOf: [{ type: "string" }, { type: "null" }] }, "string | null"],
    ["another choice", { anyOf: [ref("Ticket"), { type: "null" }] }, "Ticket | null"],
    ["a list", { type: "array", items: { type: "string" } }, "list of string"],
    ["a list of objects", { type: "array", items: ref("Ticket") }, "list of Ticket"],
    ["both limits", { type: "integer", minimum: 1, maximum: 9 }, "integer, 1 to 9"],
    ["a lower limit", { type: "number", minimum: 0 }, "number, 0 or more"],
    ["an upper limit", { type: "integer", maximum: 9 }, "integer, at most 9"],
    ["a limit of something else", { type: "string", minimum: 1, maximum: 9 }, "string"],
    ["an object without fields", {}, "object"],
    ["a schema that allows anything", true, "any"],
    ["a reference to words", ref("Alias"), "low | high"],
    ["a reference to nothing", ref("Nobody"), "any"],
  ])("is told in words for %s", (_, schema, want) => {
    expect(seen(typeOf(schemas, schema).html)).toBe(want);
  });

  it("is a link where it has fields, and only there", () => {
    expect(typeOf(schemas, ref("Ticket")).html).toBe('<a href="#schema-Ticket">Ticket</a>');
    expect(typeOf(schemas, ref("Priority")).html).not.toContain("<a");
  });
});

describe("the table of fields", () => {
  const context = { line: (text: string) => markup`${text}` } as unknown as PageContext;
  const rows = (schema: unknown) => {
    const [, body = ""] = fieldTable(context, schemas, schema).html.split("<tbody>");
    return body.split("</tr>").slice(0, -1).map(seen);
  };

  it("has what a schema is composed of, its own fields last, and marks what is required", () => {
    expect(rows(ref("Urgent"))).toEqual([
      'id required "u1"',
      "next Ticket",
      "due required string",
      "note required low | high Says why.",
      "level low | high How soon.",
    ]);
  });

  it("ends where a schema is composed of itself", () => {
    const circular: Record<string, Schema> = {};
    circular.Node = { allOf: [ref("Node")], properties: { value: { type: "string" } } };
    expect(fieldTable(context, circular, ref("Node")).html.split("<tr>")).toHaveLength(3); // the head, and one field
  });

  it("is left out where there are no fields", () => {
    expect(fieldTable(context, schemas, ref("Priority")).html).toBe("");
  });
});
