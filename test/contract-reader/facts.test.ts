import { expect, test } from "vitest";
import { readContractLeniently } from "../../src/contract/index.ts";
import { edited, read, treeOf } from "./document.ts";

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

test("a document's own facts are read, the base URL without its slash", () => {
  const contract = read();
  const { title, version, description, baseUrl } = contract;
  expect({ title, version, description, baseUrl }).toEqual({
    title: "Shop API",
    version: "2.3.4",
    description: "Sells things.",
    baseUrl: "https://shop.example/v1",
  });
  expect(contract.root.location).toEqual({ file: "api/openapi.yaml", pointer: "" });
});

test("facts that belong to no single code are read in order, statuses ascending", () => {
  const contract = read();
  expect(contract.statuses).toEqual([
    { status: 200, meaning: "Fine." },
    { status: 404, meaning: "Not there." },
    { status: 429, meaning: "Too many." },
  ]);
  expect(contract.tips).toEqual(["Look twice."]);
  expect(contract.keys).toEqual([
    {
      prefix: "live_",
      kind: "secret",
      environment: "production",
      access: "Everything.",
      requestsPerHour: 10,
    },
  ]);
  expect(contract.retired).toEqual([{ code: "no_tea", retired: "1.1.0", reason: "There is tea now." }]);
  expect(contract.extensions).toEqual([
    { name: "x-tip", description: "A tip.", on: ["root"], schema: { type: "string" } },
  ]);
});

test("a retired code may name the one that says the same now, and a new code the one that it was split from", () => {
  const [codes, soldOut] = ["api/schemas/Codes.yaml", "api/errors/sold_out.yaml"];
  const retired = edited(codes, "There is tea now.", "There is tea now.\n    replacedBy: sold_out");
  const both = read(edited(soldOut, "x-retry:", "x-split-from: no_such_order\nx-retry:", retired));
  expect(both.retired.map(({ replacedBy }) => replacedBy)).toEqual(["sold_out"]);
  expect(both.errors.map(({ code, splitFrom }) => [code, splitFrom])).toEqual([
    ["no_such_order", undefined],
    ["sold_out", "no_such_order"],
    ["too_busy", undefined],
  ]);
});

test("every code of the enum is read with its line, also one that no response carries", () => {
  const file = "api/schemas/Codes.yaml";
  const { contract } = readContractLeniently(
    treeOf(edited(file, "  - too_busy", "  - too_busy\n  - too_late")),
  );
  expect(contract.registry.map(({ code, location }) => [code, location.pointer])).toEqual([
    ["no_such_order", "/enum/0"],
    ["sold_out", "/enum/1"],
    ["too_busy", "/enum/2"],
    ["too_late", "/enum/3"],
  ]);
});

test("an enum of one is as good as a const, and is not taken for the enum of all codes", () => {
  const contract = read();
  const file = "api/errors/sold_out.yaml";
  expect(plain(read(edited(file, "code: {const: sold_out}", "code: {enum: [sold_out]}")).errors)).toEqual(
    plain(contract.errors),
  );
});

test("types come in the order of their enum, each with its place", () => {
  const contract = read();
  expect(contract.types).toEqual([
    {
      type: "gone_error",
      title: "Gone",
      description: "Something is not there.",
      fix: "Look elsewhere.",
      location: { file: "api/schemas/Types.yaml", pointer: "/x-error-types/gone_error" },
    },
    {
      type: "busy_error",
      title: "Busy",
      description: "We have much to do.",
      fix: "Come back.",
      location: { file: "api/schemas/Types.yaml", pointer: "/x-error-types/busy_error" },
    },
  ]);
});

test("the fields of an error come in the order in which people read them, those of single codes among them", () => {
  const contract = read();
  expect(contract.fields).toEqual([
    { name: "type", description: "The category." },
    { name: "code", description: "The exact error." },
    { name: "message", description: "For people." },
    { name: "param", description: "What was refused." },
    { name: "doc_url", description: "Where to read on." },
  ]);
});

test("codes come in the order of their enum", () => {
  const contract = read();
  expect(contract.errors.map(({ code }) => code)).toEqual(["no_such_order", "sold_out", "too_busy"]);
});

test("every fact of a code is read from its file", () => {
  const contract = read();
  expect(contract.errors[1]).toEqual({
    code: "sold_out",
    type: "gone_error",
    status: 404,
    title: "Sold out",
    description: "Nothing left.",
    param: "required",
    retry: "never",
    actor: "nobody",
    causes: ["Others were faster."],
    fixes: ["Be faster."],
    messages: ["No {param} left."],
    appliesTo: ["always"],
    since: "1.0.0",
    docUrl: "https://shop.example/errors#sold_out",
    more: { url: "https://shop.example/stock", description: "On stock" },
    operations: ["listOrders", "createOrder"],
    example: {
      success: false,
      error: {
        type: "gone_error",
        code: "sold_out",
        message: "No tea left.",
        param: "item",
        doc_url: "https://shop.example/errors#sold_out",
      },
      meta: { requestId: "r1" },
    },
    location: { file: "api/errors/sold_out.yaml", pointer: "" },
  });
});

test("the fields of an example come in the order in which people read them", () => {
  const contract = read();
  expect(Object.keys(contract.errors[1]?.example.error ?? {})).toEqual([
    "type",
    "code",
    "message",
    "param",
    "doc_url",
  ]);
});

