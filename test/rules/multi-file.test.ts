import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import core from "@stoplight/spectral-core";
import parsers from "@stoplight/spectral-parsers";
import { afterEach, beforeEach, expect, test } from "vitest";
import ruleset from "../../src/rules/index.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rules-"));
  cpSync(fileURLToPath(new URL("../../openapi", import.meta.url)), folder, { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Changes a file of a copy of our source and gives the places of the findings: rule, file, line with its text. */
async function lintWith(
  file: string,
  from: string | RegExp,
  to: string,
): Promise<[string, string, string][]> {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
  const spectral = new core.Spectral();
  spectral.setRuleset(ruleset);
  const entry = join(folder, "openapi.yaml");
  const results = await spectral.run(new core.Document(readFileSync(entry, "utf8"), parsers.Yaml, entry));
  return results.map(({ code, source, range }) => [
    String(code),
    relative(folder, source ?? ""),
    readFileSync(source ?? "", "utf8")
      .split("\n")
      [range.start.line]?.trim() ?? "",
  ]);
}

test("a fact of a code is reported in the file of the code", async () => {
  expect(await lintWith("errors/key_expired.yaml", "x-retry: never", "x-retry: backoff")).toEqual([
    ["error-retry-consistent", "errors/key_expired.yaml", "x-retry: backoff"],
  ]);
});

test("a constant of a code is reported on its line", async () => {
  expect(await lintWith("errors/key_expired.yaml", "#key_expired", "#key")).toEqual([
    ["error-doc-url-matches-code", "errors/key_expired.yaml", expect.stringContaining("#key'")],
  ]);
});

test("an entry of the registry is reported in the file of the registry", async () => {
  expect(await lintWith("schemas/ErrorCode.yaml", /enum:\n/, "enum:\n  - Key-Gone\n")).toEqual([
    ["error-code-format", "schemas/ErrorCode.yaml", "- Key-Gone"],
    ["error-code-reachable", "schemas/ErrorCode.yaml", "- Key-Gone"],
  ]);
});

test("a header that a shared response lacks is reported in the file of the response, once", async () => {
  expect(await lintWith("responses/RateLimited.yaml", /\n {2}Retry-After:\n.*\n/, "\n")).toEqual([
    ["error-retry-after", "responses/RateLimited.yaml", "headers:"],
  ]);
});

test("a code that a shared response lacks is reported at its list of codes, once", async () => {
  const found = await lintWith("responses/InvalidUpdate.yaml", /\n.*invalid_json.yaml/, "");
  expect(found).toEqual([["error-operation-codes", "responses/InvalidUpdate.yaml", "oneOf:"]]);
});
