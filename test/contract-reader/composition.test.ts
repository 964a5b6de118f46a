import { expect, test } from "vitest";
import { type Contract, readContractLeniently } from "../../src/contract/index.ts";
import { edited, files, findingsOf, parse, read } from "./document.ts";

/** The operation of a document that has one, with `body` (flow or block YAML, indented by 10) as its request schema. */
function bodyOf(schema: string, components = "{}") {
  const tree = parse(`paths:
  /x:
    post:
      operationId: post
      requestBody:
        content: {application/json: {schema: ${schema}}}
components:
  schemas: ${components}
`);
  return readContractLeniently(tree).contract.operations[0]?.body;
}

const operation = (contract: Contract) => contract.operations[0];

/** What a document's one operation is read as; `facts` are its own lines, `root` those of the document. */
function operationWith(facts: string, root = "") {
  const tree = parse(`${root}
paths:
  /x:
    get:
      operationId: get
${facts.replace(/^/gm, "      ")}
`);
  return operation(readContractLeniently(tree).contract);
}

test.each<[string, string, unknown]>([
  ["a const, before any example", "{const: a, examples: [b], example: c}", "a"],
  ["the first of its examples", "{examples: [b, c], example: d}", "b"],
  ["its single example", "{example: d}", "d"],
  ["an example that is false", "{examples: [false]}", false],
  ["the examples of its properties", "{properties: {a: {const: 1}, b: {}, c: {example: 2}}}", { a: 1, c: 2 }],
  [
    "what its parts say",
    "{allOf: [{properties: {a: {const: 1}}}, {properties: {b: {const: 2}}}]}",
    { a: 1, b: 2 },
  ],
  ["its own word before that of its parts", "{allOf: [{example: a}], example: b}", "b"],
  ["the later part before the earlier", "{allOf: [{example: a}, {example: b}]}", "b"],
  [
    "one property that several parts describe",
    "{allOf: [{properties: {a: {example: 1}}}], properties: {a: {const: 2}}}",
    { a: 2 },
  ],
  ["nothing, where there is nothing", "{type: object}", undefined],
  ["nothing, for properties without examples", "{properties: {a: {type: string}}}", undefined],
])("a schema's example is %s", (_, schema, want) => {
  expect(bodyOf(schema)?.example).toEqual(want);
});

test("a schema inside itself ends the example and not the program", () => {
  const person = "{Person: {properties: {name: {const: Ann}, boss: {$ref: '#/components/schemas/Person'}}}}";
  expect(bodyOf("{$ref: '#/components/schemas/Person'}", person)?.example).toEqual({ name: "Ann" });
});

test("two schemas inside each other end the example too", () => {
  const pair =
    "{A: {properties: {b: {$ref: '#/components/schemas/B'}, x: {const: 1}}}, B: {properties: {a: {$ref: '#/components/schemas/A'}, y: {const: 2}}}}";
  expect(bodyOf("{$ref: '#/components/schemas/A'}", pair)?.example).toEqual({ b: { y: 2 }, x: 1 });
});

test("a part that a schema shares with its own property is no circle", () => {
  const schemas = "{Base: {properties: {id: {const: 7}}}}";
  const base = "{$ref: '#/components/schemas/Base'}";
  const schema = `{allOf: [${base}], properties: {child: {allOf: [${base}]}}}`;
  expect(bodyOf(schema, schemas)?.example).toEqual({ id: 7, child: { id: 7 } });
});

test("a schema composed of itself is read as itself", () => {
  const schemas =
    "{A: {allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/A'}], required: [a]}}";
  expect(bodyOf("{$ref: '#/components/schemas/A'}", schemas)).toMatchObject({
    name: "A",
    requiredFields: ["a"],
  });
});

test("forty layers that each name the next one twice are read at once", () => {
  const layers = Array.from({ length: 40 }, (_, index) => {
    const next = `{$ref: '#/components/schemas/L${index + 1}'}`;
    return `L${index}: {allOf: [${next}, ${next}], required: [f${index}]}`;
  });
  const body = bodyOf("{$ref: '#/components/schemas/L0'}", `{${layers.join(", ")}, L40: {required: [last]}}`);
  expect(body?.requiredFields).toHaveLength(41);
  expect(body?.requiredFields[0]).toBe("last");
});

test("required fields are told once, and only those that are names", () => {
  expect(bodyOf("{allOf: [{required: [a, b]}, {required: [b, 7]}], required: [c]}")?.requiredFields).toEqual([
    "a",
    "b",
    "c",
  ]);
});

test("the same schema with other keys beside its reference is another part", () => {
  const schemas = "{A: {type: object}}";
  const ref = "$ref: '#/components/schemas/A'";
  expect(
    bodyOf(`{allOf: [{${ref}, required: [a]}, {${ref}, required: [b]}]}`, schemas)?.requiredFields,
  ).toEqual(["a", "b"]);
});

test("a body that is not JSON has no schema, and is optional unless it says so", () => {
  const body = operationWith("requestBody:\n  content: {text/plain: {schema: {type: string}}}")?.body;
  expect(body).toEqual({ required: false, fields: [], requiredFields: [] });
});

