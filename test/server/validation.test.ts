import { Ajv2020 } from "ajv/dist/2020.js";
import { type } from "arktype";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Issue, type StandardSchema, validationError, withErrors } from "../../src/entries/server.ts";

const ajv = new Ajv2020({ allErrors: true });
const ajvSchema = ajv.compile({
  type: "object",
  required: ["title"],
  properties: {
    priority: { enum: ["low", "high"] },
    title: { type: "string" },
    tags: { type: "array", items: { type: "string" } },
    customer: { type: "object", required: ["email"], properties: { email: { type: "string" } } },
    "a/b~c": { type: "string" },
  },
});

/** The same shape for each library. */
const libraries: Record<string, (input: unknown) => Issue[] | Promise<Issue[]>> = {
  zod: standard(
    z.object({
      priority: z.enum(["low", "high"]).optional(),
      title: z.string(),
      tags: z.array(z.string()).optional(),
      customer: z.object({ email: z.string() }).optional(),
      "a/b~c": z.string().optional(),
    }),
  ),
  valibot: standard(
    v.object({
      priority: v.optional(v.picklist(["low", "high"])),
      title: v.string(),
      tags: v.optional(v.array(v.string())),
      customer: v.optional(v.object({ email: v.string() })),
      "a/b~c": v.optional(v.string()),
    }),
  ),
  arktype: standard(
    type({
      "priority?": "'low' | 'high'",
      title: "string",
      "tags?": "string[]",
      "customer?": { email: "string" },
      "a/b~c?": "string",
    }),
  ),
  ajv: (input) => (ajvSchema(input) ? [] : (ajvSchema.errors ?? [])),
};

function standard(schema: StandardSchema) {
  return async (input: unknown): Promise<Issue[]> => {
    const { issues = [] } = await schema["~standard"].validate(input);
    return [...issues];
  };
}

const cases: [what: string, input: unknown, code: string, param: string][] = [
  ["a field that is not there", {}, "parameter_missing", "title"],
  ["a field that a form left undefined", { title: undefined }, "parameter_missing", "title"],
  ["a field that is null", { title: null }, "parameter_invalid", "title"],
  ["a value of another type", { title: 7 }, "parameter_invalid", "title"],
  ["an item of a list", { title: "a", tags: ["a", 7] }, "parameter_invalid", "tags[1]"],
  ["a nested field", { title: "a", customer: { email: 7 } }, "parameter_invalid", "customer.email"],
  ["a nested field that is not there", { title: "a", customer: {} }, "parameter_missing", "customer.email"],
  ["a missing field among invalid ones", { priority: "x", tags: [7] }, "parameter_missing", "title"],
  ["a name that JSON pointers escape", { title: "a", "a/b~c": 7 }, "parameter_invalid", "a/b~c"],
  ["a list where an object belongs", { title: "a", customer: [] }, "parameter_invalid", "customer"],
  ["a body that is a list", [], "parameter_invalid", "body"],
  ["a body that is null", null, "parameter_invalid", "body"],
];

describe.each(Object.keys(libraries))("The issues of %s become the right code and param for", (name) => {
  it.each(cases)("%s", async (_, input, code, param) => {
    const issues = (await libraries[name]?.(input)) ?? [];
    const error = validationError(issues, input);
    expect([error.code, error.message]).toEqual([code, `[${code}] ${param}`]);
  });
});

