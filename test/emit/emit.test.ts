import { describe, expect, it } from "vitest";
import { emitCatalog } from "../../scripts/emit/catalog.ts";
import { operationTypes, schemasWithin } from "../../scripts/emit/client-types.ts";
import { explodesLists } from "../../scripts/emit/query-lists.ts";
import { shapeClient } from "../../scripts/names/client-methods.ts";
import { html, markdown, tsComment, tsString } from "../../scripts/render/escape.ts";
import type { Contract, ErrorFact, Method, OperationFact, ParameterFact } from "../../src/contract/index.ts";
import { withDocUrls } from "../../src/errors/index.ts";

const location = { file: "openapi/openapi.yaml", pointer: "" };

function operation(line: string, more: Partial<OperationFact> = {}): OperationFact {
  const [method = "", path = ""] = line.split(" ");
  const empty = {
    summary: "",
    description: "",
    tag: "",
    secured: true,
    parameters: [],
    responses: [],
    codes: [],
  };
  return { id: line, method: method.toLowerCase() as Method, path, location, ...empty, ...more };
}

const contract = (operations: OperationFact[]) => ({ operations }) as Contract;

describe("the names of methods", () => {
  const names = (lines: string[]) => {
    const listed: string[] = [];
    const walk = (space: ReturnType<typeof shapeClient>["root"], path: string) => {
      for (const { name, ids } of space.methods) listed.push(`${path}${name}(${ids})`);
      for (const child of space.children) walk(child, `${path}${child.name}.`);
    };
    const { own, root } = shapeClient(contract(lines.map((line) => operation(line))));
    walk(root, "");
    return { own, listed };
  };

  it.each<[string, string[], string[], string[]]>([
    [
      "come from path and verb, without what all paths begin with",
      [
        "GET /t/{team}/pets",
        "POST /t/{team}/pets",
        "GET /t/{team}/pets/{pet}",
        "PATCH /t/{team}/pets/{pet}",
        "DELETE /t/{team}/pets/{pet}",
      ],
      ["team"],
      ["pets.list()", "pets.create()", "pets.get(pet)", "pets.update(pet)", "pets.delete(pet)"],
    ],
    [
      "nest by the static parts",
      ["GET /pets", "GET /pets/{pet}/vet-visits"],
      [],
      ["pets.list()", "pets.vetVisits.list(pet)"],
    ],
    ["know PUT", ["PUT /pets/{pet}", "GET /shops"], [], ["pets.replace(pet)", "shops.list()"]],
  ])("%s", (_, lines, own, listed) => {
    expect(names(lines)).toEqual({ own, listed });
  });

  it.each([
    ["two operations that get the same name", ["GET /pets/{a}", "GET /pets/{b}", "GET /x"]],
    ["a verb that has no name there", ["PUT /pets", "GET /x"]],
    ["a part of the path that is called like a method", ["GET /pets", "GET /pets/{pet}/list"]],
  ])("refuse %s", (_, lines) => {
    expect(() => names(lines)).toThrow(/openapi\/openapi\.yaml: .* cannot become a method/);
  });
});

describe("lists in a query", () => {
  const parameter = (name: string, type: unknown, more: Partial<ParameterFact> = {}): ParameterFact => ({
    ...{ name, in: "query", required: false, description: "", schema: { value: { type }, location } },
    ...more,
  });
  const given = (...parameters: ParameterFact[]) => contract([operation("GET /pets", { parameters })]);
  const joined = { style: "form", explode: false };

  it.each<[string, ParameterFact[], boolean]>([
    ["are joined where the contract says so", [parameter("a", "array", joined)], false],
    [
      "are joined whatever the single values say",
      [parameter("b", "string"), parameter("a", "array", joined)],
      false,
    ],
    ["are joined though they may be null", [parameter("a", ["array", "null"], joined)], false],
    ["explode by default, as OpenAPI says", [parameter("a", "array")], true],
    ["explode where there are none", [], true],
    [
      "are not what headers are",
      [parameter("a", "array", { in: "header", ...joined, style: "simple" })],
      true,
    ],
  ])("%s", (_, parameters, want) => {
    expect(explodesLists(given(...parameters))).toBe(want);
  });

  it("in two ways are refused, and both named", () => {
    const mixed = given(parameter("a", "array", joined), parameter("b", "array"));
    expect(() => explodesLists(mixed)).toThrow(/parameter a of GET \/pets .*parameter b of GET \/pets/);
  });

  it.each([
    ["in another style", parameter("a", "array", { style: "pipeDelimited" })],
    ["that are objects", parameter("a", ["null", "object"])],
  ])("%s are refused", (_, wrong) => {
    expect(() => explodesLists(given(wrong))).toThrow(
      /the query parameter a of GET \/pets .*: use single values/,
    );
  });
});