test.each([
  ["application/json", true],
  ["APPLICATION/JSON; charset=utf-8", true],
  ["application/problem+json", true],
  ["application/problem+json;v=1", true],
  ["application/json-seq", false],
  ["application/jsonl", false],
  ["text/json5", false],
  ["application/xml", false],
])("%s is a media type of JSON: %s", (type, is) => {
  const facts = `responses:\n  '200':\n    content:\n      text/csv: {schema: {}}\n      ${type}: {schema: {type: object}}`;
  expect(operationWith(facts)?.responses[0]?.mediaType).toBe(is ? type : undefined);
});

test.each<[string, string, string, boolean]>([
  ["the document's requirement", "", "security: [{key: []}]", true],
  ["no requirement anywhere", "", "", false],
  ["an empty list of its own, over the document's", "security: []", "security: [{key: []}]", false],
  ["one of its own", "security: [{key: []}]", "", true],
  ["a choice that includes none", "security: [{key: []}, {}]", "", false],
])("whether an operation needs a key follows from %s", (_, facts, root, want) => {
  expect(operationWith(facts, root)?.secured).toBe(want);
});

test("every method is an operation, and other keys of a path are not", () => {
  const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
  const lines = methods.map((method) => `    ${method}: {operationId: ${method}1}`).join("\n");
  const tree = parse(`paths:\n  /x:\n    summary: none\n    query: {operationId: q}\n${lines}\n`);
  const { operations } = readContractLeniently(tree).contract;
  expect(operations.map(({ id, method }) => [id, method])).toEqual(
    methods.map((method) => [`${method}1`, method]),
  );
});

test("an operation's parameter replaces the path's of the same name and place, and no other", () => {
  const tree = parse(`paths:
  /x:
    parameters:
      - {name: a, in: query, schema: {}, description: path}
      - {name: a, in: header, schema: {}, description: path}
    get:
      parameters: [{name: a, in: query, required: true, schema: {}, description: own}]
`);
  const parameters = operation(readContractLeniently(tree).contract)?.parameters;
  expect(parameters?.map(({ in: place, description, required }) => [place, description, required])).toEqual([
    ["query", "own", true],
    ["header", "path", false],
  ]);
});

test("a parameter with content is read from its media type, with its own example first", () => {
  const facts =
    "parameters:\n  - {name: f, in: query, content: {application/json: {schema: {example: 1}, examples: {one: {value: 2}}}}}";
  expect(operationWith(facts)?.parameters[0]).toMatchObject({
    name: "f",
    example: 2,
    schema: { value: { example: 1 } },
  });
});

test("an example of a parameter wins over its examples and over its schema's", () => {
  const facts =
    "parameters:\n  - {name: f, in: query, example: 1, examples: {one: {value: 2}}, schema: {example: 3}}";
  expect(operationWith(facts)?.parameters[0]?.example).toBe(1);
});

test("codes are found in oneOf, anyOf, a single schema, under 4XX and under default", () => {
  const error = (members: string) => `{schema: {properties: {error: ${members}}}}`;
  const member = (code: string) => `{properties: {code: {const: ${code}}}}`;
  const facts = `responses:
  '200': {content: {application/json: ${error(member("never"))}}}
  '4XX': {content: {application/json: ${error(`{oneOf: [${member("a")}, ${member("b")}]}`)}}}
  '500': {content: {application/json: ${error(`{allOf: [{anyOf: [${member("c")}]}]}`)}}}
  default: {content: {application/json: ${error(member("d"))}}}`;
  expect(operationWith(facts)?.responses.map(({ status, codes }) => [status, codes])).toEqual([
    ["200", []],
    ["500", ["c"]],
    ["4XX", ["a", "b"]],
    ["default", ["d"]],
  ]);
});

test("of several schemas for the error, the last one that has codes counts", () => {
  const general = "{properties: {error: {properties: {code: {const: general}}}}}";
  const special = "{properties: {error: {properties: {code: {const: special}}}}}";
  const plain = "{properties: {error: {type: object}}}";
  const facts = `responses:\n  '400': {content: {application/json: {schema: {allOf: [${general}, ${special}, ${plain}]}}}}`;
  expect(operationWith(facts)?.responses[0]?.codes).toEqual(["special"]);
});

test("a code's own const wins over the one of what it is composed of", () => {
  const contract = read(
    edited(
      "api/schemas/ErrorObject.yaml",
      "doc_url: {type: string",
      "doc_url: {type: string, const: general",
    ),
  );
  expect(contract.errors.map(({ docUrl }) => docUrl)).not.toContain("general");
});

test("examples come from the example of an envelope's own error object before its parts", () => {
  const given = edited(
    "api/schemas/ErrorObject.yaml",
    "message: {type: string",
    "message: {examples: [General.]",
  );
  expect(read(given).errors[2]?.example.error.message).toBe("Come back later.");
  expect(findingsOf(files)).toEqual([]);
});

test("an enum reached without a word on its description still registers its codes", () => {
  const given = edited("api/schemas/ErrorObject.yaml", "\n    description: The exact error.", "");
  expect(read(given).errors).toHaveLength(3);
  expect(read(given).fields.find(({ name }) => name === "code")?.description).toBe("");
});