describe("validationError", () => {
  it("reports the first of several invalid fields, in the order of the validator", () => {
    const issues = [
      { message: "", path: ["b"] },
      { message: "", path: ["a"] },
    ];
    expect(validationError(issues, { a: 1, b: 1 }).message).toBe("[parameter_invalid] b");
  });

  it("never takes what an object inherits for a field", () => {
    const issues = [{ message: "", path: ["toString"] }];
    expect(validationError(issues, {}).code).toBe("parameter_missing");
  });

  it("keeps values out of the error: a password is named and not shown", () => {
    const issues = [{ message: "hunter2 is too short", path: ["password"] }];
    expect(JSON.stringify(validationError(issues, { password: "hunter2" }))).not.toContain("hunter2");
  });

  it("cuts off a name that only the sender can have made up, behind 200 characters", () => {
    const nameOf = (length: number) => {
      const name = "x".repeat(length);
      return validationError([{ message: "", path: [name] }], { [name]: 1 }).message;
    };
    expect(nameOf(200)).toBe(`[parameter_invalid] ${"x".repeat(200)}`);
    expect(nameOf(10_000)).toBe(`[parameter_invalid] ${"x".repeat(200)}…`);
  });

  it.each<[what: string, path: PropertyKey[] | undefined, input: unknown, param: string]>([
    ["an issue of the whole body", undefined, { title: "a" }, "body"],
    ["a body that is not there", [], undefined, "body"],
    ["a text where an object belongs", ["customer", "email"], { customer: "Ann" }, "customer"],
    ["a null where an object belongs", ["customer", "email"], { customer: null }, "customer"],
    ["a list where an object belongs, whose fields have digits", ["tags", "1st"], { tags: [] }, "tags"],
    ["the same with the digits behind", ["tags", "line1"], { tags: [] }, "tags"],
    ["the eleventh item of a list", ["tags", "10"], { tags: Array(11).fill(7) }, "tags[10]"],
  ])("names what is wrong, and nothing within it: %s", (_, path, input, param) => {
    const issue = { message: "", ...(path && { path }) };
    expect(validationError([issue], input).message).toBe(`[parameter_invalid] ${param}`);
  });

  it("names an item of a list that was not sent at all", () => {
    const issues = [{ message: "", path: ["tags", 0] }];
    expect(validationError(issues, {}, "query").message).toBe("[parameter_invalid] tags[0]");
  });

  it("blames the whole body when the validator gave no issue", () => {
    expect(validationError([], {}).message).toBe("[parameter_invalid] body");
  });

  it.each<[what: string, issue: object, param: string]>([
    ["that must not be there", { instancePath: "", params: { additionalProperty: "extra" } }, "extra"],
    ["that no schema knows", { instancePath: "/a", params: { unevaluatedProperty: "extra" } }, "a.extra"],
    ["whose name is wrong", { instancePath: "/a", params: { propertyName: "Extra" } }, "a.Extra"],
    ["at which no field is named", { instancePath: "/a", params: { type: "string", propertyName: 7 } }, "a"],
    ["that comes without details", { instancePath: "/a" }, "a"],
    ["with a tilde before a digit", { instancePath: "/b~01c" }, "b~1c"],
  ])("names a field of Ajv's %s", (_, issue, param) => {
    const input = { a: { extra: 1, Extra: 1 }, extra: 1, "b~1c": 1 };
    expect(validationError([issue as Issue], input).message).toBe(`[parameter_invalid] ${param}`);
  });

  it("names keys of any kind", () => {
    const issues = [{ message: "", path: [Symbol("s"), { key: "0" }] }];
    expect(validationError(issues, {}, "query").message).toBe("[parameter_invalid] Symbol(s).0");
  });
});

