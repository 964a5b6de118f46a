import { expect, test } from "vitest";
import { diffApis } from "../../src/diff/general/diff-apis.ts";
import { contractOfData, type Json, mergePatch, shop } from "./support.ts";

/** Whether anything but errors differs: without Redocly, it shows in that Redocly is missed. */
async function differ(patch: Json, before: Json = {}): Promise<boolean> {
  const base = mergePatch(shop(), before);
  const withFiles = () => Promise.reject(new Error("called"));
  const [one, other] = [base, mergePatch(base, patch)];
  const { skipped } = await diffApis(contractOfData(one), contractOfData(other), {
    withFiles,
    redocly: undefined,
  });
  return skipped !== undefined;
}

const schemas = (parts: Json) => ({ components: { schemas: parts } });
const meta = (parts: Json) => ({ properties: { meta: parts } });
const ERRORS = ["BadQuery", "BadOrder", "Unknown", "Taken", "Gone", "Busy", "Failure"];
/** Headers of the responses with an order, and of all errors. */
const headers = (orders: Json, errors: Json) => {
  const found = { OrderFound: { headers: orders } };
  const failed = Object.fromEntries(ERRORS.map((name) => [name, { headers: errors }]));
  return { components: { responses: { ...found, ...failed } } };
};
const text = { schema: { type: "string" } };
const TRACE = "X-Trace";
/** Takes apart what successful responses and errors have in common. */
const apart = schemas({
  Success: meta({ $ref: null, type: "object", required: ["a"], properties: { a: {} } }),
});

test.each<[what: string, patch: Json, before?: Json]>([
  ["one more field of it", schemas({ Meta: { properties: { planet: { type: "string" } } } })],
  ["a field of it that is no longer always there", schemas({ Meta: { required: ["requestId"] } })],
  ["new words of it", schemas({ Meta: { description: "All about the response." } })],
  [
    "that it is no longer always there",
    schemas({ Success: { required: ["success"] }, Failure: { required: ["success", "error"] } }),
  ],
])("of `meta`, which errors have too, the error half reports %s", async (_, patch, before) => {
  expect(await differ(patch, before)).toBe(false);
});

test.each<[what: string, patch: Json, before?: Json]>([
  ["has a `meta` of its own", apart],
  [
    "has a `meta` of its own no longer",
    schemas({ Success: meta({ ...meta({}), $ref: "#/components/schemas/Meta" }) }),
    apart,
  ],
  ["has another field in its own `meta`", schemas({ Success: meta({ properties: { b: {} } }) }), apart],
  ["always has its own `meta` no longer", schemas({ Success: { required: ["success"] } }), apart],
  ["has `meta` always no longer, as errors have", schemas({ Success: { required: ["success"] } })],
  ["always has another field", schemas({ Success: { required: ["meta"] } })],
  ["has another field", schemas({ Success: { properties: { more: { type: "string" } } } })],
])("what only a successful response has is compared: it %s", async (_, patch, before) => {
  expect(await differ(patch, before)).toBe(true);
});

test.each<[what: string, patch: Json, before?: Json]>([
  ["is gone", headers({ [TRACE]: null }, { [TRACE]: null })],
  ["is new", headers({ "X-New": text }, { "x-new": text })],
  ["has another type", { components: { headers: { Trace: { schema: { type: "integer" } } } } }],
  ["is required no longer", { components: { headers: { Trace: { required: false } } } }],
])("a header that errors have too, and that %s, is reported by the error half", async (_, patch, before) => {
  const both = { paths: { "/shops/{shopId}/orders": { get: { responses: { 200: { headers: {} } } } } } };
  expect(await differ(mergePatch(both, patch), before)).toBe(false);
});

test.each<[what: string, patch: Json, before?: Json]>([
  ["is gone", headers({ [TRACE]: null }, {})],
  ["is new", headers({ "X-New": text }, {})],
  ["is new, and another one for errors", headers({ "X-New": text }, { "X-New": { schema: {} } })],
])("a header that differs from that of errors, and that %s, is compared", async (_, patch, before) => {
  expect(await differ(patch, before)).toBe(true);
});

test("a response without an error code is none of the errors to have something in common with", async () => {
  const path = "/shops/{shopId}/orders/{orderId}";
  const codeless = (header: Json) => ({
    paths: {
      [path]: { get: { responses: { 400: { description: "Wrong.", headers: { "X-New": header } } } } },
    },
  });
  const [without, both] = [headers({}, {}), mergePatch(headers({ "X-New": text }, {}), codeless(text))];
  const order = { paths: { [path]: { get: { responses: { 401: null, 404: null, 429: null, 500: null } } } } };
  expect(
    await differ(mergePatch(headers({ "X-New": null }, {}), codeless(null)), mergePatch(both, order)),
  ).toBe(true);
  expect(await differ(without)).toBe(false);
});
