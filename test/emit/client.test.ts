import { describe, expect, test, vi } from "vitest";
import { diagnose, generatedFrom, load } from "./compile.ts";
import { body, documentOf, type Json, operation, pet, pets, problemsOf, query, success } from "./document.ts";

vi.setConfig({ testTimeout: 120_000 }); // a compiler takes its time on a busy machine

const object = { type: "object", properties: { a: { type: "string" } }, required: ["a"] };

// Names and forms that are valid OpenAPI and unusual.
const unusual = documentOf(
  {
    "GET /{default}/pets": operation("list-pets", {
      parameters: [query("page", { type: "integer" })],
      responses: { 200: pets() },
    }),
    "POST /{default}/pets": operation("create.pet", {
      requestBody: body("application/vnd.pets+json"),
      responses: { "2XX": pet() },
    }),
    "GET /{default}/pets/{pet-id}": operation("get pet", { responses: { 200: pet(), 203: pet() } }),
    "POST /{default}/pets/{pet-id}/feed": operation("feedPet", {
      requestBody: { ...body("application/json"), required: false },
      parameters: [query("amount", { type: "integer" }, { required: true })],
      responses: { 201: success({ type: "object", properties: {} }) },
    }),
    "GET /{default}/pets/{pet-id}/vet.visits/{class}": operation("get_visit", {
      responses: { 200: success(object, { mediaType: "application/problem+json" }) },
    }),
    "GET /{default}/2fa": operation("get2fa", {
      responses: {
        200: success({ $ref: "#/components/schemas/Promise" }),
        default: { description: "Oops." },
      },
    }),
    "GET /{default}/odd": operation("getOdd", {
      responses: { 200: success({ $ref: "#/components/schemas/odd-one.2" }) },
    }),
    "GET /{default}/photo": operation("getPhoto", {
      "x-client-method": false,
      responses: { 204: { description: "None." } },
    }),
  },
  {
    Promise: {
      type: "object",
      description: "A /* promise */.\n\nIn two lines.",
      properties: { kept: { type: "boolean" } },
    },
    "odd-one.2": { type: "object", properties: { result: { $ref: "#/components/schemas/Result" } } },
    Result: { oneOf: [object, { type: "null" }] },
  },
);

const program = `
import { createClient, createFetchClient, type Pet, type Promise_, type oddOne2, type Result_ } from "./client.ts";
const api = createClient({ apiKey: "k", default_: "x" });
export async function run() {
  const pets = await api.pets.list({ page: 1 });
  if (pets.ok) pets.data satisfies Pet[];
  for await (const one of api.pets.iterate()) one.name satisfies string;
  const created = await api.pets.create({ name: "Rex" });
  if (created.ok) created.data satisfies Pet;
  const fed = await api.pets.feed("p1", undefined, { amount: 2 });
  if (fed.ok) fed.data satisfies object;
  const visit = await api.pets.vetVisits.get("p1", "v1");
  if (visit.ok) visit.data.a satisfies string;
  else visit.error.code satisfies "gone" | "connection_error" | "timeout" | "aborted" | "unexpected_response" | "unrecognized_code" | "local_error";
  const kept = await api["2fa"].get();
  if (kept.ok) kept.data satisfies Promise_;
  const odd = await api.odd.get();
  if (odd.ok) odd.data satisfies oddOne2;
  // @ts-expect-error An operation that is left out has no method.
  api.photo;
  // @ts-expect-error The query has a parameter that must be given.
  await api.pets.feed("p1");
  await createFetchClient({ apiKey: "k" }).GET("/{default}/photo", { params: { path: { default: "x" } } });
}
export type Used = Result_;
`;

test("a document with unusual names becomes a client that compiles and has the types of its operations", async () => {
  expect(problemsOf(unusual).filter(({ severity }) => severity === "error")).toEqual([]);
  const files = await generatedFrom(unusual);
  expect(diagnose(files, program)).toEqual([]);
});

interface Loaded {
  createClient(options: object): Record<string, Record<string, (...given: unknown[]) => unknown>>;
}

test("its methods send what the document says", async () => {
  const sent: string[] = [];
  const { createClient } = await load<Loaded>(await generatedFrom(unusual));
  const meta = { requestId: "r1" };
  const api = createClient({
    apiKey: "sk_test",
    default_: "a b",
    fetch: async (url: string, { method, headers, body }: RequestInit) => {
      const type = new Headers(headers).get("content-type") ?? "";
      sent.push(`${method} ${url.replace("https://pets.example", "")} ${type} ${body ?? ""}`.trim());
      const page = /page=(\d)/.exec(url)?.[1];
      const data = page ? [{ name: page }] : { name: "Rex" };
      return Response.json({
        success: true,
        data,
        meta,
        ...(page && { pagination: { hasMore: page === "1" } }),
      });
    },
  });
  const visits = api.pets?.vetVisits as unknown as Record<string, (...ids: string[]) => unknown>;
  await api.pets?.create?.({ name: "Rex" });
  await api.pets?.feed?.("p1", undefined, { amount: 2 });
  await visits.get?.("p1", "v/1");
  const names: string[] = [];
  const all = api.pets?.iterate ?? (() => []);
  for await (const { name } of all() as AsyncIterable<{ name: string }>) names.push(name);
  expect(names).toEqual(["1", "2"]);
  expect(sent).toEqual([
    'POST /a%20b/pets application/vnd.pets+json {"name":"Rex"}',
    "POST /a%20b/pets/p1/feed?amount=2",
    "GET /a%20b/pets/p1/vet.visits/v%2F1",
    "GET /a%20b/pets?page=1",
    "GET /a%20b/pets?page=2",
  ]);
});