test("`param` is required, optional or absent as the code's schema has it", () => {
  const contract = read();
  expect(contract.errors.map(({ code, param }) => [code, param])).toEqual([
    ["no_such_order", "optional"],
    ["sold_out", "required"],
    ["too_busy", "never"],
  ]);
});

test("a code without a page of its own has no `more`, and texts lose the space around them", () => {
  const contract = read();
  expect(contract.errors[2]).not.toHaveProperty("more");
  expect(contract.errors[2]?.description).toBe("Wait a little.");
  expect(contract.errors[2]?.operations).toEqual(["createOrder"]);
  expect(contract.errors[0]?.appliesTo).toEqual(["path-id", "explicit"]);
});

test("an operation has its codes in the order of the enum and its responses in the order of the document", () => {
  const contract = read();
  const [list] = contract.operations;
  expect(plain({ ...list, responses: undefined, parameters: undefined })).toEqual({
    id: "listOrders",
    method: "get",
    path: "/shops/{shopId}/orders",
    summary: "List orders",
    description: "Pages through the orders.",
    tag: "Orders",
    secured: true,
    codes: ["no_such_order", "sold_out"],
    location: { file: "api/openapi.yaml", pointer: "/paths/~1shops~1{shopId}~1orders/get" },
  });
  expect(list?.responses.map(({ status }) => status)).toEqual(["200", "404"]);
  expect(contract.operations.map(({ id }) => id)).toEqual(["listOrders", "createOrder"]);
  expect(contract.operations.map(({ tag }) => tag)).toEqual(["Orders", ""]);
});

test("parameters are those of the path, then those of the operation", () => {
  const contract = read();
  const parameters = contract.operations[0]?.parameters.map(({ schema, ...rest }) => ({
    ...rest,
    schema: schema.value,
  }));
  expect(parameters).toEqual([
    {
      name: "shopId",
      in: "path",
      required: true,
      description: "",
      schema: { type: "string" },
      example: "shop_1",
    },
    {
      name: "page",
      in: "query",
      required: false,
      description: "Which page.",
      style: "form",
      explode: false,
      schema: { type: "integer", examples: [2] },
      example: 2,
    },
  ]);
});

test("a body is read with its name, its required fields and an example made of its schema", () => {
  const contract = read();
  const { body, secured } = contract.operations[1] ?? {};
  expect(secured).toBe(false);
  expect(plain({ ...body, schema: body?.schema?.location })).toEqual({
    required: true,
    name: "Order",
    mediaType: "application/json",
    fields: ["item"],
    requiredFields: ["item"],
    schema: { file: "api/schemas/Order.yaml", pointer: "" },
    example: { item: "tea" },
  });
  expect(contract.operations[0]).not.toHaveProperty("body");
});

test("an error response has its codes in its own order, and the place of its list", () => {
  const contract = read();
  const gone = contract.operations[0]?.responses[1];
  const list = "/content/application~1problem+json; charset=utf-8/schema/allOf/1/properties/error";
  expect(gone).toMatchObject({
    status: "404",
    name: "Gone",
    description: "It is gone.",
    codes: ["sold_out", "no_such_order"],
    mediaType: "application/problem+json; charset=utf-8",
    location: { file: "api/responses/Gone.yaml", pointer: "" },
    union: { location: { file: "api/responses/Gone.yaml", pointer: list } },
  });
  expect(gone?.headers).toMatchObject([
    { name: "X-Trace", required: true, description: "The trace.", schema: { value: { type: "string" } } },
  ]);
  expect(
    Object.entries(gone?.union?.members ?? {}).map(([code, { location }]) => [code, location.file]),
  ).toEqual([
    ["sold_out", "api/errors/sold_out.yaml"],
    ["no_such_order", "api/errors/no_such_order.yaml"],
  ]);
});

test("a success has no codes and no list of them", () => {
  const contract = read();
  const ok = contract.operations[0]?.responses[0];
  expect(ok).toMatchObject({ status: "200", description: "The orders.", codes: [], headers: [] });
  expect(ok).not.toHaveProperty("union");
  expect(ok).not.toHaveProperty("name");
  expect(ok).not.toHaveProperty("mediaType");
});

test("a place leads to the line and column of the key or list item", () => {
  const tree = treeOf();
  const rows = [
    ["api/openapi.yaml", "", 1, 1],
    ["api/openapi.yaml", "/info/title", 3, 3],
    ["api/openapi.yaml", "/servers/0/url", 7, 5],
    ["api/openapi.yaml", "/servers/0", 7, 5],
    ["api/openapi.yaml", "/paths/~1shops~1{shopId}~1orders/get/responses/404", 28, 9],
    ["api/openapi.yaml", "/paths/~1shops~1{shopId}~1orders/get/responses/404/description", 28, 9],
    ["api/schemas/Codes.yaml", "/enum/2", 4, 5],
    ["api/schemas/Types.yaml", "/enum/1", 1, 20],
    ["api/schemas/Codes.yaml", "/enum/7", 1, 1],
    ["api/nowhere.yaml", "/x", 1, 1],
  ] as const;
  for (const [file, pointer, line, column] of rows) {
    expect([file, pointer, tree.locate({ file, pointer })]).toEqual([file, pointer, { line, column }]);
  }
});
