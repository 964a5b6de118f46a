import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { markdownFiles } from "../../scripts/docs/site/markdown.ts";
import { sitePaths } from "../../scripts/docs/site/paths.ts";
import { llmsText } from "../../scripts/render/markdown/llms.ts";
import { referenceMarkdown } from "../../scripts/render/markdown/reference.ts";
import { markdownList, markdownTable } from "../../scripts/render/markdown/table.ts";
import type { Contract } from "../../src/contract/index.ts";
import { RETRY_LABELS } from "../../src/contract/labels.ts";
import { CLIENT_CODES } from "../../src/explain/client-codes.ts";
import { emptyParts, linksOf, rowsOf, seen } from "./html.ts";
import { petsContract } from "./pets.ts";

/** What a page of Markdown becomes on the screen of a reader; tables are those of GitHub. */
const rendered = (text: string) => new MarkdownIt({ html: true }).render(text);

/** The parts of a page below their headings: the words of each heading with the HTML up to the next. */
function partsOf(html: string): [heading: string, content: string][] {
  const parts = html.split(/(?=<h\d>)/).filter((part) => part.startsWith("<h"));
  return parts.map((part) => [seen(part.split(/<\/h\d>/)[0] ?? ""), part.slice(part.indexOf("</h"))]);
}

const partOf = (html: string, heading: string) => partsOf(html).find(([name]) => name === heading)?.[1] ?? "";

describe("the error reference as Markdown", () => {
  const html = rendered(referenceMarkdown(petsContract()));

  it("has a heading for each of its parts and codes, in the order of the document", () => {
    const of = (level: number) =>
      [...html.matchAll(new RegExp(`<h${level}>(.*?)</h${level}>`, "g"))].map(([, text]) => seen(text ?? ""));
    expect(of(1)).toEqual(["Pets & more: errors"]);
    expect(of(2)).toEqual([
      ...["The shape of an error", "Types", "Statuses", "Debugging tips", "Gone pets", "Server"],
      "Operations and their codes",
    ]);
    expect(of(3)).toEqual(["gone", "bad_name", "busy", "broken"]);
    expect(of(4)).toEqual(
      ["gone", "bad_name", "busy", "broken"].flatMap(() => ["Why it happens", "How to fix it", "Example"]),
    );
    expect(seen(partOf(html, "Pets & more: errors"))).toMatch(
      /^Version 2\.1\.0\. 4 codes in 2 types\. Branch on code, /,
    );
    expect(emptyParts(html)).toEqual([]);
  });

  it.each([
    [
      "Types",
      ["Type", "Meaning"],
      [
        ["gone_error", "They left."],
        ["server_error", "It is us."],
      ],
    ],
    [
      "Statuses",
      ["Status", "Meaning"],
      [
        ["404", "Not there."],
        ["500", "Our fault."],
      ],
    ],
    [
      "Gone pets",
      ["Code", "Status", "Meaning", "Retry"],
      [
        ["gone", "404", "The pet is gone.", "Do not retry"],
        ["bad_name", "422", "No pet is called that, see gone.", "Do not retry"],
      ],
    ],
    [
      "Operations and their codes",
      ["Operation", "Request", "Codes"],
      [
        ["listPets", "GET /homes/{homeId}/pets", "gone, bad_name, busy, broken"],
        ["createPet", "POST /homes/{homeId}/pets", "gone, bad_name, busy, broken"],
        ["getToy", "GET /homes/{homeId}/toys/{toyId}", "gone, bad_name, busy, broken"],
      ],
    ],
  ])("tells under %s, in a table", (heading, head, rows) => {
    expect(rowsOf(partOf(html, heading))).toEqual([head, ...rows]);
  });

  it("shows the shape of an error, and what each field means", () => {
    const shape = partOf(html, "The shape of an error");
    expect(shape).toContain('<code class="language-json">');
    expect(JSON.parse(seen(shape.slice(0, shape.indexOf("</pre>"))))).toEqual(
      petsContract().errors[0]?.example,
    );
    expect(rowsOf(shape).slice(0, 2)).toEqual([
      ["Field", "Meaning"],
      ["type", "What kind it is."],
    ]);
  });

  it("numbers the tips, and says what a type means and what helps with it", () => {
    expect(partOf(html, "Debugging tips")).toContain(
      "<ol>\n<li>Whistle <em>twice</em>.</li>\n<li>Look under the bed.</li>\n</ol>",
    );
    expect(seen(partOf(html, "Gone pets"))).toMatch(/^They left\. Code .* Common fix. Call them\.$/);
  });

  it("leads to the headings of its codes, and to pages elsewhere", () => {
    expect(linksOf(partOf(html, "Gone pets"))).toEqual([
      ["gone", "#gone"],
      ["bad_name", "#bad_name"],
      ["gone", "#gone"],
    ]);
    expect(linksOf(partOf(html, "bad_name"))).toEqual([["gone", "#gone"]]);
    expect(linksOf(partOf(html, "Operations and their codes")).slice(0, 2)).toEqual([
      ["gone", "#gone"],
      ["bad_name", "#bad_name"],
    ]);
  });
});

