import { expect, test } from "vitest";
import { body, documentOf, type Json, operation, pet, pets, problemsOf, query, success } from "./document.ts";

const enveloped = (data: Json) => success(data, { pagination: true });

/** What keeps an operation from the client, without what is the same for all. */
function reasons(more: Json, method = "GET"): string[] {
  const document = documentOf({
    [`${method} /pets`]: operation(method === "GET" ? "listPets" : "createPet", more),
  });
  return problemsOf(document).map(({ rule, severity, location, message }) => {
    expect([rule, severity, location.pointer]).toEqual([
      "client-types",
      "error",
      `/paths/~1pets/${method.toLowerCase()}`,
    ]);
    const [, why] =
      /^The client cannot have \w+ \(\w+ \/pets\): (.*), or leave the operation out of the client with `x-client-method: false`\.$/.exec(
        message,
      ) ?? [];
    return why ?? message;
  });
}

test.each<[what: string, more: Json, why: string[]]>([
  [
    "several successes of one kind",
    { responses: { 200: pets(), 201: pets(), "2XX": enveloped({ type: "array", items: {} }) } },
    [],
  ],
  [
    "a status that begins otherwise",
    { responses: { 302: pet() } },
    ["declares no success. Add a response for 200 or 201"],
  ],
  ...["number", "integer", "boolean"].map((type): [string, Json, string[]] => [
    `a ${type}`,
    { responses: { 200: enveloped({ type }) } },
    ["`data` of its response 200 is a single value. Make it an object or a list"],
  ]),
])("an operation that returns %s", (_, more, why) => {
  expect(reasons(more)).toEqual(why);
});

test.each<[what: string, requestBody: Json, why: string[]]>([
  ["JSON", body("application/json"), []],
  ["JSON of its own", body("application/merge-patch+json"), []],
  [
    "nothing that is described",
    { content: { "application/json": {} } },
    ["takes no JSON, and the client sends nothing else. Offer application/json too"],
  ],
])("an operation that takes %s", (_, requestBody, why) => {
  expect(reasons({ requestBody }, "POST")).toEqual(why);
});

test.each<[parameter: Json, why: string[]]>([
  [
    { name: "X-Shop", in: "header", required: true },
    [
      "demands the header X-Shop, which no method asks for. Make it optional: callers can give headers in the options of a call",
    ],
  ],
  [
    { name: "shop", in: "cookie", required: true },
    [
      "demands the cookie shop, which no method asks for. Make it optional: callers can give headers in the options of a call",
    ],
  ],
  [{ name: "X-Shop", in: "header" }, []],
  ...["Accept", "content-type", "AUTHORIZATION"].map((name): [Json, string[]] => [
    { name, in: "header", required: true },
    [],
  ]),
  [query("shop", { type: "string" }, { required: true }), []],
])("an operation with the parameter %j", (parameter, why) => {
  expect(reasons({ parameters: [{ schema: { type: "string" }, ...parameter }] })).toEqual(why);
});