describe("parse", () => {
  const page = z.object({ page: z.coerce.number().int().min(1).optional() });
  const id = z.object({ ticketId: z.string().startsWith("tkt_") });
  const body = z.object({ customer: z.object({ email: z.string() }) });
  const slow: StandardSchema<string> = {
    "~standard": { version: 1, validate: async () => ({ value: "transformed" }) },
  };

  async function run(operation: "listTickets" | "updateTicket" | "createTicket", args: unknown[]) {
    const handler = withErrors(operation, async (_request, { parse }) => {
      return Response.json({ value: await parse(...(args as Parameters<typeof parse>)) });
    });
    const { error, value } = await (await handler(new Request("http://a.test"))).json();
    return error ? { code: error.code, param: error.param } : value;
  }

  it.each([
    ["a number that is none", "listTickets", [page, new URLSearchParams("page=abc"), "query"], "page"],
    ["a name that is repeated", "listTickets", [page, new URLSearchParams("page=1&page=2"), "query"], "page"],
    ["a query that is missing", "listTickets", [id, new URLSearchParams(), "query"], "ticketId"],
    ["a missing field of an update", "updateTicket", [body, { customer: {} }], "customer.email"],
  ] as const)("makes parameter_invalid of %s", async (_, operation, args, param) => {
    expect(await run(operation, [...args])).toEqual({ code: "parameter_invalid", param });
  });

  describe("reports one of several problems, in the order of the document", () => {
    // The names in another order than the document has them.
    const string = { type: "string" };
    const schemas: Record<string, StandardSchema<unknown>> = {
      zod: z.object({ unknown: z.string(), tags: z.string(), priority: z.string(), title: z.string() }),
      valibot: v.object({ unknown: v.string(), tags: v.string(), priority: v.string(), title: v.string() }),
      arktype: type({ unknown: "string", tags: "string", priority: "string", title: "string" }),
      ajv: ofAjv({
        type: "object",
        required: ["unknown", "tags", "priority", "title"],
        properties: { unknown: string, tags: string, priority: string, title: string },
      }),
    };

    it.each(Object.entries(schemas))("whatever that of %s is", async (_, schema) => {
      const allWrong = { unknown: 1, tags: 1, priority: 1, title: 1 };
      for (const [input, code, param] of [
        [allWrong, "parameter_invalid", "title"],
        [Object.fromEntries(Object.entries(allWrong).reverse()), "parameter_invalid", "title"],
        [{}, "parameter_missing", "title"],
        [{ title: 1 }, "parameter_missing", "priority"],
        [{ title: "a", unknown: 1, tags: 1, priority: 1 }, "parameter_invalid", "priority"],
        [{ title: "a", priority: "a", tags: "a", unknown: 1 }, "parameter_invalid", "unknown"],
      ] as const) {
        expect(await run("createTicket", [schema, input])).toEqual({ code, param });
      }
    });

    it("in the query and in the path too", async () => {
      const query = z.object({ search: z.string(), pageSize: z.string(), page: z.string() });
      expect(await run("listTickets", [query, {}, "query"])).toMatchObject({ param: "page" });
      const ids = z.object({ ticketId: z.string(), teamId: z.string() });
      expect(await run("updateTicket", [ids, {}, "path"])).toMatchObject({ param: "teamId" });
    });
  });

  it("makes parameter_missing of a missing field where the operation declares it", async () => {
    expect(await run("createTicket", [body, { customer: {} }])).toEqual({
      code: "parameter_missing",
      param: "customer.email",
    });
  });

  it.each([
    ["with its name", id, { ticketId: "cus_1" }, "ticketId"],
    ["without one, when the schema is of the id alone", z.string().startsWith("tkt_"), "cus_1", undefined],
  ])("makes invalid_id_format of an id in the path, %s", async (_, schema, value, param) => {
    expect(await run("updateTicket", [schema, value, "path"])).toEqual({ code: "invalid_id_format", param });
  });

  it("waits for a validator, and gives what it made of the value", async () => {
    expect(await run("createTicket", [slow, "raw"])).toBe("transformed");
    expect(await run("listTickets", [page, new URLSearchParams("page=2"), "query"])).toEqual({ page: 2 });
    const echo = { "~standard": { version: 1, validate: (value: unknown) => ({ value }) } };
    const query = new URLSearchParams("a=1&b=2&a=&b=3&c=4");
    expect(await run("listTickets", [echo, query])).toEqual({ a: ["1", ""], b: ["2", "3"], c: "4" });
  });
});

/** Ajv in the form of Standard Schema, with its errors as they are. */
function ofAjv(schema: object): StandardSchema<unknown> {
  const validate = ajv.compile(schema);
  return {
    "~standard": {
      version: 1,
      validate: (value) => (validate(value) ? { value } : { issues: (validate.errors ?? []) as never }),
    },
  };
}
