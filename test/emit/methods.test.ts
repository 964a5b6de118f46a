import { expect, test } from "vitest";
import { type Namespace, shapeClient } from "../../scripts/names/client-methods.ts";
import type { Problem } from "../../scripts/names/problem.ts";
import type { Method, OperationFact } from "../../src/contract/index.ts";

/** Operations in short: `POST /pets createPet`, and after that what `x-client-method` says. */
function shape(lines: readonly string[]) {
  const operations = lines.map((line) => {
    const [method = "", path = "", id = "", clientMethod] = line.split(" ");
    const location = { file: "openapi/openapi.yaml", pointer: `/paths/${path}` };
    const said = clientMethod && { clientMethod: clientMethod === "false" ? false : clientMethod };
    return { id, method: method.toLowerCase() as Method, path, location, ...said } as OperationFact;
  });
  const problems: Problem[] = [];
  const { own, root } = shapeClient({ operations }, (problem) => problems.push(problem));
  const walk = (space: Namespace, at: string): string[] => [
    ...space.methods.map(({ name, ids }) => `${at}${name}(${ids})`),
    ...space.children.flatMap((child) => walk(child, `${at}${child.name}.`)),
  ];
  return {
    own: own.map(({ name, option }) => (name === option ? name : `${name} as ${option}`)),
    methods: walk(root, ""),
    problems: problems.map(({ severity, message }) => `${severity} ${message}`),
  };
}

test.each<[string, string[], string[], string[]]>([
  [
    "come from path and verb, without what all paths begin with",
    [
      "GET /t/{team}/pets listPets",
      "POST /t/{team}/pets createPet",
      "GET /t/{team}/pets/{pet} getPet",
      "PATCH /t/{team}/pets/{pet} updatePet",
      "PUT /t/{team}/pets/{pet} replacePet",
      "DELETE /t/{team}/pets/{pet} deletePet",
    ],
    ["team"],
    [
      "pets.list()",
      "pets.create()",
      "pets.get(pet)",
      "pets.update(pet)",
      "pets.replace(pet)",
      "pets.delete(pet)",
    ],
  ],
  [
    "nest by the static parts",
    ["GET /pets listPets", "GET /pets/{pet}/vet-visits listVetVisits"],
    [],
    ["pets.list()", "pets.vetVisits.list(pet)"],
  ],
  [
    "nest below a parameter that other paths lack",
    ["GET /pets/{pet}/vet-visits listVetVisits", "GET /shops/{shop} getShop"],
    [],
    ["pets.vetVisits.list(pet)", "shops.get(shop)"],
  ],
  [
    "are what the last part says, where the operationId begins with it",
    [
      "POST /pets/{pet}/close closePet",
      "GET /shops/{shop}/export exportShop",
      "POST /pets/merge-into mergePetInto",
    ],
    [],
    ["pets.close(pet)", "pets.mergeInto()", "shops.export(shop)"],
  ],
  [
    "are created where the operationId begins otherwise",
    ["POST /pets/{pet}/close createClose", "GET /shops/{shop} getShop"],
    [],
    ["pets.close.create(pet)", "shops.get(shop)"],
  ],
  [
    "tell a list from a single thing by the operationId",
    ["GET /settings getSettings", "PATCH /settings updateSettings", "GET /pets listPets"],
    [],
    ["settings.get()", "settings.update()", "pets.list()"],
  ],
  [
    "are the operationId's where HTTP has no word for it",
    ["POST /pets/{pet} feedPet", "HEAD /pets/{pet} checkPet", "GET /shops/{shop} getShop"],
    [],
    ["pets.feed(pet)", "pets.check(pet)", "shops.get(shop)"],
  ],
  [
    "are what x-client-method says",
    [
      "POST /pets/{pet}/status setStatus pets.tag",
      "GET /shops/{shop} getShop fetchShop",
      "GET /x getX false",
    ],
    [],
    ["fetchShop(shop)", "pets.tag(pet)"],
  ],
  [
    "do not lose what the client fills in by a path without parameters",
    ["GET /t/{team}/pets listPets", "GET /health getHealth"],
    ["team"],
    ["pets.list()", "health.get()"],
  ],
  [
    "keep parameters that come before the client's own",
    ["GET /{region}/t/{team}/pets listPets", "GET /t/{team}/shops listShops"],
    ["team"],
    ["pets.list(region)", "shops.list()"],
  ],
  [
    "have arguments that can be declared",
    ["GET /a/{pet-id}/b/{default}/{body} getThing", "GET /x/{2fa}/{pet-id}/{petId} getOther"],
    ["pet-id as petId"],
    ["b.get(default_,body_)", "get(_2fa,petId)"],
  ],
  [
    "leave the options of every client alone",
    ["GET /{headers}/{default}/pets listPets", "GET /{default}/{headers}/shops listShops"],
    ["headers as headers_", "default as default_"],
    ["pets.list()", "shops.list()"],
  ],
  ...[
    ...["apiKey", "baseUrl", "fetch", "fetchOptions", "onAttempt", "headers", "maxRetries", "attemptTimeout"],
    "deadline",
  ].map((option): [string, string[], string[], string[]] => [
    `leave the option ${option} alone`,
    [`GET /{${option}}/pets listPets`],
    [`${option} as ${option}_`],
    ["pets.list()"],
  ]),
  [
    "count the root of all paths as a collection, and a slash at an end for nothing",
    ["GET / listTeams", "GET /{team}/ getTeam"],
    [],
    ["list()", "get(team)"],
  ],
])("names of methods %s", (_, lines, own, methods) => {
  const found = shape(lines);
  expect(found.problems).toEqual([]);
  expect(found.own).toEqual(own);
  expect(found.methods.toSorted()).toEqual(methods.toSorted());
});

