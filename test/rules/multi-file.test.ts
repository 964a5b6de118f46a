import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import core from "@stoplight/spectral-core";
import parsers from "@stoplight/spectral-parsers";
import { expect, test } from "vitest";
import { loadTree } from "../../src/document/index.ts";
import { checkDocument } from "../../src/rules/check.ts";
import ruleset from "../../src/rules/index.ts";

const entry = fileURLToPath(new URL("../../openapi/openapi.yaml", import.meta.url));
const read = (file: string) => readFileSync(file, "utf8");

/** The findings about our source with a change to one file: rule, file, and the text of its line. */
function lintWith(file: string, from: string | RegExp, to: string): [string, string, string | undefined][] {
  const changed = entry.replace("openapi.yaml", file);
  const edited = (path: string): string => {
    const text = read(path);
    if (path !== changed) return text;
    const other = text.replace(from, to);
    expect(other).not.toBe(text);
    return other;
  };
  const tree = loadTree(entry, edited);
  return checkDocument(tree).findings.map(({ rule, at: { location } }) => [
    rule,
    location.file.slice(entry.length - "openapi.yaml".length),
    edited(location.file).split("\n")[tree.locate(location).line - 1]?.trim(),
  ]);
}

test("a fact of a code is reported in the file of the code", () => {
  expect(lintWith("errors/key_expired.yaml", "x-retry: never", "x-retry: backoff")).toEqual([
    ["error-retry-consistent", "errors/key_expired.yaml", "x-retry: backoff"],
  ]);
});

test("a constant of a code is reported on its line", () => {
  expect(lintWith("errors/key_expired.yaml", "#key_expired", "#key")).toEqual([
    ["error-doc-url-matches-code", "errors/key_expired.yaml", expect.stringContaining("#key'")],
  ]);
});

test("an entry of the registry is reported in the file of the registry", () => {
  expect(lintWith("schemas/ErrorCode.yaml", /enum:\n/, "enum:\n  - Key-Gone\n")).toEqual([
    ["error-code-format", "schemas/ErrorCode.yaml", "- Key-Gone"],
    ["error-code-reachable", "schemas/ErrorCode.yaml", "- Key-Gone"],
  ]);
});

test("a header that a shared response lacks is reported in the file of the response, once", () => {
  expect(lintWith("responses/RateLimited.yaml", /\n {2}Retry-After:\n.*\n/, "\n")).toEqual([
    ["error-retry-after", "responses/RateLimited.yaml", "headers:"],
  ]);
});

test("a code that a shared response lacks is reported at its list of codes, once", () => {
  expect(lintWith("responses/InvalidUpdate.yaml", /\n.*invalid_json.yaml/, "")).toEqual([
    ["error-operation-codes", "responses/InvalidUpdate.yaml", "oneOf:"],
  ]);
});

test("under stock Spectral a document in several files is told once to be bundled first, and not judged", async () => {
  const spectral = new core.Spectral();
  spectral.setRuleset(ruleset);
  const results = await spectral.run(new core.Document(read(entry), parsers.Yaml, entry));
  expect(results.map(({ code, message }) => [code, message])).toEqual([
    ["error-one-file", expect.stringContaining("bundle it first, or run `cstar-contract lint`")],
  ]);
});
