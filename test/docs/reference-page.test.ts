import { describe, expect, it } from "vitest";
import { referencePage } from "../../scripts/docs/reference/index.ts";
import type { Contract } from "../../src/contract/index.ts";
import { brokenAnchors, elementOf, linksOf, partOf, rowsOf, seen } from "./html.ts";
import { petsContract, petsDocument, petsSite } from "./pets.ts";

type Json = Record<string, unknown>;

const pageOf = (document: Json = petsDocument(), change: Partial<Contract> = {}) => {
  return referencePage(petsSite(change), document);
};
const page = pageOf();

describe("the API reference", () => {
  it("says what it is about, and where the API and the document are", () => {
    const hero =
      elementOf(page, "div", "hero") + page.split('class="lead prose">')[1]?.split("</section>")[0];
    expect(seen(hero)).toMatch(
      /^Pets & more · version 2\.1\.0 API reference .*All about pets\. Base URL: https:\/\/pets\.example\./,
    );
    expect(linksOf(page)).toContainEqual(["openapi.yaml", "../../v2/openapi.yaml"]);
    expect(elementOf(page, "title")).toBe("<title>API reference · Pets &amp; more");
    expect(page).toContain('<link rel="canonical" href="https://pets.example/docs/reference/">');
    expect(page).toContain('<meta name="description" content="Every operation of the Pets &amp; more: ');
    expect(page).toContain('aria-current="true">API reference</a>');
    expect(page).toContain("<script>plain()</script>\n</body>");
    expect(page).toContain('data-folder="reference"');
  });

  it("has contents that lead to its tags, operations and schemas", () => {
    expect(linksOf(elementOf(page, "nav", "contents"))).toEqual([
      ["Pets", "#tag-Pets"],
      ["listPets", "#listPets"],
      ["createPet", "#createPet"],
      ["Toys", "#tag-Toys"],
      ["getToy", "#getToy"],
      ["Schemas", "#schemas"],
    ]);
    expect(brokenAnchors(page)).toEqual([]);
  });

  it("has no part for schemas where there are none", () => {
    for (const document of [
      {},
      { components: 1 },
      { components: { schemas: [] } },
      { components: { schemas: { gone: {} } } },
    ]) {
      const html = pageOf(document);
      expect(html).not.toContain("chemas");
      expect(brokenAnchors(html)).toEqual([]);
    }
  });

  it("says of a tag what the document says, and has its operations", () => {
    expect(seen(partOf(page, "tag-Pets"))).toMatch(/^Pets Animals at home\. List pets /);
    expect(seen(partOf(page, "tag-Toys"))).toMatch(/^Toys Show a toy /);
    expect([...partOf(page, "tag-Pets").matchAll(/<h3 id="(\w+)"/g)].map(([, id]) => id)).toEqual([
      "listPets",
      "createPet",
    ]);
    for (const tags of [undefined, [null], "Pets"]) {
      expect(seen(partOf(pageOf({ ...petsDocument(), tags }), "tag-Pets"))).toMatch(/^Pets List pets /);
    }
  });

  it("has for an operation its request, its parameters and its responses", () => {
    const operation = partOf(page, "listPets");
    expect(seen(operation)).toMatch(
      /^List pets Copy link GET \/homes\/\{homeId\}\/pets Lists the pets\. Operation listPets Parameters /,
    );
    expect(operation).toContain("<code>/homes<wbr>/{homeId}<wbr>/pets</code>");
    expect(rowsOf(operation)).toEqual([
      ["homeId required string, in the path", ""],
      ["color string, in the query", "Of the coat."],
      ["200", "Fine.", ""],
      ["404", "Gone.", "gone bad_name busy broken"],
    ]);
    expect([...operation.matchAll(/<thead>(.*?)<\/thead>/g)].map(([, head]) => seen(head ?? ""))).toEqual([
      "Parameter Meaning",
      "Status Meaning Error codes",
    ]);
    expect(linksOf(operation).slice(1, 3)).toEqual([
      ["gone", "../errors/gone/index.html"],
      ["bad_name", "../errors/bad_name/index.html"],
    ]);
    expect(operation).not.toContain("Request body");
  });

  it("has nothing on parameters where there are none, and no link for a code that is none", () => {
    const operations = petsContract().operations.map((one) => ({
      ...one,
      parameters: [],
      responses: one.responses.map((response) => ({ ...response, codes: ["gone", "unknown"] })),
    }));
    const operation = partOf(pageOf(undefined, { operations }), "listPets");
    expect(operation).not.toContain("Parameter");
    expect(rowsOf(operation).map((cells) => cells[2])).toEqual(["gone", "gone"]);
  });

  it("has the fields of a request body, named or written in place", () => {
    expect(seen(partOf(page, "createPet"))).toContain(
      "Request body Fields Field Meaning name required string Responses",
    );
    const document = petsDocument();
    const operations = petsContract().operations.map(({ body, ...one }) => ({
      ...one,
      ...(body && {
        body: {
          ...body,
          name: undefined,
          schema: { ...body.schema, value: { properties: { age: { type: "integer" } } } },
        },
      }),
    }));
    const inline = pageOf(document, { operations: operations as unknown as Contract["operations"] });
    expect(seen(partOf(inline, "createPet"))).toContain(
      "Request body Fields Field Meaning age integer Responses",
    );
  });

  it("shows a call of each operation, open, with nothing that may be left out", () => {
    const [call = ""] =
      /<details class="box" open><summary>curl.*?<\/details>/s.exec(partOf(page, "createPet")) ?? [];
    expect(seen(call)).toBe('curl curl -i -X POST "$CSTAR_API/homes/$CSTAR_HOME_ID/pets"');
  });

  it("describes every schema but those of the codes: its fields, or what it holds", () => {
    const schemas = elementOf(page, "section", 'aria-labelledby="schemas"');
    const ids = [...schemas.matchAll(/<h3 id="schema-(\w+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([
      "Pet",
      "Pagination",
      "Meta",
      "SuccessEnvelope",
      "ErrorCode",
      "ErrorType",
      "ErrorEnvelope",
    ]);
    expect(seen(partOf(page, "schema-Pet"))).toBe("Pet Copy link Fields Field Meaning name required string");
    expect(seen(partOf(page, "schema-ErrorCode"))).toBe(
      "ErrorCode Copy link gone | bad_name | busy | broken",
    );
    const schema = { type: "string", description: "Says *how*." };
    expect(seen(partOf(pageOf({ components: { schemas: { How: schema } } }), "schema-How"))).toBe(
      "How Copy link Says how. string",
    );
  });
});

