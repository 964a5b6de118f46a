import { beforeAll, describe, expect, it } from "vitest";
import { isObject } from "../../scripts/docs/reference/schema.ts";
import { sitePaths } from "../../scripts/docs/site/paths.ts";
import type { EmitInput } from "../../scripts/render/output.ts";
import { seen } from "./html.ts";
import { fileOf, readInput, siteOf } from "./site.ts";

describe("the page", () => {
  let input: EmitInput;
  let page: string;
  beforeAll(async () => {
    input = await readInput();
    page = fileOf(await siteOf(input), `${sitePaths(input.contract).reference}/index.html`);
  });
  const article = (id: string) => page.slice(page.indexOf(`<h3 id="${id}">`)).split("</article>")[0] ?? "";

  it("has for each operation its parameters with place and need, and every status with what it means", () => {
    for (const { id, method, path, parameters, responses, description } of input.contract.operations) {
      const html = article(id);
      for (const { name, in: place, required } of parameters) {
        const row = html
          .split("<tr>")
          .find((one) => one.includes(`<code>${name.replaceAll("_", "_<wbr>")}</code>`));
        expect([id, name, seen(row ?? "")]).toEqual([id, name, expect.stringContaining(`, in the ${place}`)]);
        expect([name, row?.includes("required")]).toEqual([name, required]);
      }
      expect(seen(html)).toContain(`${method.toUpperCase()} ${path}`);
      for (const response of responses) {
        const meaning = seen(response.description).split("`")[0];
        expect(seen(html)).toContain(`${response.status} ${meaning}`);
      }
      const statuses = [...html.matchAll(/class="status">(\w+)</g)].map(([, status]) => status);
      expect(statuses).toEqual(responses.map(({ status }) => String(status)));
      expect(seen(html)).toContain(seen(description).split("`")[0]);
    }
  });

  it("shows a response of every operation that returns a body, and a call for each", () => {
    for (const { id, responses } of input.contract.operations) {
      const [success] = responses.filter(({ status }) => String(status).startsWith("2"));
      const html = article(id);
      expect([id, html.includes("<summary>Response</summary>")]).toEqual([
        id,
        String(success?.status) !== "204",
      ]);
      expect(html).toContain("<summary>curl</summary>");
    }
  });

  it("describes every schema but those of the codes, with all of its fields", () => {
    const { components } = input.bundle as { components: { schemas: Record<string, unknown> } };
    const codes = new Set(input.contract.errors.map(({ code }) => code));
    for (const [name, schema] of Object.entries(components.schemas)) {
      const html = article(`schema-${name}`);
      expect([name, page.includes(`id="schema-${name}"`)]).toEqual([name, !codes.has(name)]);
      if (codes.has(name) || !isObject(schema)) continue;
      for (const field of Object.keys(isObject(schema.properties) ? schema.properties : {})) {
        expect([name, seen(html)]).toEqual([name, expect.stringContaining(field)]);
      }
    }
  });
});
