import { expect, test } from "vitest";
import { changed, check, said } from "./support/check.ts";
import { GET, json, LIST, own, ref, response, schema } from "./support/describe-rule.ts";
import { all, type Edit, put, read } from "./support/edits.ts";

const nowhere = ref("/nowhere");
const NOTHING = { description: "No." };

// That a reference leads nowhere is for the linter itself to say.
test.each<[what: string, edit: Edit]>([
  ["a path", put("/paths/~1lost", nowhere)],
  ["a response", put(`${GET}/responses/410`, nowhere)],
  ["a parameter", put(`${GET}/parameters`, [nowhere])],
  ["a body", put(`${LIST}/requestBody`, nowhere)],
  ["a header", put(`${response("Limited")}/headers/Retry-After`, nowhere)],
  ["an example", put(`${json("NotFound")}/examples/lost`, nowhere)],
  ["a property of a code", put(own("not_found", "param"), nowhere)],
  ["a property of the envelope", put(`${schema("ErrorEnvelope")}/properties/links`, nowhere)],
  ["a component", put(schema("Lost"), nowhere)],
  ["a part of a code", put(`${schema("not_found")}/allOf/2`, nowhere)],
])("%s that refers to nothing is no finding of the rules", (_, edit) => {
  expect(check(changed(edit))).toEqual([]);
});

test.each<[what: string, edit: Edit]>([
  ["an extension beside the paths", put("/paths/x-draft/get", { responses: { 200: NOTHING, 404: NOTHING } })],
  ["an extension beside the responses", put(`${GET}/responses/x-404`, NOTHING)],
  ["an extension beside the responses that ends like a status", put(`${GET}/responses/x-limit-4XX`, NOTHING)],
  ["a response whose key only begins like a status", put(`${GET}/responses/4040`, NOTHING)],
  ["a response that is no object", put(`${GET}/responses/410`, "gone")],
])("%s is no response of an error", (_, edit) => {
  expect(check(changed(edit))).toEqual([]);
});

test("a path that ends like an extension begins is a path", () => {
  const edit = put("/paths/~1max-/get", { responses: { 200: NOTHING, default: NOTHING } });
  expect(said("error-default-not-only", changed(edit))).toHaveLength(1);
});

// OpenAPI 3.2, Components Object: `mediaTypes`.
test("a media type may stand among the components", () => {
  const document = changed((library) => {
    put("/components/mediaTypes/NotFound", read(library, json("NotFound")))(library);
    put(json("NotFound"), ref("/components/mediaTypes/NotFound"))(library);
  });
  expect(check(document)).toEqual([]);
});

test.each([
  ["Http404", "Http404"],
  ["defaultFailure", "defaultFailure"],
  ["default", '"#/components/responses/default"'],
  ["404", '"#/components/responses/404"'],
])("a shared response called %s is called %s", (name, want) => {
  const edit = all(put(response(name), NOTHING), put(`${GET}/responses/410`, ref(response(name))));
  expect(said("error-envelope", changed(edit))).toEqual([
    `${want} has no body. Give it a JSON body of ErrorEnvelope.`,
  ]);
});

test.each([
  ["object", 0],
  [["object", "null"], 0],
  [["string", "null"], 1],
  ["string", 1],
])("an error whose type is %j can be the error object: %i findings", (type, count) => {
  const edit = put(`${json("NotFound")}/schema/allOf/2`, { properties: { error: { type } } });
  expect(said("error-envelope", changed(edit))).toHaveLength(count);
});

test("a status in the error object is that of the response", () => {
  const status = { properties: { error: { properties: { status: { const: 400 } } } } };
  const edit = put(`${json("NotFound")}/schema/allOf/2`, status);
  expect(said("error-status-matches-response", changed(edit))).toEqual([
    "The body of NotFound has the status 400, and the response is a 404. Say the same in both.",
  ]);
});

test.each([
  [60, (url: string) => `"${url}"`],
  [61, (url: string) => `"${url}…`],
])("a value of up to 60 characters is shown whole, and a longer one cut: %i", (length, want) => {
  const url = "https://library.example/".padEnd(length - 2, "x");
  const edit = put(`${own("not_found", "doc_url")}/const`, url);
  expect(said("error-doc-url-matches-code", changed(edit))).toEqual([
    `The \`doc_url\` of not_found is ${want(url.slice(0, 58))}. Set it to "https://library.example/errors#not_found".`,
  ]);
});

test("what is an object is named as that", () => {
  expect(
    said("error-catalog-complete", changed(put(`${schema("not_found")}/x-since`, { version: 1 }))),
  ).toEqual([expect.stringContaining("has an object as its `x-since`")]);
});