describe("the response of an operation", () => {
  const responseOf = (responses: unknown, rest: Json = {}) => {
    const paths = {
      "/x": { parameters: [], post: { responses }, get: { operationId: "listPets", responses } },
    };
    const html = partOf(pageOf({ paths, ...rest }), "listPets");
    const [, box] = /<details class="box"><summary>Response<\/summary><pre>(.*?)<\/pre>/s.exec(html) ?? [];
    return box === undefined ? undefined : JSON.parse(seen(box));
  };
  const json = (content: Json) => ({ content: { "application/json": content } });
  const shared = (responses: unknown) => ({ components: { responses } });

  it.each<[what: string, responses: unknown, rest: Json, want: unknown]>([
    ["is its example", { 200: json({ example: { a: 1 } }) }, {}, { a: 1 }],
    [
      "is its example before those with names",
      { 200: json({ example: 1, examples: { x: { value: 2 } } }) },
      {},
      1,
    ],
    [
      "is the first of those with names",
      { 201: json({ examples: { x: { value: [2] }, y: { value: 3 } } }) },
      {},
      [2],
    ],
    [
      "is that of its success, not of an error",
      { 400: json({ example: 1 }), 202: json({ example: 2 }) },
      {},
      2,
    ],
    ["is none where only an error has one", { 400: json({ example: 1 }) }, {}, undefined],
    ["is none where the number of a status begins otherwise", { 1200: json({ example: 1 }) }, {}, undefined],
    [
      "is that of a shared one",
      { 200: { $ref: "#/components/responses/Ok" } },
      shared({ Ok: json({ example: 3 }) }),
      3,
    ],
    [
      "is none where the shared one is gone",
      { 200: { $ref: "#/components/responses/Ok" } },
      shared([]),
      undefined,
    ],
    [
      "is none where nothing is shared",
      { 200: { $ref: "#/components/responses/Ok" } },
      { components: 1 },
      undefined,
    ],
    ["is none where it has no body", { 204: { description: "Gone." } }, {}, undefined],
    ["is none where its body has no example", { 200: json({ examples: {} }) }, {}, undefined],
    ["is none where its body is no object", { 200: { content: { "text/plain": 1 } } }, {}, undefined],
    ["is none where its examples are none", { 200: json({ examples: { x: 1 } }) }, {}, undefined],
    ["is none where there are no responses", undefined, {}, undefined],
  ])("%s", (_, responses, rest, want) => {
    expect(responseOf(responses, rest)).toEqual(want);
  });

  it.each([
    { paths: 1 },
    { paths: { "/x": 1 } },
    { paths: { "/x": { get: 1 } } },
    { paths: { "/x": { get: { operationId: 1 } } } },
  ])("is none in %j", (document) => {
    expect(pageOf(document)).not.toContain("<summary>Response");
  });
});
