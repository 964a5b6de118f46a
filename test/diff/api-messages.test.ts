import { describe, expect, test } from "vitest";
import { apiChanges } from "../../src/diff/general/api-changes.ts";
import { canonicalDocuments } from "../../src/diff/general/canonical-document.ts";
import type { RedoclyChange } from "../../src/diff/general/redocly.ts";
import { smallApi } from "./small-api.ts";
import { contractOfData, type Json } from "./support.ts";

const POST = "#/paths/~1things~1{id}/post";
const BODY = `${POST}/requestBody/content/application~1json`;
const FINE = `${POST}/responses/200/content/application~1json`;
const NAMES = new Map([
  ["get /things/{id}", "getThing"],
  ["post /things/{id}", "changeThing"],
]);

const query = (name: string) => ({ name, in: "query", schema: {} });
const documents = canonicalDocuments(
  contractOfData(smallApi({ operation: { parameters: [query("a"), query("b")] } })),
  contractOfData(smallApi({ operation: { parameters: [query("b"), query("c")] } })),
);

type More = Partial<RedoclyChange> & { rule?: string };
/** Changes as Redocly reports them, judged a patch unless something else is said. */
function change(path: string, typeName: string, { rule, ...more }: More): RedoclyChange {
  const verdicts = rule === undefined ? [] : [{}, { ruleId: rule }, { ruleId: "a-second-rule" }];
  return { path, typeName, kind: "modified", impact: "patch", verdicts, ...more };
}
const added = (path: string, typeName: string, value: Json = {}, more: More = {}) =>
  change(path, typeName, { kind: "added", revision: { pointer: path, value }, ...more });
const removed = (path: string, typeName: string, value: Json = {}, more: More = {}) =>
  change(path, typeName, { kind: "removed", base: { pointer: path, value }, ...more });
const modified = (path: string, [before, after]: [Json, Json], property: string, more: More = {}) =>
  change(path, "Schema", {
    property,
    base: { pointer: path, value: before },
    revision: { pointer: path, value: after },
    ...more,
  });

const told = (...changes: RedoclyChange[]) =>
  apiChanges(changes, documents, NAMES).map(
    ({ id, bump, runtime, types, message }) =>
      `${id} ${bump}${runtime === "breaking" ? ", breaks programs" : ""}${types === "breaking" ? ", breaks types" : ""}: ${message}`,
  );

describe("what a change is about is named:", () => {
  test.each<[path: string, subject: string]>([
    ["#/servers/0", "The server"],
    ["#/servers/0/variables/region", "The variable `region` of the server"],
    [`${POST}/servers`, "The list of servers of the operation `POST /things/{id}`"],
    [`${POST}/servers/0`, "The server of the operation `POST /things/{id}`"],
    [`${POST}/servers/1/variables/a`, "The variable `a` of the server of the operation `POST /things/{id}`"],
    ["#/components/securitySchemes/key", "The security scheme `key`"],
    ["#/components/securitySchemes/key/flows/password", "The security scheme `key`"],
    [POST, "The operation `POST /things/{id}`"],
    [`${POST}/parameters/0`, "The query parameter `b`"],
    [`${POST}/parameters/1/schema`, "The query parameter `c`"],
    [`${POST}/parameters/0/schema/items`, "The part `[]` of the query parameter `b`"],
    [`${POST}/requestBody`, "The request body"],
    [BODY, "The media type `application/json` of the request body"],
    [`${BODY}/encoding/file`, "The encoding of the field `file` of the request body"],
    [`${BODY}/encoding/file/headers/x`, "The encoding of the field `file` of the request body"],
    [`${BODY}/schema`, "The request body"],
    [`${BODY}/schema/properties/a`, "The field `a` of the request body"],
    [`${BODY}/schema/properties/a/properties/b`, "The field `a.b` of the request body"],
    [`${BODY}/schema/items/properties/a`, "The field `[].a` of the request body"],
    [`${BODY}/schema/properties/a/items`, "The field `a[]` of the request body"],
    [`${BODY}/schema/properties/a/additionalProperties`, "The field `a.*` of the request body"],
    [`${BODY}/schema/properties/items/properties/oneOf`, "The field `items.oneOf` of the request body"],
    [`${BODY}/schema/oneOf/0`, "An alternative of the request body"],
    [`${BODY}/schema/properties/a/anyOf/1`, "An alternative of the field `a` of the request body"],
    [`${BODY}/schema/oneOf/0/properties/a`, "The field `a` of the request body"],
    [`${POST}/responses/202`, "The response `202`"],
    [FINE, "The media type `application/json` of the response `200`"],
    [`${FINE}/schema/properties/data`, "The field `data` of the response `200`"],
    [`${POST}/responses/200/headers/x-count`, "The header `x-count` of the response `200`"],
    [`${POST}/responses/200/headers/x/schema/items`, "The part `[]` of the header `x` of the response `200`"],
  ])("%s", (path, subject) => {
    expect(told(added(path, "Thing"))).toEqual([`api-thing-added minor: ${subject} is new.`]);
  });

  test("a parameter by the list that it is in", () => {
    expect(told(removed(`${POST}/parameters/0`, "Parameter"))).toEqual([
      "api-parameter-removed minor: The query parameter `a` is removed.",
    ]);
    const moved: More = {
      base: { pointer: `${POST}/parameters/1`, value: false },
      revision: { pointer: `${POST}/parameters/0`, value: true },
    };
    expect(told(modified(`${POST}/parameters/1`, [0, 0], "required", moved))).toEqual([
      "api-required-changed minor: The query parameter `b` has `required` `true` (was `false`).",
    ]);
  });
});

