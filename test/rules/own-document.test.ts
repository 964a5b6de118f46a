import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { loadTree, parsedDocument } from "../../src/document/index.ts";
import { checkDocument } from "../../src/rules/check.ts";
import { readModel } from "../../src/rules/model/model.ts";
import { library } from "./support/library.ts";
import { lint } from "./support/spectral.ts";

const bundle: unknown = JSON.parse(
  readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8"),
);
const source = fileURLToPath(new URL("../../openapi/openapi.yaml", import.meta.url));

test("our bundle has no findings", async () => {
  expect(await lint(bundle)).toEqual([]);
});

test("our source, with all its files, has no findings", () => {
  expect(checkDocument(loadTree(source, (file) => readFileSync(file, "utf8")))).toEqual({ findings: [] });
});

test("the library of the pages has no findings", async () => {
  expect(await lint(library())).toEqual([]);
});

test("our bundle is recognised in full, so that its silence means something", () => {
  const model = readModel(parsedDocument(bundle));
  expect(model.envelope?.name).toBe("ErrorEnvelope");
  expect(model.registry?.entries.length).toBeGreaterThan(0);
  expect(new Set(model.definitions.map(({ code }) => code))).toEqual(model.registry?.values);
  expect(model.operations.length).toBeGreaterThan(0);
  for (const operation of model.operations) expect(operation.errors.length).toBeGreaterThan(0);
  for (const response of model.responses) expect(model.codesOf(response).size).toBeGreaterThan(0);
});
