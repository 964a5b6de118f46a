import { expect, test } from "vitest";
import { diffContracts } from "../../src/diff/index.ts";
import { contractOfData, type Json, mergePatch, shop } from "./support.ts";

const told = (before: Json, after: Json) => {
  const base = mergePatch(shop(), before);
  const changes = diffContracts(contractOfData(base), contractOfData(mergePatch(base, after)));
  return changes.map(({ id, message }) => `${id}: ${message}`);
};

const ORDERS = "/shops/{shopId}/orders";
const text = { type: "string" };
const body = (schema: Json) => ({ description: "Down.", content: { "application/json": { schema } } });
const fields = (properties: Json) => ({ type: "object", properties });
/** The response of `listOrders` under a status, and of `createOrder` under another. */
const responses = (statuses: Json, ofPost: Json = {}) => ({
  paths: { [ORDERS]: { get: { responses: statuses }, post: { responses: ofPost } } },
});
const down = (properties: Json, status = "503") => responses({ [status]: body(fields(properties)) });

test.each<[what: string, before: Json, after: Json, message: string]>([
  [
    "a field that is gone",
    down({ why: text }),
    down({ why: null }),
    "field-removed: The field `why` of errors without a code is removed (1 operation).",
  ],
  [
    "a field under `default`",
    down({ why: text }, "default"),
    down({ why: null }, "default"),
    "field-removed: The field `why` of errors without a code is removed (1 operation).",
  ],
  [
    "a field called like a header",
    down({ "retry-after": text }),
    down({ "retry-after": null }),
    "field-removed: The field `retry-after` of errors without a code is removed (1 operation).",
  ],
  [
    "another type of the body",
    down({}),
    responses({ 503: body({ type: "array" }) }),
    'field-type-changed: The body of errors without a code is now `{"type":"array"}` (was `{"type":"object"}`) (1 operation).',
  ],
  [
    "new words of the body",
    down({}),
    responses({ 503: body({ title: "Why" }) }),
    "text-changed: Wording of the body: description.",
  ],
  [
    "new words of the response",
    down({}),
    responses({ 503: { description: "Gone." } }),
    "text-changed: Wording of responses with the status `503`: description.",
  ],
  [
    "`error.param`, which is no fact of a code here",
    down({ error: fields({ param: text }) }),
    down({ error: { properties: { param: null } } }),
    "field-removed: The field `error.param` of errors without a code is removed (1 operation).",
  ],
])("of an error without a code, %s is told", (_, before, after, message) => {
  expect(told(before, after)).toEqual([message]);
});

test("errors without a code belong together by their status", () => {
  const two = { 503: body(fields({ a: text })), 504: body(fields({ b: text })) };
  expect(told(responses(two), responses({ 504: body(fields({ b: { type: "integer" } })) }))).toEqual([
    'field-type-changed: The field `b` of errors without a code is now `{"type":"integer"}` (was `{"type":"string"}`) (1 operation).',
  ]);
  expect(told(responses(two), responses({ 503: null }))).toEqual([
    "response-removed: A response with the status `503` and no error code is no longer declared (1 operation).",
  ]);
  const shop503 = responses({ 503: body(fields({ a: text })) });
  expect(
    told(
      shop503,
      responses({ 503: { content: null, $ref: "#/components/responses/Taken", description: null } }),
    )[0],
  ).toMatch(/^operation-code-added: 1 operation can now also return `taken`\.$/);
});

test("a status that only looks like that of an error is none", () => {
  const odd = { "x-503": body(fields({ a: text })), 204: body(fields({ a: text })) };
  expect(told(responses(odd), responses({ "x-503": null, 204: null }))).toEqual([]);
});

test("a header of several codes, and not of all, is told with their number", () => {
  const header = (response: string) => ({
    components: { responses: { [response]: { headers: { "X-Hint": { schema: text } } } } },
  });
  expect(told({}, header("Unknown"))).toEqual([
    "header-added: The header `X-Hint` of 2 error codes is new (4 operations).",
  ]);
  expect(told({}, header("Taken"))).toEqual([
    "header-added: The header `X-Hint` of `taken` is new (1 operation).",
  ]);
});

test("a `param` that allows less is told as a field, and whether there is one as a fact of the code", () => {
  const param = (schema: Json) => ({ components: { schemas: { taken: { properties: { param: schema } } } } });
  expect(told({}, param({ maxLength: 9 }))).toEqual([
    'field-narrowed: The field `error.param` of `taken` allows fewer values: `{"maxLength":9,"type":"string"}` (was `{"type":"string"}`) (1 operation).',
  ]);
  expect(told({}, param(null))).toEqual([
    "param-rule-changed: The `param` of `taken` is now never (was optional).",
  ]);
});

/** The response of that name under other media types. */
const sentAs = (name: string, type: string) => {
  const { content } = shop().components.responses[name];
  return {
    components: {
      responses: { [name]: { content: { "application/json": null, [type]: content["application/json"] } } },
    },
  };
};
const asJson = "(was `application/json`).";

test.each([
  ["Application/JSON", []],
  ["application/json; charset=utf-8", []],
  ["application/json ;charset=utf-8", []],
  [
    "application/problem+json;v=1",
    [`media-type-changed: Errors are now sent as \`application/problem+json\` ${asJson}`],
  ],
])("the media type of errors is compared without case and parameters: %s", (type, found) => {
  expect(told({}, sentAs("Gone", type))).toEqual(found);
});

test("errors that get different media types are told apart", () => {
  const [one, two] = [
    sentAs("Gone", "application/problem+json"),
    sentAs("Busy", "application/vnd.shop+json"),
  ];
  const both = { components: { responses: { ...one.components.responses, ...two.components.responses } } };
  expect(told({}, both).sort()).toEqual([
    `media-type-changed: Errors are now sent as \`application/problem+json\` ${asJson}`,
    `media-type-changed: Errors are now sent as \`application/vnd.shop+json\` ${asJson}`,
  ]);
});

test("codes under other statuses are told one by one, and without the change of their own status", () => {
  const ref = (name: string) => ({ $ref: `#/components/responses/${name}` });
  const order = `${ORDERS}/{orderId}`;
  const get = (statuses: Json) => ({ paths: { [order]: { get: { responses: statuses } } } });
  const of = (code: string, status: number) => ({
    components: { schemas: { [code]: { "x-http-status": status } } },
  });
  expect(told({}, get({ 404: null, 410: ref("Gone"), 429: null, 503: ref("Busy") }))).toEqual([
    "code-status-changed: `no_such_order` is now returned with the status `410` (was `404`).",
    "code-status-changed: `too_busy` is now returned with the status `503` (was `429`).",
  ]);
  const moved = mergePatch(get({ 404: null, 410: ref("Gone") }), of("no_such_order", 410));
  expect(told({}, moved)).toEqual(["code-status-changed: `no_such_order` now has the status 410 (was 404)."]);
  const elsewhere = mergePatch(get({ 404: null, 409: ref("Gone") }), of("no_such_order", 410));
  expect(told({}, elsewhere)).toEqual([
    "code-status-changed: `no_such_order` now has the status 410 (was 404).",
    "code-status-changed: `no_such_order` is now returned with the status `409` (was `404`).",
  ]);
});