const FIELD = `${BODY}/schema/properties/a`;
const RESULT = `${FINE}/schema/properties/a`;

describe("what happened is told, with its verdict:", () => {
  test.each<[what: string, change: RedoclyChange, ...wanted: string[]]>([
    [
      "a rule of Redocly gives the name, and its verdict",
      modified(FIELD, ["string", "integer"], "type", { rule: "schema-type-changed", impact: "major" }),
      "api-schema-type-changed major, breaks programs, breaks types: The field `a` of the request body has `type` `integer` (was `string`).",
    ],
    [
      "what no rule is about is a minor change",
      modified(FIELD, [undefined, 3], "maxLength"),
      "api-max-length-changed minor: The field `a` of the request body now has `maxLength`: `3`.",
    ],
    [
      "a keyword that is gone",
      modified(FIELD, [{ a: 1 }, undefined], "default"),
      'api-default-changed minor: The field `a` of the request body no longer has `default` (`{"a":1}`).',
    ],
    [
      "a long value is cut",
      modified(FIELD, ["a".repeat(81), "b".repeat(80)], "pattern"),
      `api-pattern-changed minor: The field \`a\` of the request body has \`pattern\` \`${"b".repeat(80)}\` (was \`${"a".repeat(79)}…\`).`,
    ],
    ...["description", "summary", "title"].map((text): [string, RedoclyChange, string] => [
      `a new ${text}`,
      modified(FIELD, ["One", "Two"], text, { impact: "major" }),
      `text-changed patch: The field \`a\` of the request body has a new ${text}.`,
    ]),
    [
      "a field of a request",
      added(FIELD, "Schema", {}, { impact: "minor" }),
      "api-property-added minor: The field `a` of the request body is new.",
    ],
    [
      "a field of a request that is gone, which Redocly takes for a patch",
      removed(FIELD, "Schema"),
      "api-property-removed major, breaks programs, breaks types: The field `a` of the request body is removed.",
    ],
    [
      "what is no field",
      removed(`${FIELD}/items`, "Schema"),
      "api-schema-removed minor: The field `a[]` of the request body is removed.",
    ],
    [
      "the field of another name",
      removed(`${FIELD}/items`, "Header"),
      "api-header-removed minor: The field `a[]` of the request body is removed.",
    ],
    [
      "all fields at once",
      removed(`${BODY}/schema/properties`, "SchemaProperties", { "a/b": {}, c: {} }),
      "api-property-removed major, breaks programs, breaks types: The field `a/b` of the request body is removed.",
      "api-property-removed major, breaks programs, breaks types: The field `c` of the request body is removed.",
    ],
    [
      "the first fields",
      added(`${FINE}/schema/properties`, "SchemaProperties", { a: {} }),
      "api-property-added minor: The field `a` of the response `200` is new.",
    ],
    [
      "something that is neither new nor gone",
      change(FIELD, "Schema", { kind: "reordered" }),
      "api-property-reordered minor: The field `a` of the request body is reordered.",
    ],
    [
      "values of a request",
      modified(
        FIELD,
        [
          ["s", 1],
          ["s", 2, null],
        ],
        "enum",
        { impact: "patch" },
      ),
      "api-enum-values-removed major, breaks programs, breaks types: The field `a` of the request body no longer allows `1`.",
      "api-enum-values-added minor: The field `a` of the request body now also allows `2` and `null`.",
    ],
    [
      "values of a response",
      modified(
        RESULT,
        [
          ["s", "m"],
          ["s", "l"],
        ],
        "enum",
      ),
      "api-enum-values-removed minor, breaks types: The field `a` of the response `200` no longer allows `m`.",
      "api-enum-values-added minor, breaks types: The field `a` of the response `200` now also allows `l`.",
    ],
    [
      "values where there were none",
      modified(FIELD, [undefined, ["s"]], "enum", { rule: "enum-added", impact: "major" }),
      'api-enum-added major, breaks programs, breaks types: The field `a` of the request body now has `enum`: `["s"]`.',
    ],
    [
      "values that are no longer limited",
      modified(FIELD, [["s"], undefined], "enum"),
      'api-enum-changed minor: The field `a` of the request body no longer has `enum` (`["s"]`).',
    ],
    [
      "fields that a request must contain",
      modified(`${BODY}/schema`, [["a"], ["b", "c"]], "required"),
      "api-fields-optional minor: The request body need no longer contain `a`.",
      "api-fields-required major, breaks programs, breaks types: The request body must now contain `b` and `c`.",
    ],
    [
      "fields that a response contains",
      modified(`${FINE}/schema`, [["a"], ["b"]], "required"),
      "api-fields-optional major, breaks programs, breaks types: The response `200` need no longer contain `a`.",
      "api-fields-required minor: The response `200` must now contain `b`.",
    ],
    [
      "the first fields that a request must contain",
      modified(`${BODY}/schema`, [undefined, ["a"]], "required"),
      "api-fields-required major, breaks programs, breaks types: The request body must now contain `a`.",
    ],
    [
      "a field of a request that is called like a part of a response",
      modified(`${BODY}/schema/properties/responses`, [["a"], undefined], "required"),
      "api-fields-optional minor: The field `responses` of the request body need no longer contain `a`.",
    ],
    [
      "a body that becomes required",
      modified(`${POST}/requestBody`, [false, true], "required", {
        impact: "major",
        typeName: "RequestBody",
      }),
      "api-required-changed major, breaks programs, breaks types: The request body has `required` `true` (was `false`).",
    ],
    [
      "a body that requests may have",
      added(`${POST}/requestBody`, "RequestBody", { required: false }, { impact: "minor" }),
      "api-request-body-added minor: The request body is new.",
    ],
    [
      "a body that requests must have, which Redocly takes for a minor change",
      added(`${POST}/requestBody`, "RequestBody", { required: true }, { impact: "minor" }),
      "api-request-body-added major, breaks programs, breaks types: The request body is new.",
    ],
    [
      "a parameter that requests may have",
      added(`${POST}/parameters/0`, "Parameter", { required: true }, { impact: "minor" }),
      "api-parameter-added minor: The query parameter `b` is new.",
    ],
    [
      "the successful response under another status",
      modified(`${POST}/responses/200`, ["201", "200"], "key", { typeName: "Response", impact: "major" }),
      "api-success-status-moved major, breaks programs, breaks types: The successful response is now sent with `200` (was `201`).",
    ],
    [
      "a key that is no status",
      modified(`${POST}/responses/200`, ["a", "b"], "key"),
      "api-key-changed minor: The successful response has `key` `b` (was `a`).",
    ],
    ...["Server", "SecurityScheme"].map((type): [string, RedoclyChange, string] => [
      `no type is generated from a ${type}`,
      removed("#/servers/0", type, {}, { rule: "gone", impact: "major" }),
      "api-gone major, breaks programs: The server is removed.",
    ]),
    [
      "one more way to be secure",
      added(`${POST}/security/1`, "SecurityRequirement", { a: [], b: [] }),
      "api-security-requirement-added minor: The security requirement is now also met by `a` and `b`.",
    ],
    [
      "no key is no longer enough",
      removed(`${POST}/security/1`, "SecurityRequirement", {}, { impact: "major" }),
      "api-security-requirement-removed major, breaks programs: The security requirement is no longer met by no key.",
    ],
  ])("%s", (_, reported, ...wanted) => {
    expect(told(reported)).toEqual(wanted);
  });
});