const remedy = ", or leave the operation out of the client with `x-client-method: false`.";
const cannot = (line: string, why: string) => `The client cannot have ${line}: ${why}${remedy}`;

describe("what the client cannot have is an error at its operation, with what to do:", () => {
  test.each<[string, Record<string, Json>, string[]]>([
    [
      "a success without a body",
      { "DELETE /pets/{pet}": operation("deletePet", { responses: { 204: { description: "Gone." } } }) },
      [
        cannot(
          "deletePet (DELETE /pets/{pet})",
          "its response 204 has no JSON body, and every success of the client has one. Give it one",
        ),
      ],
    ],
    [
      "a success in another media type",
      {
        "GET /pets/{pet}": operation("getPet", {
          responses: { 200: { description: "A photo.", content: { "image/png": { schema: {} } } } },
        }),
      },
      [
        cannot(
          "getPet (GET /pets/{pet})",
          "its response 200 has no JSON body, and every success of the client has one. Give it one",
        ),
      ],
    ],
    [
      "no success at all",
      { "GET /pets/{pet}": operation("getPet", { responses: { default: { description: "Any." } } }) },
      [cannot("getPet (GET /pets/{pet})", "declares no success. Add a response for 200 or 201")],
    ],
    [
      "a success without data",
      {
        "GET /pets/{pet}": operation("getPet", {
          responses: { 200: { description: "A.", content: { "application/json": { schema: object } } } },
        }),
      },
      [cannot("getPet (GET /pets/{pet})", "its response 200 has no `data`. Put what is returned there")],
    ],
    [
      "a single value",
      {
        "GET /pets/{pet}": operation("getPet", { responses: { 200: success({ type: ["string", "null"] }) } }),
      },
      [
        cannot(
          "getPet (GET /pets/{pet})",
          "`data` of its response 200 is a single value. Make it an object or a list",
        ),
      ],
    ],
    [
      "a list without pagination",
      {
        "GET /pets": operation("listPets", { responses: { 200: success({ type: "array", items: object }) } }),
      },
      [
        cannot(
          "listPets (GET /pets)",
          "its response 200 is a list without `pagination`. Add it, or put the list into an object",
        ),
      ],
    ],
    [
      "a list or a single thing",
      { "GET /pets": operation("listPets", { responses: { 200: pets(), 206: pet() } }) },
      [
        cannot(
          "listPets (GET /pets)",
          "succeeds with a list in one response, with something else in another. Let both be one of them",
        ),
      ],
    ],
    [
      "a form",
      { "POST /pets": operation("createPet", { requestBody: body("multipart/form-data") }) },
      [
        cannot(
          "createPet (POST /pets)",
          "takes no JSON, and the client sends nothing else. Offer application/json too",
        ),
      ],
    ],
    [
      "text",
      { "POST /pets": operation("createPet", { requestBody: body("text/plain") }) },
      [
        cannot(
          "createPet (POST /pets)",
          "takes no JSON, and the client sends nothing else. Offer application/json too",
        ),
      ],
    ],
    [
      "a header that must be sent",
      {
        "GET /pets/{pet}": operation("getPet", {
          parameters: [{ name: "X-Vet", in: "header", required: true, schema: { type: "string" } }],
        }),
      },
      [
        cannot(
          "getPet (GET /pets/{pet})",
          "demands the header X-Vet, which no method asks for. Make it optional: callers can give headers in the options of a call",
        ),
      ],
    ],
    [
      "operationIds that make the same type",
      {
        "GET /pets": operation("list-pets", { parameters: [query("q")], responses: { 200: pets() } }),
        "GET /cats": operation("listPets", { parameters: [query("q")], responses: { 200: pets() } }),
      },
      ["The operationIds `list-pets` and `listPets` both make the type `ListPetsQuery`: rename one of them."],
    ],
    [
      "a path that is called like the method that reads page by page",
      {
        "GET /pets": operation("listPets", { parameters: [query("page")], responses: { 200: pets() } }),
        "POST /pets/iterate": operation("iteratePets"),
      },
      [
        "The list listPets gets the method `pets.iterate`, and another member of the client has that name: name one of them with `x-client-method`, or set `x-pagination: false` at the list.",
      ],
    ],
    [
      "two lists that are read page by page, side by side",
      {
        "GET /pets": operation("listPets", { parameters: [query("page")], responses: { 200: pets() } }),
        "GET /pets/search": operation("searchPets", {
          parameters: [query("page")],
          responses: { 200: pets() },
        }),
      },
      [
        "The list searchPets gets the method `pets.iterate`, and that of listPets has that name: name one of them with `x-client-method`, or set `x-pagination: false` at the list.",
      ],
    ],
  ])("%s", (_, operations, want) => {
    const problems = problemsOf(documentOf(operations));
    expect(problems.map(({ message }) => message)).toEqual(want);
    for (const { severity, location } of problems) {
      expect(severity).toBe("error");
      expect(location).toMatchObject({
        file: "api.json",
        pointer: expect.stringMatching(/^\/paths\/~1(pets|cats)/),
      });
    }
  });
});

test("an object is an interface, so that editors show its name, and everything else an alias", async () => {
  const text = [...(await generatedFrom(unusual)).values()].join();
  expect(text).toContain('export interface Pet extends Schema<"Pet"> {}');
  expect(text).toContain('export type Result_ = Schema<"Result">;');
  expect(text).toContain(
    "/**\n * A /* promise *\\/.\n *\n * In two lines.\n */\nexport interface Promise_ extends",
  );
});
