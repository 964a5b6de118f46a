import { expect, test, vi } from "vitest";
import { copyForTest, shortCopyForTest } from "./copy.ts";
import { brief, lintSource, readSource, stopOf } from "./findings.ts";

vi.setConfig({ testTimeout: 60_000 }); // real linters and compilers take their time on a busy machine

const code = "openapi/errors/key_expired.yaml";

test("the document as it is has no findings, and is read with its bundle", async () => {
  const copy = copyForTest("openapi");
  expect(await lintSource(copy)).toEqual([]);
  const { tree, contract, bundle } = await readSource(copy);
  expect(tree.entry).toBe("openapi/openapi.yaml");
  expect(contract.errors.length).toBeGreaterThan(0);
  expect(bundle.openapi).toBe("3.1.0");
});

test("a method whose operationId says another verb is a warning, which does not stop the build", async () => {
  const copy = shortCopyForTest();
  copy.edit("openapi/openapi.yaml", "operationId: deleteArticle", "operationId: removeArticle");
  const findings = await lintSource(copy);
  expect(findings).toMatchObject([
    { rule: "client-method", severity: "warning", file: "openapi/openapi.yaml" },
  ]);
  expect(findings[0]?.message).toContain("`articles.delete`");
  await readSource(copy);
});

test("a keyword that OpenAPI 3.0 lacks is a warning on its line, one that responses are not checked for an error", async () => {
  const copy = shortCopyForTest();
  copy.edit(
    "openapi/schemas/Metadata.yaml",
    "type: object\n",
    "type: object\npropertyNames: {maxLength: 40}\n",
  );
  const lines = copy.read("openapi/schemas/Metadata.yaml").split("\n");
  const line = lines.findIndex((text) => text.startsWith("propertyNames")) + 1;
  const place = `openapi/schemas/Metadata.yaml:${line}`;
  expect(brief(await lintSource(copy))).toEqual([
    expect.stringContaining(
      `contract-schema ${place} The check of responses does not know \`propertyNames\``,
    ),
    expect.stringContaining(`openapi-3-0 ${place} \`propertyNames\` has no counterpart`),
  ]);
  expect(await stopOf(copy)).toEqual([expect.stringContaining(`contract-schema ${place} `)]);
});

test("lint lists what the files, the extensions, the facts and the linters give away, in one run", async () => {
  const copy = shortCopyForTest();
  copy.write("openapi/a.yaml", "");
  copy.edit("openapi/openapi.yaml", "x-statuses:\n", "x-own: 1\nx-statuses:\n");
  copy.edit(code, "x-actor: ", "x-actor: x");
  copy.edit("openapi/responses/NotFound.yaml", "description: ", "descriptoin: ");
  const rules = (await lintSource(copy)).map(({ rule, file }) => `${rule} ${file.slice("openapi/".length)}`);
  expect(rules).toEqual(
    expect.arrayContaining([
      "source-unreached a.yaml",
      "extension-registered openapi.yaml",
      "extension-registered errors/key_expired.yaml",
      "struct responses/NotFound.yaml",
    ]),
  );
  expect(rules.filter((row) => row === "contract-fact errors/key_expired.yaml")).toEqual([]);
});

test("what an error rule finds in the bundle is told on the hand-written line, once", async () => {
  const copy = shortCopyForTest();
  copy.edit(code, "errors#key_expired", "errors#key_gone");
  const line =
    copy
      .read(code)
      .split("\n")
      .findIndex((text) => text.includes("errors#key_gone")) + 1;
  const findings = await lintSource(copy);
  const own = findings.filter(({ rule }) => rule === "error-doc-url-matches-code");
  expect(own.map((finding) => [finding.severity, finding.file, finding.line])).toEqual([
    ["error", code, line],
  ]);
});

test("lint tells of an example that would be published and is none, and the build stops at it", async () => {
  const conflict = "openapi/errors/resource_conflict.yaml";
  const want = [
    `contract-example ${conflict}:34 In the published example of resource_conflict: \`error.param\` must be a string; it is a number. Give the field a \`const\` or \`examples\` that fit.`,
  ];
  const copy = shortCopyForTest();
  copy.edit(conflict, "examples: [email]", "examples: [7]");
  expect(brief(await lintSource(copy))).toEqual(want);
  expect(await stopOf(copy)).toEqual(want);
});

test("lint of a document that has no bundle is what the linters say, and the build points there", async () => {
  const copy = shortCopyForTest();
  const entry = copy.read("openapi/openapi.yaml");
  copy.write("openapi/openapi.yaml", entry.replace(/^components:\n(?: .*\n)+/m, "components: seven\n"));
  const rules = (await lintSource(copy)).map(({ rule }) => rule);
  expect(rules).toContain("struct");
  expect(await stopOf(copy)).toEqual([
    expect.stringMatching(
      /^source-bundle openapi\/openapi\.yaml:1 .* `npm run lint` says what is wrong with them\.$/,
    ),
  ]);
});

test("lint of a document that cannot be read is about its files alone", async () => {
  const copy = shortCopyForTest();
  copy.edit(code, "x-http-status: 401", "x-http-status: [401");
  expect((await lintSource(copy)).map(({ rule }) => rule)).toEqual(["source-syntax"]);
});

test("a comment allows a finding of the extensions too", async () => {
  const copy = shortCopyForTest();
  copy.edit(
    "openapi/openapi.yaml",
    "x-statuses:\n",
    "x-own: 1 # lint-allow extension-registered: on trial\nx-statuses:\n",
  );
  expect(brief(await lintSource(copy))).toEqual([]);
});
