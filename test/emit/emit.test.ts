import { describe, expect, it } from "vitest";
import { emitCatalog } from "../../scripts/emit/catalog.ts";
import { schemasWithin } from "../../scripts/emit/client-models.ts";
import { explodesLists } from "../../scripts/emit/query-lists.ts";
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

it("schemas come with all that they are made of, in the order of the bundle, circles too", () => {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const schemas = {
    Age: {},
    Pet: { properties: { age: ref("Age"), friends: { items: ref("Pet") } } },
    Other: {},
  };
  expect(schemasWithin(["Pet"], { components: { schemas } })).toEqual(["Age", "Pet"]);
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
