import { expect, test } from "vitest";
import { checkGenerated, checkPublishedExamples } from "../../scripts/emit/check.ts";
import { readContract } from "../../src/contract/index.ts";
import { loadTree } from "../../src/document/index.ts";
import { bundleTree } from "../../src/lint/index.ts";
import { addCodes, documentOf, type Json, operation, pets, ref, schemasOf, sourceOf } from "./document.ts";

const paths = { "GET /pets": operation("listPets", { responses: { 200: pets() } }) };

/** Findings in short, each at the line of the file that its pointer leads to. */
function brief(document: Json, check: typeof checkGenerated): string[] {
  const source = sourceOf(document);
  const lines = JSON.stringify(document, null, 2).split("\n");
  return check(source).map(({ rule, severity, file, line, pointer, message }) => {
    const key = pointer.split("/").at(-1) ?? "";
    expect(file).toBe("api.json");
    if (!/^\d*$/.test(key)) expect(lines[line - 1]).toContain(JSON.stringify(key));
    return `${severity} ${rule} ${pointer}: ${message}`;
  });
}

/** The only code of a document, with changes of its own part. */
function withOwnPart(
  change: (own: { properties: Json; required: string[] }) => void,
  codes: string[] = [],
): Json {
  const document = addCodes(documentOf(paths), ...codes);
  const { allOf } = schemasOf(document).gone as unknown as {
    allOf: { properties: Json; required: string[] }[];
  };
  const [, own] = allOf;
  if (own) change(own);
  return document;
}

test("a document that everything can be made of has no findings", () => {
  expect(brief(documentOf(paths), checkGenerated)).toEqual([]);
  expect(brief(documentOf(paths), checkPublishedExamples)).toEqual([]);
});

test("what the catalog and the client cannot have, and what OpenAPI 3.0 lacks, are told together", () => {
  const document = documentOf(
    { ...paths, "GET /cats": operation("listCats", { responses: { default: { description: "Any." } } }) },
    { Odd: { type: "object", propertyNames: { maxLength: 3 } } },
  );
  schemasOf(document).Pet = ref("schemas", "Odd");
  const second = addCodes(document, "lost");
  const { allOf } = schemasOf(second).lost as { allOf: { properties: Json }[] };
  Object.assign(allOf[1]?.properties ?? {}, {
    doc_url: { type: "string", const: "https://cats.example/#lost" },
  });
  expect(brief(second, checkGenerated)).toEqual([
    "error catalog /components/schemas/lost: doc_url must be https://pets.example/errors#lost, like that of gone: one page describes all errors.",
    "error client-types /paths/~1cats/get: The client cannot have listCats (GET /cats): declares no success. Add a response for 200 or 201, or leave the operation out of the client with `x-client-method: false`.",
    "warning openapi-3-0 /components/schemas/Odd/propertyNames: `propertyNames` has no counterpart in OpenAPI 3.0, and the 3.0 edition leaves it out: say it in a way that both know, or allow it here.",
  ]);
});

test("what the other emitters cannot have is told where it stands: the texts of a code, an operation, the envelope", () => {
  const document = documentOf({
    ...paths,
    "GET /photo": operation("getPhoto", {
      "x-client-method": false,
      responses: { default: { description: "Any." } },
    }),
    "GET /film": operation("getFilm", { "x-client-method": false }),
  });
  Object.assign(schemasOf(document).ErrorEnvelope ?? {}, { minProperties: 1 });
  Object.assign(schemasOf(document).gone ?? {}, { "x-message": ["{param} is gone."] });
  expect(brief(document, checkGenerated)).toEqual([
    "error server-message /components/schemas/gone: gone may lack a param; give it an `x-message` without `{param}`.",
    "error sandbox-success /paths/~1photo/get: getPhoto declares no success: add a response for 200 or 201.",
    "error envelope-schema /components/schemas/ErrorEnvelope: No error response has an envelope of properties alone, which error-envelope.schema.json needs. Describe the envelope of errors with `properties` and `required`.",
  ]);
});

test("what the 3.0 edition leaves out is told in the file that has it", async () => {
  const document = documentOf(paths) as Json & { components: { schemas: Json } };
  document.components.schemas.Pet = { $ref: "pet.json" };
  const files: Record<string, string> = {
    "api.json": JSON.stringify(document),
    "pet.json": '{"type": "object",\n"contains": {}}',
  };
  const tree = loadTree("api.json", (file) => files[file] ?? "");
  const found = checkGenerated({ tree, contract: readContract(tree), bundle: await bundleTree(tree) });
  expect(found).toMatchObject([{ rule: "openapi-3-0", file: "pet.json", line: 2, pointer: "/contains" }]);
});

const advice = "Give the field a `const` or `examples` that fit.";

test.each<[string, Json, string[]]>([
  [
    "a field without a value",
    withOwnPart(({ properties }) => {
      properties.message = { type: "string", minLength: 1 };
    }),
    [
      `error contract-example /components/schemas/gone/allOf/1/properties/message: In the published example of gone: \`error.message\` is missing. ${advice}`,
    ],
  ],
  [
    "a value of another type, at the values",
    withOwnPart(({ properties }) => {
      properties.message = { type: "string", examples: [7] };
    }),
    [
      `error contract-example /components/schemas/gone/allOf/1/properties/message/examples: In the published example of gone: \`error.message\` must be a string; it is a number. ${advice}`,
    ],
  ],
  [
    "examples that are no list",
    withOwnPart(({ properties }) => {
      properties.message = { type: "string", examples: { one: "It is gone." } };
    }),
    [
      "error contract-example /components/schemas/gone/allOf/1/properties/message/examples: `examples` of a schema is a list of examples: write them as its items.",
    ],
  ],
])(
  "an example that would be published and is none is told where the field stands: %s",
  (_, document, want) => {
    expect(brief(document, checkPublishedExamples)).toEqual(want);
  },
);

test("a field that another part of the document describes is told at the code", () => {
  const document = documentOf(paths);
  Object.assign(schemasOf(document).Meta ?? {}, {
    required: ["requestId"],
    properties: { requestId: { type: "string", pattern: "^req_", examples: ["r1"] } },
  });
  expect(brief(document, checkPublishedExamples)).toEqual([
    expect.stringMatching(
      /^error contract-example \/components\/schemas\/gone: In the published example of gone: `meta\.requestId` /,
    ),
  ]);
});

test("a schema that responses are not checked for is told where it stands, alone", () => {
  const document = documentOf(paths);
  Object.assign(schemasOf(document).Pet ?? {}, { propertyNames: { maxLength: 3 } });
  Object.assign(schemasOf(document).Meta ?? {}, { properties: { requestId: { examples: [7] } } });
  expect(brief(document, checkPublishedExamples)).toEqual([
    expect.stringMatching(
      /^error contract-schema \/components\/schemas\/Pet\/propertyNames: The check of responses does not know `propertyNames`/,
    ),
  ]);
});
