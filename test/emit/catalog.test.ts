import ts from "typescript";
import { describe, expect, it } from "vitest";
import { checkCatalog, emitCatalog } from "../../scripts/emit/catalog.ts";
import type { Problem } from "../../scripts/names/problem.ts";
import { withDocUrls } from "../../src/errors/index.ts";
import { documentOf, inputOf, type Json, operation, pets } from "./document.ts";

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
});