const remedy = "Name the method with `x-client-method`, or set that to `false` for none.";

test.each<[string, string[], string[]]>([
  [
    "two operations that get the same name",
    ["GET /pets/{a} getPet", "GET /pets/{b} getAnimal"],
    [
      `getAnimal (GET /pets/{b}) cannot become a method: the client has \`pets.get\`, or a part of it, already. ${remedy}`,
    ],
  ],
  [
    "a part of a path that is a method",
    ["GET /pets listPets", "GET /pets/{pet}/list/x listX", "POST /y/{y} runY"],
    [
      `listX (GET /pets/{pet}/list/x) cannot become a method: the client has \`pets.list.x.list\`, or a part of it, already. ${remedy}`,
    ],
  ],
  [
    "a method that is a part of a path",
    ["GET /pets/{pet}/list/x listX", "GET /pets listPets", "POST /y/{y} runY"],
    [
      `listPets (GET /pets) cannot become a method: the client has \`pets.list\`, or a part of it, already. ${remedy}`,
    ],
  ],
  [
    "a parameter that is part of a segment",
    ["GET /pets/{pet}.json getPet"],
    [
      `getPet (GET /pets/{pet}.json) cannot become a method: the client can fill a parameter in only where it is a whole segment of the path, unlike in \`{pet}.json\`. Write it so, or set \`x-client-method\` to \`false\` for no method.`,
    ],
  ],
  [
    "what every object has",
    ["GET /constructor listConstructors", "POST /pets/{pet}/then thenPet", "GET /x/{toString} getX"],
    [
      `listConstructors (GET /constructor) cannot become a method: \`constructor\` would hide what every object has. ${remedy}`,
      `thenPet (POST /pets/{pet}/then) cannot become a method: \`then\` would hide what every object has. ${remedy}`,
      `getX (GET /x/{toString}) cannot become a method: \`toString\` would hide what every object has. ${remedy}`,
    ],
  ],
  [
    "a part without letters",
    ["GET /~ listThings"],
    [`listThings (GET /~) cannot become a method: a part of its path has no letters. ${remedy}`],
  ],
])("cannot become a method, and says why and what to do: %s", (_, lines, want) => {
  expect(shape(lines).problems).toEqual(want.map((message) => `error ${message}`));
});

test("a method whose operationId says another verb is a warning, unless it is named", () => {
  const lines = [
    ...[
      "POST /pets addPet",
      "GET /pets/{pet} fetchPet",
      "GET /shops/{shop} getShop",
      "PUT /pets/{pet} setPet",
    ],
    ...["PATCH /pets/{pet} changePet", "DELETE /pets/{pet} removePet", "POST /pets/{pet} feedPet"],
  ];
  const want = [
    ["addPet", "add", "create"],
    ["fetchPet", "fetch", "get"],
    ["setPet", "set", "replace"],
    ["changePet", "change", "update"],
    ["removePet", "remove", "delete"],
  ].map(
    ([id, verb, name]) =>
      `warning The operationId \`${id}\` says \`${verb}\`, and its method is \`pets.${name}\`: let the operationId begin with \`${name}\`, or name the method with \`x-client-method\`.`,
  );
  expect(shape(lines).problems).toEqual(want);
  expect(shape(lines.map((line, at) => `${line} pets.name${at}`)).problems).toEqual([]);
});

test("what was not checked before stops at the first error, with its file", () => {
  const location = { file: "openapi/openapi.yaml", pointer: "" };
  const operations = ["/pets/{a}", "/pets/{b}"].map((path) => ({
    id: "getX",
    method: "get",
    path,
    location,
  }));
  expect(() => shapeClient({ operations: operations as OperationFact[] })).toThrow(
    /^openapi\/openapi\.yaml: getX .* cannot become a method/,
  );
});