describe("the page of a code as Markdown", () => {
  const pageOf = (code: string, change: Partial<Contract> = {}) => {
    const contract = petsContract(change);
    const file = markdownFiles(contract, sitePaths(contract)).find(
      ({ path }) => path === `docs/errors/${code}.md`,
    );
    return file?.content ?? "";
  };
  const html = rendered(pageOf("bad_name"));

  it("says who wrote it, and which code it is about", () => {
    expect(pageOf("bad_name")).toMatch(
      /^<!-- Written by .* -->\n\n# `bad_name`\n\n\*\*Bad name\.\*\* No pet /,
    );
    expect(partsOf(html).map(([heading]) => heading)).toEqual([
      "bad_name",
      "Why it happens",
      "How to fix it",
      "Example",
    ]);
    expect(html).toContain("<h2>Example</h2>");
  });

  it("has the facts in a table", () => {
    expect(rowsOf(html)).toEqual([
      ["Fact", "Value"],
      ["Type", "gone_error"],
      ["HTTP status", "422"],
      ["Retry", `Do not retry (never). ${RETRY_LABELS.never.long}`],
      ["Who can fix it", "The developer of the calling program, by changing the request."],
      ["param", "Always present"],
      [
        "Returned by",
        "operations with a request body; operations with query parameters: listPets, createPet",
      ],
      ["Since", "1.0.0"],
    ]);
  });

  it("lists the causes, numbers the fixes, and shows an example", () => {
    expect(partOf(html, "Why it happens")).toContain("<ul>\n<li>Somebody took it.</li>\n</ul>");
    expect(partOf(html, "How to fix it")).toContain("<ol>\n<li>Look elsewhere.</li>\n</ol>");
    expect(partOf(html, "Example")).toContain('<code class="language-json">{');
    expect(JSON.parse(seen(partOf(html, "Example")))).toMatchObject({ error: { code: "bad_name" } });
  });

  it("leads to the pages of other codes, and to a page with more", () => {
    expect(linksOf(html)).toEqual([
      ["gone", "gone.md"],
      ["Names of pets", "https://pets.example/names"],
    ]);
    expect(seen(partOf(html, "How to fix it"))).toBe("Look elsewhere. More: Names of pets");
    expect(pageOf("gone")).not.toContain("More:");
  });

  it.each([
    [
      { url: "https://a.example/x", description: "" },
      [["https://a.example/x", "https://a.example/x"]],
      "More: https://a.example/x",
    ],
    [{ url: "javascript:x", description: "A _page_" }, [], "More: A _page_"],
    [
      { url: "https://a.example/x", description: "[A](b)" },
      [["[A](b)", "https://a.example/x"]],
      "More: [A](b)",
    ],
  ])("has more at %j as text where it is none of the web", (more, links, words) => {
    const errors = petsContract().errors.map((error) => ({ ...error, more }));
    const page = rendered(pageOf("gone", { errors }));
    expect(linksOf(page)).toEqual(links);
    expect(seen(partOf(page, "How to fix it"))).toContain(words);
  });
});

describe("the summary for language models", () => {
  const contract = petsContract();
  const text = llmsText(contract, ({ code }) => `errors/${code}.md`);
  const html = rendered(text);

  it("begins with the title and a quoted summary", () => {
    expect(text).toMatch(
      /^# Pets \\& more: errors\n\n> Every error of the Pets \\& more \(version 2\.1\.0\): 4 codes in 2 types, .* Base URL: https:\/\/pets\.example\n\n<!-- Written by .* -->\n\nEvery/,
    );
    expect(partsOf(html).map(([heading]) => heading)).toEqual([
      "Pets & more: errors",
      "Gone pets",
      "Server",
      "Errors of the TypeScript client",
    ]);
  });

  it("says what an error looks like and how to handle it", () => {
    const start = seen(partOf(html, "Pets & more: errors"));
    expect(start).toContain('Every error response has this shape: { "success": false,');
    expect(html).toContain("<li><code>type</code>: What kind it is.</li>");
    expect(start).toContain("How to handle errors: Branch on code, never on");
    expect(start).toContain(`Retry rule after: ${RETRY_LABELS.after.long.replaceAll("`", "")}`);
    expect(start).toMatch(/Whistle twice\. Look under the bed\.$/);
  });

  it("has each code with its page, and the client's codes", () => {
    expect(linksOf(html)).toEqual([
      ["gone", "errors/gone.md"],
      ["bad_name", "errors/bad_name.md"],
      ["gone", "errors/gone.md"],
      ["busy", "errors/busy.md"],
      ["broken", "errors/broken.md"],
    ]);
    expect(seen(partOf(html, "Server"))).toBe(
      "Type server_error. It is us. Wait for us. " +
        "busy: 429. The vet is busy. Retry rule after. Who can fix it: nobody. Fix: Look elsewhere. " +
        "broken: 500. It is gone. Retry rule backoff. Who can fix it: cstar. Fix: Look elsewhere.",
    );
    const client = seen(partOf(html, "Errors of the TypeScript client"));
    expect(client).toMatch(/^The API never returns these codes;/);
    for (const { code } of CLIENT_CODES) expect(client).toContain(` ${code}: `);
    expect(client).toContain("Retry rule status.");
  });

  it("has no fix where a code has none", () => {
    const errors = contract.errors.map((error) => ({ ...error, fixes: [] }));
    const without = llmsText({ ...contract, errors }, ({ code }) => code);
    expect(without).toContain("Who can fix it: nobody.\n");
    expect(without).not.toMatch(/Fix:|undefined/);
  });
});

describe("in Markdown", () => {
  it("a bar or a line break does not end a cell", () => {
    const table = markdownTable(
      ["A", "B"],
      [
        ["x|y", "`a\\|b`"],
        ["one\ntwo", ""],
      ],
    );
    expect(rowsOf(rendered(table))).toEqual([
      ["A", "B"],
      ["x|y", "a|b"],
      ["one two", ""],
    ]);
  });

  it.each([
    ["-", "- a\n- b"],
    ["1.", "1. a\n2. b"],
  ] as const)("a list with %s has a line per item", (marker, want) => {
    expect(markdownList(["a", "b"], marker)).toBe(want);
  });
});