describe("the types of an operation", () => {
  const answer = (value: unknown) => [
    { status: "200", description: "", headers: [], codes: [], location, schema: { value, location } },
  ];
  const types = (value: unknown) =>
    operationTypes(operation("GET /pets", { responses: answer(value) as never }));

  it.each<[string, unknown, string, boolean]>([
    ["one thing", { properties: { data: { $ref: "./Pet.yaml" } } }, "Pet", false],
    [
      "a list",
      { properties: { data: { type: "array", items: { $ref: "#/components/schemas/Pet" } } } },
      "Pet[]",
      true,
    ],
    [
      "what is put together",
      { allOf: [{ $ref: "E.yaml" }, { properties: { data: { $ref: "Pet.yaml" } } }] },
      "Pet",
      false,
    ],
    [
      "what is written in place",
      { properties: { data: { type: "object" } } },
      'operations["GET /pets"]["responses"][200]["content"]["application/json"]["data"]',
      false,
    ],
  ])("name %s", (_, schema, data, isList) => {
    expect(types(schema)).toMatchObject({ data, list: isList });
  });

  it("are refused where no success has a body", () => {
    expect(() => operationTypes(operation("GET /pets"))).toThrow("declares no success with a JSON body");
  });

  it("include all schemas within, in the order of the bundle, circles too", () => {
    const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
    const schemas = {
      Age: {},
      Pet: { properties: { age: ref("Age"), friends: { items: ref("Pet") } } },
      Other: {},
    };
    expect(schemasWithin(["Pet"], { components: { schemas } })).toEqual(["Age", "Pet"]);
  });
});

describe("text of the document", () => {
  it("cannot end a comment, leave a string or open a tag", () => {
    expect(tsComment("a */ b\r\nc")).toBe("a *\\/ b\nc");
    expect(tsString('a"b\\c\n\u2028')).toBe('"a\\"b\\\\c\\n\\u2028"');
    expect(html(`<a href="x">&'`)).toBe("&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
    expect(markdown("a|b\n<d>")).toBe("a\\|b \\<d\\>");
  });

  it("stays text in the catalog", () => {
    const evil = 'x"; process.exit(1); /* */ `${1}`';
    const error = {
      code: 'a"b',
      type: "t",
      status: 400,
      title: evil,
      param: "never",
      retry: "never",
      docUrl: `${evil}#a"b`,
    } as ErrorFact;
    const given = {
      errors: [error],
      operations: [],
      keys: [],
      baseUrl: evil,
      version: evil,
    } as unknown as Contract;
    const content = emitCatalog({ contract: given })[0]?.content ?? "";
    const [, call = ""] = /errorCatalog = (.*?\n\}\));?/s.exec(content) ?? [];
    expect(new Function("withDocUrls", `return ${call}`)(withDocUrls)).toEqual({
      'a"b': { type: "t", status: 400, title: evil, param: "never", retry: "never", docUrl: `${evil}#a"b` },
    });
  });

  it("is not taken for the address of a code that follows no rule", () => {
    const error = (code: string, docUrl: string) => ({ code, docUrl, title: "", location }) as ErrorFact;
    const errors = [error("a", "https://x.example/#a"), error("b", "https://x.example/#c")];
    const given = { errors, operations: [], keys: [], baseUrl: "", version: "" } as unknown as Contract;
    expect(() => emitCatalog({ contract: given })).toThrow(/doc_url must be https:\/\/x\.example\/#b/);
  });
});
