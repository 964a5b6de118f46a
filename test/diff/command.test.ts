import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diff } from "../../src/cli/commands/diff.ts";
import { runCommand } from "../../src/cli/index.ts";
import { recorder } from "../cli/recorder.ts";
import { createRepository, type Repository } from "./repository.ts";
import { caseOf, type Json, mergePatch, shop } from "./support.ts";

const version = (text: string, document: Json) => mergePatch(document, { info: { version: text } });
const named = (name: string): Json => caseOf("errors", name).head;

let repository: Repository;
beforeAll(() => {
  repository = createRepository();
  repository.write("base.yaml", shop());
  repository.write("same.yaml", shop());
  repository.write("words.yaml", named("words-of-a-code"));
  repository.write("added.yaml", version("1.4.0", named("code-registered-only")));
  repository.write("minor.yaml", version("1.4.1", named("operation-returns-one-code-more")));
  repository.write("minor-declared.yaml", version("1.5.0", named("operation-returns-one-code-more")));
  repository.write("major.yaml", version("1.5.0", named("limit-lowered")));
  repository.write("major-declared.yaml", version("2.0.0", named("limit-lowered")));
  repository.write("pending/.changeset/one.md", '---\n"@shop/api": major\n---\n\nLower limits.\n');
  repository.write("pending/major.yaml", version("1.4.0", named("limit-lowered")));
  repository.write("broken.yaml", "openapi: [3.1.0\n");
  repository.write("other.yaml", "name: other\n");
  repository.write(
    "lenient.yaml",
    mergePatch(shop(), { components: { schemas: { failed: { "x-actor": null } } } }),
  );
  const { "x-extensions": _, ...older } = shop();
  repository.write(
    "no-list.yaml",
    mergePatch(older, { components: { schemas: { ErrorCode: { "x-retired-codes": null } } } }),
  );
  repository.write("accepted.yaml", "- {id: limit-lowered, reason: Agreed., until: 9.0.0}\n");
  repository.write(
    "unused.yaml",
    "- {id: limit-lowered, reason: Agreed., until: 9.0.0}\n- {id: code-removed, reason: Agreed., until: 9.0.0}\n",
  );
  repository.write("expired.yaml", "- {id: limit-lowered, reason: Agreed., until: 1.5.0}\n");
  repository.write("malformed.yaml", "- {id: limit-lowered}\n");
});
afterAll(() => repository.remove());

async function compare(base: string, head: string, ...options: string[]) {
  const terminal = recorder();
  const inFolder = (path: string) => (path.endsWith(".yaml") ? join(repository.folder, path) : path);
  const argv = [base, head, ...options].map(inFolder);
  const status = await runCommand("cstar-contract diff", { command: diff, argv, terminal });
  return { status, ...terminal.said };
}

describe("the exit status", () => {
  test.each([
    ["no change", ["same.yaml"], 0],
    ["new words, which need no declaration", ["words.yaml"], 0],
    ["a minor change in a patch", ["minor.yaml"], 1],
    ["a minor change in a minor version", ["minor-declared.yaml"], 0],
    ["a breaking change in a minor version", ["major.yaml"], 1],
    ["a breaking change in a major version", ["major-declared.yaml"], 0],
    ["a breaking change that a changeset announces", ["pending/major.yaml"], 0],
    ["a breaking change that is accepted", ["major.yaml", "--accept", "accepted.yaml"], 0],
    ["a declared change, failing on minor ones", ["minor-declared.yaml", "--fail-on", "minor"], 1],
    ["a declared minor change, failing on major ones", ["minor-declared.yaml", "--fail-on", "major"], 0],
    ["an undeclared change, failing on none", ["major.yaml", "--fail-on", "none"], 0],
    ["new words, failing on a patch", ["words.yaml", "--fail-on", "patch"], 1],
    ["no change, failing on a patch", ["same.yaml", "--fail-on", "patch"], 0],
  ] as const)("after %s is %s %i", async (_, [head, ...options], status) => {
    expect((await compare("base.yaml", head, ...options)).status).toBe(status);
  });

  test.each([
    ["a base that cannot be parsed", "broken.yaml", "same.yaml", /broken\.yaml[\s\S]*not valid YAML/],
    ["a head that cannot be parsed", "base.yaml", "broken.yaml", /broken\.yaml[\s\S]*not valid YAML/],
    ["a base that is not there", "none.yaml", "same.yaml", /none\.yaml cannot be read/],
    [
      "a base that is no OpenAPI document",
      "other.yaml",
      "same.yaml",
      /other\.yaml is not an OpenAPI 3 document/,
    ],
  ])("with %s is 2, and nothing is called unchanged", async (_, base, head, message) => {
    const { status, out, err } = await compare(base, head);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });

  test.each([
    [
      "expired.yaml",
      /The time of `limit-lowered` \(until 1\.5\.0\) in .*expired\.yaml is over: remove it, or agree on a later `until`\./,
    ],
    ["malformed.yaml", /malformed\.yaml: entry 1 has no reason and until\./],
    ["absent.yaml", /absent\.yaml cannot be read: there is no such file\./],
  ])("with %s as accepted changes is 2, after the changes have been printed", async (file, message) => {
    const { status, out, err } = await compare("base.yaml", "major.yaml", "--accept", file);
    expect(status).toBe(2);
    expect(out).toContain("1 change asks for a major version");
    expect(err).toMatch(message);
  });
});

test("an acceptance that nothing needs is a warning", async () => {
  const { status, err } = await compare("base.yaml", "major.yaml", "--accept", "unused.yaml");
  expect(status).toBe(0);
  expect(err).toMatch(
    /^<yellow>warning:<\/yellow> Nothing needs `code-removed` \(until 9\.0\.0\) in .*unused\.yaml any more: remove it\.\n$/,
  );
});

test("facts that cannot be read are reported apart from the result, and the rest is compared", async () => {
  const { status, out, err } = await compare("lenient.yaml", "same.yaml", "--format", "json");
  expect(status).toBe(0);
  expect(JSON.parse(out).changes.map(({ id }: { id: string }) => id)).toEqual(["text-changed"]);
  expect(err).toMatch(
    /^<yellow>warning:<\/yellow> 1 fact of base \(.*lenient\.yaml\) cannot be read, and the rest is compared:\n/,
  );
  expect(err).toContain("`x-actor` is missing");
});

test("a base without a list of retired codes is a warning: their reuse cannot be checked", async () => {
  const { status, err } = await compare("no-list.yaml", "same.yaml");
  expect(status).toBe(0);
  expect(err).toMatch(
    /no-list\.yaml has no `x-retired-codes`, so it cannot be checked whether a retired code is used again\./,
  );
});

test("two runs print the same bytes", async () => {
  const [one, two] = [await compare("base.yaml", "minor.yaml"), await compare("base.yaml", "minor.yaml")];
  expect(one).toEqual(two);
});
