import { describe, expect, it } from "vitest";
import { anchorOf, codeFolder, markdownName, relative, sitePaths } from "../../scripts/docs/site/paths.ts";
import { generatedFile, publishedFiles, publishedNames } from "../../scripts/docs/site/published.ts";
import { petsContract } from "./pets.ts";

const at = (...addresses: string[]) => {
  const [model] = petsContract().errors;
  if (model === undefined) throw new Error("There is no error.");
  return petsContract({ errors: addresses.map((docUrl) => ({ ...model, docUrl })) });
};

describe("the paths of the site", () => {
  it.each([
    ["https://a.example/x/y/errors#a", "https://a.example", "x/y/errors", "x/y/reference"],
    ["https://a.example:8080/errors#a", "https://a.example:8080", "errors", "reference"],
    ["https://a.example/errors/#a", "https://a.example", "errors", "reference"],
  ])("follow from the doc_url %s", (docUrl, origin, errors, reference) => {
    expect(sitePaths(at(docUrl))).toEqual({ origin, errors, reference, versions: ["v2", "2.1.0"] });
  });

  it.each<[what: string, addresses: string[], message: string]>([
    ["none", [], "All doc_urls must lead to one page, but they lead to none."],
    [
      "two pages",
      ["https://a.example/x#a", "https://a.example/y#b"],
      "lead to https://a.example/x, https://a.example/y.",
    ],
    [
      "two sites",
      ["https://a.example/x#a", "https://b.example/x#b"],
      "lead to https://a.example/x, https://b.example/x.",
    ],
    [
      "one place twice",
      ["https://a.example/x#a", "https://a.example/x#b", "https://a.example/x#a"],
      'The anchor "a" does not belong to exactly one doc_url.',
    ],
    ["no place", ["https://a.example/x"], 'The anchor "" does not belong to exactly one doc_url.'],
  ])("are refused where the doc_urls lead to %s", (_, addresses, message) => {
    expect(() => sitePaths(at(...addresses))).toThrow(message);
  });

  it.each(["a", "A_b.c-d", "0"])("%s can name a file", (code) => {
    expect([codeFolder({ code }), markdownName({ code })]).toEqual([code, `${code}.md`]);
  });

  it.each(["", ".", "..", "-a", "_a", "a/b", "a b", "a\n", "é"])("%j cannot", (code) => {
    const message = `${JSON.stringify(code)} cannot be part of a path in the site.`;
    expect(() => codeFolder({ code })).toThrow(message);
    expect(() => markdownName({ code })).toThrow(message);
  });

  it("has the anchor of a code as people read it", () => {
    expect(anchorOf({ docUrl: "https://a.example/x#b%20c" })).toBe("b c");
  });

  it.each([
    ["", "index.html", "index.html"],
    ["", "a/b.html", "a/b.html"],
    ["a", "index.html", "../index.html"],
    ["a/b", "a/b/c.html", "c.html"],
    ["a/b", "a/c/d.html", "../c/d.html"],
    ["a/b", "c/b/d.html", "../../c/b/d.html"],
    ["a/b", "a/b", "../b"],
    ["a", "a/b/c", "b/c"],
    ["a/b/c", "a/x/c/d", "../../x/c/d"],
  ])("from %j the file %s is at %s", (folder, target, link) => {
    expect(relative(folder, target)).toBe(link);
  });
});

describe("the published files", () => {
  const generated = ["types.ts", "openapi.yaml", "errors.json", "errors.md", "x.json.ts", "yaml"].map(
    (path) => ({ path, content: `of ${path}` }),
  );

  it("are those for programs in every language", () => {
    expect(publishedNames(generated)).toEqual(["openapi.yaml", "errors.json"]);
  });

  it("have an address that stays and one per version, and the table of errors one at the root", () => {
    const files = publishedFiles(generated, sitePaths(petsContract()));
    expect(files.map(({ path, content }) => [path, content])).toEqual([
      ["v2/openapi.yaml", "of openapi.yaml"],
      ["v2/errors.json", "of errors.json"],
      ["2.1.0/openapi.yaml", "of openapi.yaml"],
      ["2.1.0/errors.json", "of errors.json"],
      ["errors.json", "of errors.json"],
    ]);
  });

  it("are named when nothing generates them", () => {
    expect(() => generatedFile(generated, "openapi.json")).toThrow(
      "Nothing generates openapi.json, which the site needs.",
    );
  });
});
