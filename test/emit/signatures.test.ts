import { expect, test } from "vitest";
import { emitClient } from "../../scripts/emit/client.ts";
import {
  addCodes,
  body,
  documentOf,
  inputOf,
  type Json,
  operation,
  pet,
  pets,
  query,
  success,
} from "./document.ts";

/** The generated client of a document with these operations. */
function clientOf(operations: Readonly<Record<string, Json>>, schemas: Json = {}): string {
  const [file, ...others] = emitClient(inputOf(documentOf(operations, schemas)));
  expect([file?.path, others]).toEqual(["client.ts", []]);
  return file?.content ?? "";
}

const object = { type: "object", properties: { a: { type: "string" } } };
const optionalBody = { ...body("application/json"), required: false };
const neededQuery = query("q", { type: "string" }, { required: true });
const wholeResponse = (status: string) =>
  `operations["getPet"]["responses"][${status}]["content"]["application/json"]["data"]`;

test.each<[string, line: string, Json, signature: string]>([
  ["nothing but options", "GET /pet", {}, "get(options?: RequestOptions): Promise<Result<Pet, "],
  ["an id first", "GET /pets/{pet}/{leg}", {}, "get(pet: string, leg: string, options?: RequestOptions): "],
  [
    "a body",
    "PUT /pets/{pet}",
    { requestBody: body("application/json") },
    "replace(pet: string, body: Pet, options?: ",
  ],
  [
    "a body that may be left out",
    "POST /pets",
    { requestBody: optionalBody },
    "create(body?: Pet, options?: ",
  ],
  [
    "a body without a name",
    "POST /pets",
    { requestBody: { required: true, content: { "application/json": { schema: object } } } },
    'create(body: NonNullable<operations["getPet"]["requestBody"]>["content"]["application/json"], options?: ',
  ],
  ["a query", "GET /pet", { parameters: [query("q")] }, "get(query?: GetPetQuery, options?: "],
  ["a query that is needed", "GET /pet", { parameters: [neededQuery] }, "get(query: GetPetQuery, options?: "],
  [
    "a body before a query",
    "POST /pets",
    { requestBody: body("application/json"), parameters: [query("q")] },
    "create(body: Pet, query?: GetPetQuery, options?: ",
  ],
  [
    "what may be left out before what is needed",
    "POST /pets",
    { requestBody: optionalBody, parameters: [neededQuery] },
    "create(body: Pet | undefined, query: GetPetQuery, options?: ",
  ],
  [
    "no header",
    "GET /pet",
    { parameters: [{ name: "X-Vet", in: "header", schema: { type: "string" } }] },
    "get(options?: ",
  ],
  [
    "data of a schema without a name",
    "GET /pet",
    { responses: { 200: success(object) } },
    `get(options?: RequestOptions): Promise<Result<${wholeResponse("200")}, `,
  ],
  [
    "data of a range of statuses",
    "GET /pet",
    { responses: { "2XX": success(object) } },
    `Promise<Result<${wholeResponse('"2XX"')}, `,
  ],
  [
    "data of several successes, each once",
    "GET /pet",
    { responses: { 200: pet(), 201: pet(), 202: success(object) } },
    `Promise<Result<Pet | ${wholeResponse("202")}, `,
  ],
  [
    "a list",
    "GET /pets",
    { responses: { 200: pets() } },
    "get(options?: RequestOptions): Promise<Result<Pet[], ",
  ],
  [
    "a list of what has no name",
    "POST /pets",
    { responses: { 200: success({ type: "array", items: object }, { pagination: true }) } },
    `Promise<Result<${wholeResponse("200")}, `,
  ],
])("a method has %s", (_, line, more, signature) => {
  const text = clientOf({ [line]: operation("getPet", more), "GET /zoos/{zoo}": operation("getZoo") });
  expect(text.split("\n").map((row) => row.trim())).toContainEqual(expect.stringContaining(signature));
});

const paged = { parameters: [query("page", { type: "integer" }), query("pageSize", { maximum: 50 })] };
const listOf = (items: Json) => ({ 200: success({ type: "array", items }, { pagination: true }) });

test("a list is read entry by entry with what the list takes", () => {
  const text = clientOf({ "GET /pets": operation("listPets", { ...paged, responses: { 200: pets() } }) });
  expect(text).toContain(
    "  iterate(query?: ListPetsQuery, options?: RequestOptions): AsyncGenerator<Pet, void, undefined>;",
  );
  expect(text).toContain(
    "   * Does it: all of them, page by page, as they are asked for.\n   *\n   * @throws CStarError, as in `list`\n",
  );
  const unnamed = clientOf({ "GET /pets": operation("listPets", { ...paged, responses: listOf(object) }) });
  expect(unnamed).toContain(
    'AsyncGenerator<operations["listPets"]["responses"][200]["content"]["application/json"]["data"][number], void, undefined>',
  );
});

test.each<[string, Json]>([
  ["without a query", { responses: { 200: pets() } }],
  ["without the number of a page", { parameters: [query("q")], responses: { 200: pets() } }],
  [
    "with the number of a page in a header",
    {
      parameters: [{ name: "page", in: "header", schema: { type: "integer" } }],
      responses: { 200: pets() },
    },
  ],
  [
    "that says not whether there is more",
    {
      ...paged,
      responses: { 200: success({ type: "array", items: object, properties: {} }, { pagination: true }) },
    },
  ],
])("a list %s is read as a whole", (name, more) => {
  const document = documentOf({ "GET /pets": operation("listPets", more) });
  if (name.startsWith("that")) {
    (document.components as { schemas: Json }).schemas.Pagination = {
      type: "object",
      properties: { total: {} },
    };
  }
  expect(emitClient(inputOf(document))[0]?.content).not.toContain("iterate(");
});

