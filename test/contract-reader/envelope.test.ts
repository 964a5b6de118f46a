import { expect, test } from "vitest";
import { brief, edited, type Files, findingsOf, read } from "./document.ts";

const envelope = "api/schemas/Envelope.yaml";
const doc = "api/openapi.yaml";
const listed = "'200': {description: The orders.}";

/** The document with a success that has these properties in its body. */
function withSuccess(properties: string, base?: Files): Files {
  const schema = `schema: {properties: {${properties}}}`;
  return edited(
    doc,
    listed,
    `'200': {description: The orders., content: {application/json: {${schema}}}}`,
    base,
  );
}

test("a part of the envelope that the document does not name has its conventional name", () => {
  expect(read().envelope).toEqual({
    ...{ success: "success", error: "error", data: "data", meta: "meta", pagination: "pagination" },
    fields: {
      ...{ type: "type", code: "code", message: "message", param: "param" },
      ...{ docUrl: "doc_url", requestId: "request_id" },
    },
    metaFields: { requestId: "requestId", timestamp: "timestamp" },
  });
});

test("a part of the envelope has the name that the document gives it", () => {
  let given = withSuccess("fine: {}, items: {}, page: {}");
  given = edited(envelope, "  success: {const: false}", "  fine: {const: false}", given);
  given = edited(envelope, "success: success", "success: fine\n  data: items\n  pagination: page", given);
  given = edited(envelope, "requestId: {$ref", "trace: {$ref", given);
  given = edited(envelope, "{requestId: requestId}", "{requestId: trace}", given);
  expect(read(given).envelope).toMatchObject({
    ...{ success: "fine", data: "items", pagination: "page" },
    metaFields: { requestId: "trace" },
  });
});

const names = (role: string, name: string, place: string) =>
  `\`x-envelope\` calls the ${role} \`${name}\`, and no ${place} has such a property. Correct the name, or declare the property.`;

test.each<[name: string, given: Files, want: string[]]>([
  [
    "a part of the error envelope",
    edited(envelope, "success: success", "success: ok"),
    [`contract-envelope ${envelope}:9:3 ${names("success", "ok", "error envelope")}`],
  ],
  [
    "a part of a success, where no success has a body",
    edited(envelope, "success: success", "success: success\n  data: data"),
    [`contract-envelope ${envelope}:10:3 ${names("data", "data", "successful response")}`],
  ],
  [
    "a part of a success",
    withSuccess("items: {}", edited(envelope, "success: success", "success: success\n  pagination: page")),
    [`contract-envelope ${envelope}:10:3 ${names("pagination", "page", "successful response")}`],
  ],
  [
    "a field of the error object",
    edited(envelope, "docUrl: doc_url", "docUrl: docs"),
    [`contract-envelope ${envelope}:12:24 ${names("docUrl", "docs", "error object")}`],
  ],
  [
    "a field of `meta`",
    edited(envelope, "{requestId: requestId}", "{timestamp: at}"),
    [`contract-envelope ${envelope}:13:16 ${names("timestamp", "at", "`meta`")}`],
  ],
  [
    "no text",
    edited(envelope, "success: success", "success: 1"),
    [`contract-fact ${envelope}:9:3 \`success\` is 1: write a text.`],
  ],
])("a name that the schemas do not have is a finding: %s", (_, given, want) => {
  expect(brief(findingsOf(given))).toEqual(want);
});

test("an error response whose envelope names nothing is one finding, where the first of them stands", () => {
  const message =
    "The body of this error response has no `x-envelope`: name the fields of the envelope there, in the schema that all error responses share.";
  expect(brief(findingsOf(edited(envelope, "x-envelope:", "x-other:")))).toEqual([
    `contract-envelope api/responses/Gone.yaml:9:5 ${message}`,
  ]);
});
