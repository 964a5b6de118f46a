import { describe, expect, it } from "vitest";
import { codePage, errorPage } from "../../scripts/docs/errors/index.ts";
import type { Site } from "../../scripts/docs/site/site.ts";
import { elementOf, emptyParts, linksOf, partOf, rowsOf, seen } from "./html.ts";
import { manyPetErrors, petsContract, petsSite } from "./pets.ts";

const site = petsSite();

describe("an error reference with too many codes for one page", () => {
  const errors = manyPetErrors();
  const html = errorPage(petsSite({ errors }), "docs/errors");

  it("lists them in tables that a doc_url leads to, and links to their pages", () => {
    const group = partOf(html, "type-server_error");
    expect(group).toContain('<th scope="row" id="busy_0" data-operations="2"><a href="busy_0/index.html">');
    expect(group).toContain('<th scope="row" id="broken_0"><a href="broken_0/index.html">');
    expect(html).not.toContain('<article class="code"');
  });

  it("says numbers where links would be too many", () => {
    expect(rowsOf(partOf(html, "statuses")).map(([, , codes]) => codes)).toEqual(["7 codes", "7 codes"]);
    expect(rowsOf(partOf(html, "operations"))).toEqual([
      ["listPets", "GET /homes/{homeId}/pets", "4 codes"],
      ["createPet", "POST /homes/{homeId}/pets", "4 codes"],
      ["getToy", "GET /homes/{homeId}/toys/{toyId}", "4 codes"],
    ]);
    expect(linksOf(partOf(html, "operations"))[0]).toEqual(["listPets", "../reference/index.html#listPets"]);
    expect(html).toContain("<style>main{}</style>");
    expect(linksOf(elementOf(html, "nav", "contents")).map(([text]) => text)).not.toContain("gone_0");
  });

  it("begins with the 25th", () => {
    const with24 = errorPage(petsSite({ errors: errors.slice(0, 24) }), "docs/errors");
    const with25 = errorPage(petsSite({ errors: errors.slice(0, 25) }), "docs/errors");
    expect([with24, with25].map((one) => one.includes('<article class="code"'))).toEqual([true, false]);
  });
});

describe("the page of a code", () => {
  const pageOf = (code: string, where = site) => {
    const error = where.contract.errors.find((one) => one.code === code);
    if (error === undefined) throw new Error(`There is no ${code}.`);
    return codePage(where, error);
  };

  it("names the code in its title, its address and its way back", () => {
    const html = pageOf("bad_name");
    expect(elementOf(html, "title")).toBe("<title>bad_name (422 Bad name) · Pets &amp; more");
    expect(html).toContain('<link rel="canonical" href="https://pets.example/docs/errors/bad_name/">');
    expect(html).toContain('<link rel="alternate" type="text/markdown" href="../bad_name.md">');
    expect(html).toContain('<meta name="description" content="No pet is called that, see gone.">');
    expect(linksOf(elementOf(html, "nav", "crumbs"))).toEqual([
      ["Errors", "../index.html"],
      ["Gone pets", "../index.html#type-gone_error"],
    ]);
    expect(seen(elementOf(pageOf("busy"), "nav", "crumbs"))).toBe("Errors / Server");
    expect(seen(elementOf(pageOf("busy", petsSite({ types: [] })), "nav", "crumbs"))).toBe(
      "Errors / server_error",
    );
    expect(html).toContain('<h1 id="bad_name"><code>bad_<wbr>name</code></h1>');
    expect([...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, text]) => text)).toEqual([
      "Why it happens",
      "How to fix it",
    ]);
    expect(linksOf(elementOf(html, "dl", "facts"))[0]).toEqual([
      "gone_error",
      "../index.html#type-gone_error",
    ]);
    expect(emptyParts(html)).toEqual([]);
    expect(html).toContain('<div class="single" style="--h:285">');
  });

  it.each([
    ["gone", [["bad_name", "../bad_name/index.html"]], "Next: bad_name"],
    [
      "busy",
      [
        ["bad_name", "../bad_name/index.html"],
        ["broken", "../broken/index.html"],
      ],
      "Previous: bad_name Next: broken",
    ],
    ["broken", [["busy", "../busy/index.html"]], "Previous: busy"],
  ])("leads from %s to its neighbours", (code, links, words) => {
    const html = elementOf(pageOf(code), "nav", "neighbours");
    expect(linksOf(html)).toEqual(links);
    expect(seen(html)).toBe(words);
  });

  it("takes the colour of its type: red where all fails on the server, else between violet and amber", () => {
    const huesOf = (where: Site) => {
      return where.contract.errors.map(({ code }) =>
        Number(/<div class="single" style="--h:(\d+)"/.exec(pageOf(code, where))?.[1]),
      );
    };
    expect(huesOf(site)).toEqual([285, 285, 70, 70]);
    const { errors, types } = petsContract();
    const names = ["a_error", "b_error", "c_error", "d_error"];
    const many = types.flatMap((type) => [type, ...names.map((name) => ({ ...type, type: name }))]);
    const spread = errors.map((error, index) => ({ ...error, type: names[index] ?? "" }));
    expect(huesOf(petsSite({ errors: spread, types: many.slice(1, 5) }))).toEqual([285, 178, 70, 25]);
    expect(huesOf(petsSite({ errors: errors.slice(0, 2) }))).toEqual([285, 285]);
  });
});
