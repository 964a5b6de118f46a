import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import MarkdownIt from "markdown-it";
import { beforeAll, describe, expect, it } from "vitest";
import { placesOf } from "../../scripts/docs/site/places.ts";
import type { EmitInput, OutputFile } from "../../scripts/render/output.ts";
import { lineHtml } from "../../scripts/render/prose/index.ts";
import { readHostile } from "./hostile.ts";
import { fileOf, readInput, siteOf } from "./site.ts";

describe("the site", () => {
  let input: EmitInput;
  let files: OutputFile[];
  let page: string;

  beforeAll(async () => {
    input = await readInput();
    files = await siteOf(input);
    page = fileOf(files, `${placesOf(input.contract).errors}/index.html`);
  });

  it("has the error reference at the path of the doc_urls, below 100 kB", () => {
    expect(placesOf(input.contract).errors).toBe("developers/api/errors");
    expect(Buffer.byteLength(page)).toBeLessThan(100_000);
    expect(Buffer.byteLength(page)).toBeGreaterThan(50_000);
  });

  it("has for each code one heading with the fragment of its doc_url as id, and all that the contract says", () => {
    const local = (href: string) => href.replace(/^https:\/\/cstar\.help\/developers\/api\/errors(?=#)/, "");
    for (const error of input.contract.errors) {
      const id = new URL(error.docUrl).hash.slice(1);
      expect(page.split(`id="${id}"`)).toHaveLength(2);
      const article = page.slice(page.indexOf(`<h3 id="${id}">`)).split("</article>")[0] ?? "";
      for (const text of [...error.causes, ...error.fixes]) expect(article).toContain(lineHtml(text, local));
      for (const fact of [error.title, String(error.status), error.type, error.since, `${error.code}.md`]) {
        expect(article).toContain(fact);
      }
      const all = error.operations.length === input.contract.operations.length;
      for (const name of all ? [`All ${error.operations.length} operations`] : error.operations) {
        expect(article).toContain(name);
      }
      expect(article).toContain("createClient");
      expect(article).toContain("$CSTAR_API_KEY");
    }
  });

  it("has every type, field, status, tip and key on the page, and a cell for each operation with each code", () => {
    const { types, fields, statuses, keys, operations, errors } = input.contract;
    const names = [...types.map((t) => t.type), ...fields.map((f) => f.name), ...keys.map((k) => k.prefix)];
    for (const name of names) expect(page).toContain(`<code>${name}</code>`);
    for (const { status } of statuses) expect(page).toContain(`<th scope="row">${status}</th>`);
    const matrix = page.slice(page.indexOf('class="matrix"')).split("</table>")[0] ?? "";
    expect(matrix.split("<td").length - 1).toBe(operations.length * errors.length);
    expect(matrix.split("<td>yes").length - 1).toBe(operations.flatMap(({ codes }) => codes).length);
  });

  it("loads nothing: no address in an attribute that fetches", () => {
    expect(page).not.toMatch(/\ssrc=|@import|url\(|<link rel="stylesheet"/);
  });

  it("has a page of Markdown per code, the whole as Markdown, JSON, and llms.txt that leads to the pages", () => {
    const { errors } = placesOf(input.contract);
    const llms = fileOf(files, "llms.txt");
    for (const { code } of input.contract.errors) {
      expect(fileOf(files, `${errors}/${code}.md`)).toContain(`\n# \`${code}\`\n`);
      expect(fileOf(files, `${errors}.md`)).toContain(`\n### \`${code}\`\n`);
      expect(llms).toContain(`](${errors}/${code}.md): `);
    }
    expect(llms).toMatch(/^# .+\n\n> .+\n/);
    expect(JSON.parse(fileOf(files, "errors.json")).errors).toHaveLength(input.contract.errors.length);
  });

  it("has the published files at an address that stays and at one per version", () => {
    for (const folder of ["v1", "1.0.0"]) {
      for (const name of ["openapi.yaml", "openapi.json", "errors.json", "error-envelope.schema.json"]) {
        expect(fileOf(files, `${folder}/${name}`)).not.toBe("");
      }
    }
  });

  it("has a schema of the envelope that stands alone: it takes every example and refuses what is wrong", () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false });
    formats.default(ajv);
    const validate = ajv.compile(JSON.parse(fileOf(files, "v1/error-envelope.schema.json")));
    for (const { example, param } of input.contract.errors) {
      expect(validate(example)).toBe(true);
      expect(validate({ ...example, success: true })).toBe(false);
      expect(validate({ ...example, error: { ...example.error, type: "no_error" } })).toBe(false);
      const { param: _, ...error } = example.error;
      expect(validate({ ...example, error })).toBe(param !== "required");
    }
  });

  it("is the same every time", async () => {
    expect(await siteOf(input)).toEqual(files);
  });

  it("refuses addresses and codes that would leave the folder or share an anchor", () => {
    const { contract } = input;
    const withUrls = (docUrl: (code: string) => string) =>
      placesOf({
        ...contract,
        errors: contract.errors.map((error) => ({ ...error, docUrl: docUrl(error.code) })),
      });
    expect(() => withUrls((code) => `https://a.example/${code}#x`)).toThrow("one page");
    expect(() => withUrls(() => "https://a.example/errors#x")).toThrow("exactly one");
    expect(() => withUrls((code) => `https://a.example/%2e%2e%2f#${code}`)).toThrow(
      "cannot be part of a path",
    );
    expect(() => placesOf({ ...contract, version: "../../x" })).toThrow("cannot be part of a path");
  });

  it("writes hostile texts as text: no tag, no script and no link of theirs", async () => {
    const hostile = await readHostile();
    const made = await siteOf(hostile);
    const { errors, reference } = placesOf(hostile.contract);
    const html = fileOf(made, `${errors}/index.html`);
    expect(html.split("<script").length).toBe(page.split("<script").length);
    expect(html.split("</script").length).toBe(page.split("</script").length);
    expect(html).not.toMatch(/<(?:img|iframe)|href="javascript:/i);
    expect(html.split("<style").length).toBe(page.split("<style").length);
    const api = fileOf(files, `${reference}/index.html`);
    expect(fileOf(made, `${reference}/index.html`).split("</script").length).toBe(
      api.split("</script").length,
    );
    for (const { path, content } of made.filter((file) => /\.(?:md|txt)$/.test(file.path))) {
      const rendered = new MarkdownIt({ html: true }).render(content.replace(/^<!-- .* -->$/m, ""));
      const tags = [...rendered.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag);
      expect([path, ...new Set(tags)]).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/script|img|svg|frame|style|^b$/i)]),
      );
      expect(rendered).not.toMatch(/href="(?!https?:|#|[\w/.]+\.md")/);
    }
  });
});
