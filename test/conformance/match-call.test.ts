import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conformanceFacts as facts } from "../../generated/conformance.ts";
import { sourceOf } from "../../src/conformance/bytes/json.ts";
import { createByteMatcher, createMatcher } from "../../src/conformance/index.ts";

const team = "/api/v1/teams/6f9619ff-8b86-4d01-b42d-00cf4fc964ff";

describe("the operation of a call is found by bytes", () => {
  const match = createMatcher(facts);
  const matchBytes = createByteMatcher(facts);
  const parts = fc.constantFrom(
    ...[
      "/",
      "//",
      "teams",
      "tickets",
      "tkt_1",
      "messages",
      "customers",
      "articles",
      "search",
      "x",
      "",
      ";v=1",
      "%20",
    ],
    ...[
      "/api/v1/teams/x",
      "/api/v1/teams/x/tickets/tkt_1",
      "/api/v1",
      "/api/v10",
      "?a=b",
      "?u=https://a/b",
      "#c",
    ],
  );
  const starts = fc.constantFrom("", team, `${team}/tickets`, `${team}/tickets/tkt_1`, `${team}/articles`);
  const hosts = fc.constantFrom(
    "",
    "https://www.cstar.help",
    "http://localhost:3000",
    "HTTPS://a",
    "a://b?c",
    "//a",
    "1://x",
  );
  const methods = fc.constantFrom("GET", "POST", "PATCH", "DELETE", "PUT", "HEAD", "get");

  it("as by text, or not at all", () => {
    let found = 0;
    fc.assert(
      fc.property(methods, hosts, starts, fc.array(parts, { maxLength: 3 }), (method, host, start, path) => {
        const url = `${host}${start}${path.join("")}`;
        const json = `["${method}","${url}"]`;
        const source = sourceOf(new TextEncoder().encode(json));
        const id = matchBytes(source, 1, json.indexOf(',"') + 1);
        if (id === undefined) return;
        found++;
        expect(match(method, url)).toMatchObject({ kind: "operation", operation: { id } });
      }),
      { numRuns: 5000 },
    );
    expect(found).toBeGreaterThan(200);
  });

  it.each([
    ["/v2/{id}.json", false],
    ["/v2/{id}", true],
    ["/v2//x", false],
  ])("if every path is as plain as %s", (path, isPlain) => {
    const operation = { id: "one", method: "GET", path, codes: [], responses: {} };
    const of = createByteMatcher({ basePath: "", operations: [operation] });
    const json = '["GET","/v2/x"]';
    expect(of(sourceOf(new TextEncoder().encode(json)), 1, 7)).toBe(isPlain ? "one" : undefined);
  });

  it("only if its response has a body", () => {
    const methods = ["GET", "HEAD", "OPTIONS"];
    const operations = methods.map((method) => ({
      id: method,
      method,
      path: "/x",
      codes: [],
      responses: {},
    }));
    const of = createByteMatcher({ basePath: "", operations });
    const found = methods.map((method) => {
      const json = `["${method}","/x"]`;
      return of(sourceOf(new TextEncoder().encode(json)), 1, json.indexOf(',"') + 1);
    });
    expect(found).toEqual(["GET", undefined, undefined]);
  });

  const plainOperation = (id: string, path: string) => ({
    id,
    method: "GET",
    path,
    codes: [],
    responses: {},
  });
  const operations = [
    plainOperation("list", "/things"),
    plainOperation("get", "/things/{id}"),
    plainOperation("search", "/things/search"),
    plainOperation("found", "/things/search/{query}"),
    plainOperation("parts", "/things/{id}/parts"),
  ];
  it.each<[url: string, want: string | undefined]>([
    ["/api/v1/things", "list"],
    ["/api/v1/things?a=/b", "list"],
    ["/api/v1/things#a", "list"],
    ["/api/v1/things;a=b", undefined],
    ["/api/v1/things/", undefined],
    ["/api/v1/things/1", "get"],
    ["/api/v1/things/1?a#b", "get"],
    ["/api/v1/things/1#b", "get"],
    ["/api/v1/things/1;a=b", undefined],
    ["/api/v1/things/search", "search"],
    ["/api/v1/things/searches", "get"],
    ["/api/v1/things/search/x", "found"],
    ["/api/v1/things/search/parts", "found"],
    ["/api/v1/things/1/parts", "parts"],
    ["/api/v1/things/1/other", undefined],
    ["/api/v1/things//parts", undefined],
    ["/api/v1", undefined],
    ["/api/v1/", undefined],
    ["/api/v10/things", undefined],
    ["/api/v1x/things", undefined],
    ["/other/things", undefined],
    ["things", undefined],
    ["", undefined],
    ["https://a.example/api/v1/things", "list"],
    ["HTTPS://a.example:8443/api/v1/things/1", "get"],
    ["az://a/api/v1/things", "list"],
    ["a1://a/api/v1/things", undefined],
    ["://a/api/v1/things", undefined],
    ["https:/a/api/v1/things", undefined],
    ["https//a/api/v1/things", undefined],
    ["https:a//b/api/v1/things", undefined],
    ["https://a.example", undefined],
    ["https://a.example?/api/v1/things", undefined],
    ["https://a.example#/api/v1/things", undefined],
    ["https://a.example;/api/v1/things", undefined],
  ])("that of %j is %s", (url, want) => {
    const of = createByteMatcher({ basePath: "/api/v1/", operations });
    const json = `["GET","${url}"]`;
    expect(of(sourceOf(new TextEncoder().encode(json)), 1, 7)).toBe(want);
    const other = json.replace("GET", "PUT");
    expect(of(sourceOf(new TextEncoder().encode(other)), 1, 7)).toBeUndefined();
  });

  it.each<[url: string, host: string, isFound: boolean]>([
    ["https://a.example/things", "a.example", true],
    ["https://a.example/things", "A.EXAMPLE", true],
    ["https://a.example:80/things", "a.example", true],
    ["https://a.example:80/things", "a.example:80", true],
    ["https://a.example:80/things", "a.example:8", false],
    ["https://a.examples/things", "a.example", false],
    ["https://b.example/things", "a.example", false],
    ["/things", "a.example", true],
  ])("that of %s on %s: %s", (url, host, isFound) => {
    const of = createByteMatcher({ basePath: "", operations }, { host });
    const json = `["GET","${url}"]`;
    expect(of(sourceOf(new TextEncoder().encode(json)), 1, 7)).toBe(isFound ? "list" : undefined);
  });

  it("below another base path, and without the end of its text at none", () => {
    const of = createByteMatcher({ basePath: "/api/v1", operations }, { base: "/b/c//" });
    const idOf = (json: string) => of(sourceOf(new TextEncoder().encode(json)), 1, 7);
    expect([idOf('["GET","/b/c/things"]'), idOf('["GET","/api/v1/things"]')]).toEqual(["list", undefined]);
    expect([idOf('["GET","/b/c/things/1'), idOf('["GET","/b/c/things'), idOf('["GET","https')]).toEqual([
      ...[undefined, undefined, undefined],
    ]);
  });
});
