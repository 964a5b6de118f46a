import { describe, expect, it } from "vitest";
import { explodesLists } from "../../scripts/emit/query-lists.ts";
import type { Problem } from "../../scripts/names/problem.ts";
import type { Contract, Method, OperationFact, ParameterFact } from "../../src/contract/index.ts";

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
    const problems: Problem[] = [];
    explodesLists(mixed, (problem) => problems.push(problem));
    expect(problems).toMatchObject([
      {
        ...{ rule: "client-query", severity: "error", location },
        message:
          "The client cannot write both the query parameter a of GET /pets (style: form, explode: false) and the query parameter b of GET /pets (style: form, explode: true): give them the same explode.",
      },
    ]);
  });

  it("of operations that the client does not have are left alone", () => {
    const parameters = [parameter("a", "object", { style: "deepObject" })];
    const operations = [operation("GET /pets", { parameters, clientMethod: false })];
    expect(explodesLists(contract(operations))).toBe(true);
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
