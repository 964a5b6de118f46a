import ts from "typescript";
import { describe, expect, it } from "vitest";
import { checkCatalog, emitCatalog } from "../../scripts/emit/catalog.ts";
import type { Problem } from "../../scripts/names/problem.ts";
import { withDocUrls } from "../../src/errors/index.ts";
import { addCodes, documentOf, inputOf, type Json, operation, pet, pets, schemasOf } from "./document.ts";

describe("the catalog", () => {
  const problems = (change: (schemas: Record<string, Json>, responses: Record<string, Json>) => void) => {
    const document = documentOf({ "GET /pets": operation("listPets", { responses: { 200: pets() } }) });
    const { schemas, responses } = document.components as Record<string, Record<string, Json>>;
    change(schemas ?? {}, responses ?? {});
    const found: Problem[] = [];
    checkCatalog(inputOf(document), (problem) => found.push(problem));
    return found.map(({ message, location }) => `${location.pointer} ${message}`);
  };

  it("has codes whose addresses lead to one page, and whose schemas have a name", () => {
    expect(problems(() => {})).toEqual([]);
    const away = problems(({ gone, ErrorCode }, { Gone }) => {
      Object.assign(ErrorCode ?? {}, { enum: ["gone", "lost"] });
      const lost = JSON.parse(JSON.stringify(gone).replaceAll('"gone"', '"lost"'));
      const text = JSON.stringify(Gone).replace(
        '{"$ref":"#/components/schemas/gone"}',
        `{"oneOf":[{"$ref":"#/components/schemas/gone"},${JSON.stringify(lost)}]}`,
      );
      Object.assign(Gone ?? {}, JSON.parse(text));
    });
    const at = "/components/responses/Gone/content/application~1json/schema/allOf/1/properties/error/oneOf/1";
    expect(away).toEqual([
      `${at} doc_url must be https://pets.example/errors#lost, like that of gone: one page describes all errors.`,
      `${at} The schema of lost stands in the middle of another one: give it a file of its own, and refer to it.`,
    ]);
  });

  it("keeps text of the document text", () => {
    const evil = 'x"; process.exit(1); /* */ `${1}`';
    const document = documentOf({ "GET /pets": operation('a"b*/', { responses: { 200: pets() } }) });
    const { schemas } = document.components as { schemas: Record<string, Json> };
    Object.assign(schemas.gone ?? {}, { title: evil });
    Object.assign(document, { info: { title: "Pets", version: evil }, servers: [{ url: evil }] });
    const content = emitCatalog(inputOf(document))[0]?.content ?? "";
    const [, call = ""] = /errorCatalog = (.*?\n\}\));?/s.exec(content) ?? [];
    expect(new Function("withDocUrls", `return ${call}`)(withDocUrls)).toMatchObject({
      gone: { title: evil },
    });
    expect(ts.transpileModule(content, { reportDiagnostics: true }).diagnostics).toEqual([]);
  });

  const contentOf = (document: Json) => {
    const [file, ...others] = emitCatalog(inputOf(document));
    expect([file?.path, others]).toEqual(["catalog.ts", []]);
    return file?.content ?? "";
  };
  const paths = { "GET /pets": operation("list-pets", { responses: { 200: pets() } }) };

  it("has every code with its facts, and what the document says of the API", () => {
    const content = contentOf(addCodes(documentOf(paths), "lost-pet"));
    expect(content).toContain(`errorCatalog = /* @__PURE__ */ withDocUrls("https://pets.example/errors#", {
  /** Gone */
  gone: {
    type: "gone_error",
    status: 404,
    title: "Gone",
    param: "never",
    retry: "never",
  },
  /** Gone */
  "lost-pet": {
`);
    for (const line of [
      'export const contractVersion = "1.0.0";',
      'export const defaultBaseUrl = "https://pets.example";',
      'export const keyPrefixes = ["sk_"] as const;',
      'export type ErrorType = "gone_error";',
      'import type { components } from "./types.ts";',
      '  gone: Schemas["gone"];\n  "lost-pet": Schemas["lost-pet"];',
      '  "list-pets": "gone" | "lost-pet";',
      'such as `OperationErrorCode<"list-pets">`',
    ]) {
      expect(content).toContain(line);
    }
    expect(content).toContain('export const envelope = { success: "success", error: "error", data: "data", ');
  });

  it("says `never` of what there is not", () => {
    const fine = operation("getPet", { responses: { 200: pet() } });
    delete (fine.responses as Json)[404];
    const document = documentOf({ ...paths, "GET /pet": fine });
    expect(contentOf(document)).toContain("  getPet: never;\n");
    expect(contentOf(documentOf({ "GET /pet": operation("getPet") }))).toContain("type Pagination = never;");
  });

  it("takes the types of `meta` and of the pagination from components, or from where they stand", () => {
    const named = contentOf(documentOf(paths));
    expect(named).toContain('export type Meta = Schemas["Meta"];');
    expect(named).toContain('export type Pagination = Schemas["Pagination"];');
    const document = documentOf({ "GET /pets": operation("listPets", { responses: { "2XX": pets() } }) });
    const { Meta, Pagination } = schemasOf(document);
    const inPlace = JSON.parse(
      JSON.stringify(document)
        .replaceAll(
          '"pagination":{"$ref":"#/components/schemas/Pagination"}',
          `"pagination":${JSON.stringify(Pagination)}`,
        )
        .replaceAll('"meta":{"$ref":"#/components/schemas/Meta"}', `"meta":${JSON.stringify(Meta)}`),
    );
    const content = contentOf(inPlace);
    expect(content).toContain(
      'export type Meta = operations["listPets"]["responses"][404]["content"]["application/json"]["meta"];',
    );
    expect(content).toContain(
      'export type Pagination = operations["listPets"]["responses"]["2XX"]["content"]["application/json"]["pagination"];',
    );
    expect(content).toContain('import type { components, operations } from "./types.ts";');
  });
});
