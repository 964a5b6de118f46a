import { expect, test, vi } from "vitest";
import { copyForTest } from "./copy.ts";
import { brief, lintSource, stopOf } from "./findings.ts";

vi.setConfig({ testTimeout: 60_000 }); // real linters and compilers take their time on a busy machine

const code = "openapi/errors/key_expired.yaml";
const union = "openapi/responses/Unauthenticated.yaml";

test("lint tells of a fact that the build stops at, where no linter does", async () => {
  const copy = copyForTest("openapi");
  copy.edit(code, "type: {type: string, const: authentication_error}", "type: {type: string}");
  expect(brief(await lintSource(copy))).toEqual([
    `contract-fact ${code}:1 Property \`type\` needs a \`const\` with the value of this code.`,
  ]);
});

test("lint tells of one mistake once, where rules and facts say the same of it", async () => {
  const copy = copyForTest("openapi");
  copy.write("openapi/errors/key_gone.yaml", copy.read(code));
  copy.remove(code);
  copy.edit(union, "errors/key_expired.yaml", "errors/key_gone.yaml");
  expect(brief(await lintSource(copy))).toEqual([
    "error-code-registered openapi/errors/key_gone.yaml:23 The schema key_gone describes the code key_expired. Call it key_expired, or correct its code.",
  ]);
});

test("lint tells of a schema that is a reference to itself once, however many refer to it", async () => {
  const copy = copyForTest("openapi");
  copy.write("openapi/schemas/Tags.yaml", "$ref: Tags.yaml\n");
  expect(brief(await lintSource(copy))).toEqual([
    'ref-circular openapi/schemas/Tags.yaml:1 The $ref "Tags.yaml" leads in a circle. Let one of its references end at a value.',
  ]);
});

test("lint tells of two operations with one id, and of no example that follows from it", async () => {
  const copy = copyForTest("openapi");
  copy.edit("openapi/openapi.yaml", "operationId: updateTicket", "operationId: createTicket");
  const rules = (await lintSource(copy)).map(({ rule }) => rule);
  expect(rules.sort()).toEqual(["operation-operationId-unique"]);
});

test("lint tells of a schema that JSON Schema refuses in its place, and not in every example of it", async () => {
  const copy = copyForTest("openapi");
  const tags = "openapi/schemas/Tags.yaml";
  copy.edit(tags, "type: string", "type: string\n  pattern: '['");
  expect(brief(await lintSource(copy))).toEqual([
    `schema-keyword ${tags}:${copy.read(tags).split("\n").indexOf("  pattern: '['") + 1} This is no regular expression (Unterminated character class). Correct it.`,
  ]);
});

test("lint of a document with a reference where none can stand ends, with a finding at what is there", async () => {
  const copy = copyForTest("openapi");
  const body = "openapi/paths/articles/CreateArticleBody.yaml";
  copy.edit(
    body,
    "required: true\n",
    "required: true\ncontents: {schema: {$ref: ../../schemas/CreateArticle.yaml}}\n",
  );
  expect(brief(await lintSource(copy))).toEqual([
    `struct ${body}:3 Property \`contents\` is not expected here.`,
  ]);
  expect(await stopOf(copy)).toEqual([expect.stringMatching(/^source-bundle .*it is not in the bundle/)]);
});
