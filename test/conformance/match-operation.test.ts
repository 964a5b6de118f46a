import { describe, expect, it } from "vitest";
import { createMatcher } from "../../src/conformance/index.ts";

const operation = (id: string, method: string, path: string) => ({
  id,
  method,
  path,
  codes: [],
  responses: {},
});
const operations = [
  operation("list", "GET", "/things"),
  operation("create", "POST", "/things"),
  operation("get", "GET", "/things/{id}"),
  operation("getJson", "GET", "/things/{id}.json"),
  operation("search", "GET", "/things/search"),
  operation("parts", "GET", "/things/{id}/parts"),
  operation("found", "GET", "/things/search/{query}"),
  operation("dotted", "GET", "/a.b/{id}"),
  operation("byBoth", "GET", "/a.b/{id}-{no}"),
  operation("remove", "DELETE", "/a.b/{other}"),
  operation("only", "GET", "/under/{id}/x"),
  operation("head", "HEAD", "/heads"),
  operation("notHead", "GET", "/heads"),
];

describe("The operation of a call", () => {
  const match = createMatcher({ operations, basePath: "/api/v1//" });
  const found = (method: string, url: string) => {
    const result = match(method, url);
    return result.kind === "operation" ? result.operation.id : result.kind;
  };

  it.each([
    ["GET", "/api/v1/things", "list"],
    ["GET", "/api/v1/things/", "list"],
    ["GET", "/api/v1/things?page=/1", "list"],
    ["GET", "/api/v1/things#/1", "list"],
    ["get", "/api/v1/things", "list"],
    ["HEAD", "/api/v1/things", "list"],
    ["POST", "https://a.test/api/v1/things", "create"],
    ["GET", "https://a.test:8080/api/v1/things/1", "get"],
    ["GET", "/api/v1/things;v=1/1;w=2", "get"],
    // More text wins over less, and a literal over both; what leads nowhere is taken back.
    ["GET", "/api/v1/things/1.json", "getJson"],
    ["GET", "/api/v1/things/.json", "get"],
    ["GET", "/api/v1/things/1.jsonp", "get"],
    ["GET", "/api/v1/things/1xjson", "get"],
    ["GET", "/api/v1/things/search", "search"],
    ["GET", "/api/v1/things/search/parts", "found"],
    ["GET", "/api/v1/things/1.json/parts", "parts"],
    ["GET", "/api/v1/things/a/parts", "parts"],
    ["GET", "/api/v1/a.b/1", "dotted"],
    ["DELETE", "/api/v1/a.b/1", "remove"],
    ["GET", "/api/v1/a.b/1-2", "byBoth"],
    ["GET", "/api/v1/a.b/-2", "dotted"],
    ["GET", "/api/v1/axb/1", "unknown"],
    ["GET", "/api/v1/a.b/x%0Ay-1", "byBoth"],
    ["GET", "/api/v1/a.b/x\ny-1", "byBoth"],
    ["GET", "/api/v1/under/1", "unknown"],
    ["GET", "/api/v1/under/1/x", "only"],
    ["HEAD", "/api/v1/heads", "head"],
    ["GET", "/api/v1/heads", "notHead"],
    ["head", "/api/v1/things", "list"],
    ["GET", "/api/v1/things;v=1", "list"],
    ["GET", "/api/v1/things/;v=1", "list"],
    ["GET", "/api/v1/things?a#b?c", "list"],
    ["GET", "/api/v1/things#a?/1", "list"],
    ["GET", "a.test/api/v1/things", "foreign"],
    ["GET", "x://a/api/v1/things", "list"],
    ["GET", "https://a.test#/api/v1/things", "foreign"],
    ["GET", "https://a.test/?https://b.test/api/v1/things", "foreign"],
    ["GET", "/api/v1?/things", "unknown"],
    ["GET", "/api/v?1/things", "foreign"],
    ["DELETE", "/api/v1/things", "unknown"],
    ["HEAD", "/api/v1/nothing", "unknown"],
    ["GET", "/api/v1", "unknown"],
    ["GET", "/api/v1/", "unknown"],
    ["GET", "/api/v1//things", "unknown"],
    ["GET", "/api/v1/things//parts", "unknown"],
    ["GET", "/api/v1/things/1/2", "unknown"],
    ["GET", "/api/v10/things", "foreign"],
    ["GET", "/api?/v1/things", "foreign"],
    ["GET", "https://a.test", "foreign"],
    ["GET", "https://a.test?/api/v1/things", "foreign"],
  ])("%s %s is %s", (method, url, want) => {
    expect(found(method, url)).toBe(want);
  });

  it("is found at the root, and where the paths begin", () => {
    const atRoot = createMatcher({ operations, basePath: "/" });
    const atBase = createMatcher({ operations, basePath: "/api/v1" }, "/other");
    const kinds = ["/things", "/other/things", "/api/v1/things"].map((url) => [
      atRoot("GET", url).kind,
      atBase("GET", url).kind,
    ]);
    expect(kinds).toEqual([
      ["operation", "foreign"],
      ["unknown", "operation"],
      ["unknown", "foreign"],
    ]);
    const nothing = createMatcher({ operations: [operation("root", "GET", "/")], basePath: "" });
    expect(["/", "https://a.test/", "/x"].map((url) => nothing("GET", url).kind)).toEqual([
      ...["operation", "operation", "unknown"],
    ]);
  });
});
