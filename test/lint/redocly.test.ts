import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { expect, test, vi } from "vitest";
import { parse } from "yaml";
import { bundleWithRedocly, lintWithRedocly, redoclyRules } from "../../src/lint/redocly.ts";
import { isSpectralRule, toldByRedocly } from "../../src/lint/same-fault.ts";
import { lintWithSpectral, spectralRules } from "../../src/lint/spectral.ts";
import { clean } from "./document.ts";

vi.setConfig({ testTimeout: 120_000 }); // real linters take their time on a busy machine

/** A document in files that were read, and how Redocly is to lint it. */
function input(
  texts: Readonly<Record<string, string>>,
  rules: Record<string, unknown> = {},
  presets = ["minimal"],
) {
  const files = Object.entries(texts).map(
    ([file, text]) => [`api/${file}`, { text, data: parse(text) }] as const,
  );
  return { entry: "api/openapi.yaml", files: new Map(files), settings: { extends: presets, rules } };
}

const edited = (file: keyof typeof clean, find: string, replacement: string) => ({
  ...clean,
  [file]: clean[file].replace(find, replacement),
});

test("Redocly finds what is wrong in the files as they were read, at a pointer into each", async () => {
  const texts = edited("responses/Orders.yaml", "type: array", "type: list");
  const problems = await lintWithRedocly(
    input(texts, { "info-license": "off", "operation-4xx-response": "warn" }),
  );
  expect(problems).toEqual([
    {
      ...{ rule: "struct", severity: "error", file: "api/responses/Orders.yaml" },
      ...{
        pointer: "/content/application~1json/schema/type",
        message: expect.stringMatching(/^`type` can be one of/),
      },
    },
  ]);
});

test("what Redocly only warns of is a warning, and what is said of a file as a whole has no pointer", async () => {
  const texts = { "openapi.yaml": "openapi: 3.1.0\ninfo: {title: A, version: '1'}\n" };
  expect(await lintWithRedocly(input(texts, { struct: "warn" }, []))).toMatchObject([
    { rule: "struct", severity: "warning", file: "api/openapi.yaml", pointer: "" },
  ]);
  expect(await lintWithRedocly(input(texts, { "info-license": "error" }, []))).toMatchObject([
    { rule: "info-license", severity: "error", pointer: "/info" },
  ]);
});

test("messages name no folder of this machine, and examples are not resolved", async () => {
  const schema = "{$ref: 'none.yaml'}";
  const texts = edited("responses/Orders.yaml", "{type: string}", schema);
  const problems = await lintWithRedocly(input(texts, { "no-unresolved-refs": "error" }));
  expect(problems.map(({ rule }) => rule)).toContain("no-unresolved-refs");
  expect(JSON.stringify(problems)).not.toContain(resolve(".").replaceAll("\\", "\\\\"));
  const example = edited(
    "responses/Orders.yaml",
    "    schema:",
    "    example: {$ref: none.yaml}\n    schema:",
  );
  const left = await lintWithRedocly(input(example, { "no-unresolved-refs": "error" }));
  expect(left.filter(({ rule }) => rule === "no-unresolved-refs")).toEqual([]);
});

test("the bundle has every $ref in itself, and the files are left as they were", async () => {
  const given = input(clean, { struct: "off" });
  const before = JSON.stringify([...given.files]);
  const { bundle, errors, rules } = await bundleWithRedocly(given);
  expect(errors).toEqual([]);
  expect(JSON.stringify(bundle)).toContain('"$ref":"#/components/responses/Refused"');
  expect(JSON.stringify(bundle)).not.toContain(".yaml");
  expect(JSON.stringify([...given.files])).toBe(before);
  expect(rules).toContain("no-server-trailing-slash");
  expect(rules.filter((rule) => ["struct", "tag-description"].includes(rule))).toEqual(["tag-description"]);
});

test("what keeps a bundle from being whole is told", async () => {
  const { errors } = await bundleWithRedocly(input({ "openapi.yaml": clean["openapi.yaml"] }));
  expect(errors).toHaveLength(4);
  expect(errors[0]).toContain("responses/Orders.yaml is no file of this document");
});