test("a method says what it does and how it fails", () => {
  const one = operation("getPet", { summary: "Get a pet.", description: "One of */ them.\n\nBy its name." });
  expect(clientOf({ "GET /pets/{pet}": one })).toContain(`  /**
   * Get a pet.
   *
   * One of *\\/ them.
   *
   * By its name.
   *
   * Fails with gone; or with a code of the client.
   */
  get(`);
  const short = clientOf({ "GET /pets/{pet}": operation("getPet") });
  expect(short).toContain("   * Does it.\n   *\n   * Fails with gone; ");
});

test("an operation that fails with no code of the API says so", () => {
  const fine = operation("getPet");
  delete (fine.responses as Json)[404];
  const text = clientOf({ "GET /pets/{pet}": fine, "GET /cats/{cat}": operation("getCat") });
  expect(text).toContain("   * Fails with no code of the API; or with a code of the client.");
  expect(text).toContain("const common = [] as const;");
});

test("the table of routes says what each method sends, and writes once what all can return", () => {
  const document = addCodes(
    documentOf({
      "GET /t/{team}/pets": operation("listPets", { ...paged, responses: { 200: pets() } }),
      "POST /t/{team}/pets": operation("createPet", { requestBody: body("application/json") }),
      "PUT /t/{team}/pets/{pet}": operation("replacePet", { requestBody: body("application/vnd.pets+json") }),
      "GET /t/{team}/pets/{pet}/toys": operation("listToys", { ...paged, responses: { 200: pets() } }),
      "GET /t/{team}/photo": operation("getPhoto", { "x-client-method": false }),
    }),
    "lost",
  );
  const { paths, components } = document as { paths: Record<string, Json>; components: { responses: Json } };
  components.responses.Only = JSON.parse(
    JSON.stringify(components.responses.Gone)
      .replace('{"$ref":"#/components/schemas/lost"}', "")
      .replace(",]", "]"),
  );
  const list = paths["/t/{team}/pets"]?.get as { responses: Json };
  list.responses[404] = { $ref: "#/components/responses/Only" };
  const text = emitClient(inputOf(document))[0]?.content ?? "";
  expect(text).toContain('const common = ["gone"] as const;');
  const rows = text.match(/^ {2}("[\w.]+": )?\{ method: .*$/gm);
  expect(rows).toEqual([
    '  "pets.list": { method: "GET", path: "/t/{team}/pets", query: true, list: true, pages: 0, largestPage: 50, codes: [...common] },',
    '  "pets.create": { method: "POST", path: "/t/{team}/pets", body: true, codes: [...common, "lost"] },',
    '  "pets.replace": { method: "PUT", path: "/t/{team}/pets/{pet}", body: true, mediaType: "application/vnd.pets+json", codes: [...common, "lost"] },',
    '  "pets.toys.list": { method: "GET", path: "/t/{team}/pets/{pet}/toys", query: true, list: true, pages: 1, largestPage: 50, codes: [...common, "lost"] },',
    '  { method: "GET", path: "/t/{team}/photo", codes: [...common, "lost"] },',
  ]);
  expect(text).toContain("const methodless: readonly Route<ErrorCode>[] = [\n");
  expect(text).toContain("createResilientFetch<paths>(resolveOptions(api, options), routes, methodless);");
});

test("without an operation that has no method there is no table of them", () => {
  const text = clientOf({ "GET /pets/{pet}": operation("getPet") });
  expect(text).not.toContain("methodless");
  expect(text).toContain("createResilientFetch<paths>(resolveOptions(api, options), routes);");
});

test("what every path begins with is an option of the client, and of no method", () => {
  const text = clientOf({
    "GET /t/{team-id}/{default}/pets": operation("listPets", { responses: { 200: pets() } }),
    "GET /t/{team-id}/{default}/cats": operation("listCats", { responses: { 200: pets() } }),
  });
  expect(text).toContain(`export interface ClientOptions extends TransportOptions {
  /** Sent in the path of every request; a function is asked for it whenever a call is made. */
  teamId: string | (() => string);
  /** Sent in the path of every request; a function is asked for it whenever a call is made. */
  default_: string | (() => string);
}`);
  expect(text).toContain('createCaller(context, { "team-id": options.teamId, default: options.default_ })');
  expect(text).toContain('options: Omit<ClientOptions, "teamId" | "default_">)');
});

test("interfaces nest as the methods do, and each has a name of its own", () => {
  const text = clientOf({
    "GET /pets": operation("listPets", { responses: { 200: pets() } }),
    "GET /pets/{pet}/vet-visits/{visit}": operation("getVisit"),
    "GET /2fa": operation("get2fa"),
  });
  const interfaces = [...text.matchAll(/^export interface (\w+) \{\n(.*?)^\}/gms)].map(
    ([, name, members = ""]) => [
      name,
      members.match(/^ {2}(readonly .*;|\w+\()/gm)?.map((member) => member.trim()),
    ],
  );
  expect(interfaces).toEqual([
    ["PetsVetVisits", ["get("]],
    ["Pets", ["list(", "readonly vetVisits: PetsVetVisits;"]],
    ["_2fa", ["get("]],
    ["Client", ["readonly pets: Pets;", 'readonly "2fa": _2fa;']],
  ]);
});
