import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import MarkdownIt from "markdown-it";
import { beforeAll, describe, expect, it } from "vitest";
import { mediaTypeOf } from "../../scripts/dev/site-server.ts";
import { docsFiles } from "../../scripts/docs/index.ts";
import { sitePaths } from "../../scripts/docs/site/paths.ts";
import type { EmitInput, OutputFile } from "../../scripts/render/output.ts";
import { lineHtml } from "../../scripts/render/prose/index.ts";
import { clientRules } from "../../src/errors/index.ts";
import { CLIENT_CODES } from "../../src/explain/index.ts";
import { expectNone } from "../contract/expect-none.ts";
import { readHostile } from "./hostile.ts";
import { manyCodes } from "./many-codes.ts";
import { fileOf, readInput, siteInputOf, siteOf } from "./site.ts";

describe("the site", () => {
  let input: EmitInput;
  let files: OutputFile[];
  let page: string;

  beforeAll(async () => {
    input = await readInput();
    files = await siteOf(input);
    page = fileOf(files, `${sitePaths(input.contract).errors}/index.html`);
  });

  it("has the error reference at the path of the doc_urls, small enough to arrive at once", () => {
    expect(sitePaths(input.contract).errors).toBe("developers/api/errors");
    expect(Buffer.byteLength(page)).toBeLessThan(150_000);
    expect(Buffer.byteLength(page)).toBeGreaterThan(50_000);
    expect(gzipSync(page).length).toBeLessThan(32_000);
  });

  it("holds no file whose media type the development server does not know", () => {
    const unknown = files.filter(({ path }) => mediaTypeOf(path) === "application/octet-stream");
    expect(unknown.map(({ path }) => path)).toEqual([]);
  });

  it("only lists the codes where they are too many, in less than 150 kB, and describes each on its own page", async () => {
    const many = await docsFiles(manyCodes(await siteInputOf(input), 200));
    const { errors } = sitePaths(input.contract);
    const index = fileOf(many, `${errors}/index.html`);
    expect(Buffer.byteLength(index)).toBeLessThan(150_000);
    expect(index.split('<th scope="row" id=').length - 1).toBe(200);
    expect(index).not.toContain('<article class="code"');
    const own = fileOf(many, `${errors}/authentication_required_aa/index.html`);
    expect(own).toContain("Why it happens");
  });

  it("has for each code one heading with the fragment of its doc_url as id, and all that the contract says", () => {
    const local = (href: string) => href.replace(/^https:\/\/cstar\.help\/developers\/api\/errors(?=#)/, "");
    for (const error of input.contract.errors) {
      const id = new URL(error.docUrl).hash.slice(1);
      expect(page.split(`id="${id}"`)).toHaveLength(2);
      const article = page.slice(page.indexOf(`<h3 id="${id}">`)).split("</article>")[0] ?? "";
      for (const text of [...error.causes, ...error.fixes]) expect(article).toContain(lineHtml(text, local));
      const plain = article.replaceAll("<wbr>", "");
      for (const fact of [error.title, String(error.status), error.type, error.since, `${error.code}.md`]) {
        expect(plain).toContain(fact);
      }
      const all = error.operations.length === input.contract.operations.length;
      for (const name of all ? [`All ${error.operations.length} operations`] : error.operations) {
        expect(article).toContain(name);
      }
      expect(article).toContain("await cstar.");
      expect(article).toContain("await fetch(");
      expect(article).toContain("$CSTAR_API_KEY");
    }
  });

  it("has every type, field, status, tip and key on the page, and a cell for each operation with each code", () => {
    const { types, fields, statuses, keys, operations, errors } = input.contract;
    const names = [...types.map((t) => t.type), ...fields.map((f) => f.name), ...keys.map((k) => k.prefix)];
    const plain = page.replaceAll("<wbr>", "");
    for (const name of names) expect(plain).toContain(`<code>${name}</code>`);
    for (const { status } of statuses) expect(page).toContain(`<th scope="row">${status}</th>`);
    const matrix = page.slice(page.indexOf('class="matrix"')).split("</table>")[0] ?? "";
    expect(matrix.split("<td").length - 1).toBe(operations.length * errors.length);
    expect(matrix.split("<td>yes").length - 1).toBe(operations.flatMap(({ codes }) => codes).length);
  });

  it("loads nothing: no address in an attribute that fetches, on any page", () => {
    const pages = files.filter(({ path }) => path.endsWith(".html"));
    expect(pages.length).toBeGreaterThan(input.contract.errors.length);
    for (const { path, content } of pages) {
      expect([path, /<[^>]*\ssrc=|@import|url\((?!"data:)|<link rel="stylesheet"/.test(content)]).toEqual([
        path,
        false,
      ]);
    }
  });

  it("has a page per code with its own title, description, preview and address", () => {
    const { errors } = sitePaths(input.contract);
    const heads = input.contract.errors.map(({ code, title }) => {
      const content = fileOf(files, `${errors}/${code}/index.html`);
      expect(content).toContain(`<title>${code} (`);
      expect(content).toContain(`<link rel="canonical" href="https://cstar.help/${errors}/${code}/">`);
      expect(content).toMatch(new RegExp(`<meta property="og:title" content="${code} \\(\\d+ ${title}\\)`));
      return { code, described: /<meta name="description" content="([^"]+)">/.exec(content)?.[1] };
    });
    const alike = heads.filter(
      (head) => heads.find(({ described }) => described === head.described) !== head,
    );
    expectNone(alike.map(({ code }) => `The description of ${code} is that of another code.`));
  });

  it("has the same bar, theme and icon on every page", () => {
    const pages = files.filter(({ path }) => path.endsWith(".html"));
    const [theme] = page.match(/<script>[^<]+<\/script>/) ?? [];
    const [icon] = page.match(/<link rel="icon"[^>]+>/) ?? [];
    for (const { path, content } of pages) {
      for (const part of [theme, icon, 'class="top"', 'id="q"', 'id="theme"']) {
        expect([path, content.includes(part ?? "nothing")]).toEqual([path, true]);
      }
    }
  });

  it("lets nothing run that it did not write: each script is named by its hash", () => {
    for (const { path, content } of files.filter((file) => file.path.endsWith(".html"))) {
      const [policy = ""] = /script-src [^;]+/.exec(content) ?? [];
      expect([path, policy]).not.toEqual([path, expect.stringContaining("unsafe")]);
      for (const [, script = ""] of content.matchAll(/<script>([\s\S]*?)<\/script>/g)) {
        expect(policy).toContain(createHash("sha256").update(script).digest("base64"));
      }
    }
  });

  it("describes the client's own codes as the client has them", () => {
    expect(CLIENT_CODES.map(({ code, retry }) => [code, retry])).toEqual(Object.entries(clientRules));
    for (const { code } of CLIENT_CODES) {
      expect(page).toContain(`id="client-${code}"`);
      expect(fileOf(files, "llms.txt")).toContain(code);
    }
    const table = JSON.parse(fileOf(files, "errors.json"));
    expect(table.clientErrors.map(({ code }: { code: string }) => code)).toEqual(
      CLIENT_CODES.map(({ code }) => code),
    );
  });

  it("links each error response of the API reference to its codes, and every type to its schema", () => {
    const { errors, reference } = sitePaths(input.contract);
    const api = fileOf(files, `${reference}/index.html`);
    expect(api.split("../errors/").length).toBeGreaterThan(200);
    for (const { id, codes } of input.contract.operations) {
      const article = api.slice(api.indexOf(`<h3 id="${id}">`)).split("</article>")[0] ?? "";
      for (const code of codes) expect(article).toContain(`href="../errors/${code}/index.html"`);
    }
    const ids = new Set([...api.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, id] of api.matchAll(/href="#([^"]+)"/g))
      expect(ids).toContain(decodeURIComponent(id ?? ""));
    expect(errors).not.toBe(reference);
  });

  it("has a page of Markdown per code, the whole as Markdown, JSON, and llms.txt that leads to the pages", () => {
    const { errors } = sitePaths(input.contract);
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
    const ajv = new Ajv2020({ strict: true });
    formats.default(ajv);
    const schema = JSON.parse(fileOf(files, "v1/error-envelope.schema.json"));
    expect(schema).toMatchObject({
      $id: "https://cstar.help/v1/error-envelope.schema.json",
      type: "object",
      required: ["success", "error", "meta"],
    });
    const validate = ajv.compile(schema);
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
      sitePaths({
        ...contract,
        errors: contract.errors.map((error) => ({ ...error, docUrl: docUrl(error.code) })),
      });
    expect(() => withUrls((code) => `https://a.example/${code}#x`)).toThrow("one page");
    expect(() => withUrls(() => "https://a.example/errors#x")).toThrow("exactly one");
    expect(() => withUrls((code) => `https://a.example/%2e%2e%2f#${code}`)).toThrow(
      "cannot be part of a path",
    );
    expect(() => sitePaths({ ...contract, version: "../../x" })).toThrow("cannot be part of a path");
  });

  it("writes hostile texts as text: no tag, no script and no link of theirs", async () => {
    const hostile = await readHostile();
    const made = await siteOf(hostile);
    const { errors, reference } = sitePaths(hostile.contract);
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