test("Spectral finds what is wrong in a bundle, as severe as its rules are", async () => {
  const { bundle } = await bundleWithRedocly(
    input(edited("openapi.yaml", "  contact: {name: Shop, url: https://shop.example.org}\n", "")),
  );
  const rule = (preset: "all" | "off" | "recommended", level: string) =>
    lintWithSpectral(bundle, { preset, rules: { "info-contact": level as "warn", "no-such-rule": "error" } });
  const said = { rule: "info-contact", pointer: "/info", message: 'Info object must have "contact" object.' };
  expect(await rule("off", "error")).toEqual([{ ...said, severity: "error" }]);
  expect(await rule("off", "warn")).toEqual([{ ...said, severity: "warning" }]);
  expect(await rule("off", "info")).toEqual([{ ...said, severity: "info" }]);
  expect(await rule("off", "hint")).toEqual([{ ...said, severity: "info" }]);
  expect(await rule("recommended", "off")).toEqual([]);
});

test("Spectral asks no host for what a $ref names, and takes nothing of a prototype for a member", async () => {
  let requests = 0;
  const server = createServer((_, response) => {
    requests += 1;
    response.end('{"type": "array"}');
  }).listen(0);
  const { port } = server.address() as AddressInfo;
  const given = JSON.parse('{"__proto__": {"tags": [{"name": "A"}]}, "openapi": "3.1.0", "paths": {}}');
  given.components = { schemas: { A: { allOf: [{ $ref: `http://localhost:${port}/a.json` }] } } };
  const rules = { "array-items": "error", "openapi-tags": "error" } as const;
  const results = await lintWithSpectral(given, { preset: "off", rules });
  server.close();
  expect([results.map(({ rule }) => rule), requests]).toEqual([["openapi-tags"], 0]);
});

test("Spectral opens nothing that a $ref outside of the bundle names, and stops at no key", async () => {
  const outside = JSON.parse(
    '{"__proto__": {"a": 1}, "openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": {}}',
  );
  outside.components = {
    schemas: {
      A: { $ref: "https://a.example/x.yaml", type: "array" },
      B: { allOf: [{ $ref: "./x.yaml" }, 1, null] },
      C: { $ref: "#/components/schemas/B" },
    },
  };
  outside.components.schemas.D = {
    properties: { list: outside.components.schemas.B.allOf, same: outside.components.schemas.B },
  };
  outside.components.schemas.E = { not: outside.components.schemas.D };
  outside.components.schemas.D.properties.self = outside.components.schemas.E;
  const before = outside.components.schemas.A.$ref;
  const results = await lintWithSpectral(outside, {
    preset: "off",
    rules: { "info-description": "error", "oas3-unused-component": "warn", "array-items": "error" },
  });
  expect(results.map(({ rule, pointer }) => `${rule} ${pointer}`)).toEqual([
    "array-items /components/schemas/A",
    "oas3-unused-component /components/schemas/A",
    "oas3-unused-component /components/schemas/C",
    "oas3-unused-component /components/schemas/D",
    "oas3-unused-component /components/schemas/E",
    "info-description /info",
  ]);
  expect(outside.components.schemas.A.$ref).toBe(before);
});

test("every rule of Spectral is its own, or one that Redocly has under this name or another", async () => {
  const [spectral, redocly] = await Promise.all([spectralRules(), redoclyRules()]);
  expect(redocly).toContain("struct");
  const counterparts: string[] = [];
  const left = toldByRedocly((rule) => counterparts.push(rule) > 0);
  expect(left.filter((rule) => !spectral.includes(rule))).toEqual([]);
  expect(counterparts.filter((rule) => !redocly.includes(rule))).toEqual([]);
  const known = new Set([...left, ...spectral.filter(isSpectralRule)]);
  expect(spectral.filter((rule) => !known.has(rule))).toEqual([]);
  expect(redocly.filter((rule) => isSpectralRule(rule) && rule !== "info-contact")).toEqual([]);
});
