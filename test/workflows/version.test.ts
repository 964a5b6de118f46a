import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readJson, readText } from "../contract/project.ts";

interface Versioned {
  version: string;
}

describe("this version", () => {
  const { version } = readJson("package.json") as Versioned;

  test("is the same in the package, the contract, all that is generated, and the lockfile", () => {
    const lock = readJson("package-lock.json") as Versioned & { packages: Record<string, Versioned> };
    expect({
      document: parse(readText("openapi/openapi.yaml")).info.version,
      yaml: parse(readText("generated/openapi.yaml")).info.version,
      json: (readJson("generated/openapi.json") as { info: Versioned }).info.version,
      errors: (readJson("generated/errors.json") as Versioned).version,
      lock: lock.version,
      root: lock.packages[""]?.version,
    }).toEqual({
      document: version,
      yaml: version,
      json: version,
      errors: version,
      lock: version,
      root: version,
    });
  });

  test("has a section in the changelog, and the policy of changes says that contract and package share it", () => {
    expect(readText("CHANGELOG.md")).toContain(`\n## ${version}\n`);
    expect(readText("docs/policy-of-changes.md").replaceAll("\n", " ")).toMatch(
      /`info\.version` of the document; the package has the same/,
    );
  });
});
