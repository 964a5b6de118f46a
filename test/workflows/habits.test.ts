import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readJson, readText, root } from "../contract/project.ts";

const { scripts } = readJson("package.json") as { scripts: Record<string, string> };

interface Update {
  "package-ecosystem": string;
  directory?: string;
  directories?: string[];
  groups: Record<string, { patterns: string[] }>;
}

describe("the scripts of package.json", () => {
  // https://docs.npmjs.com/cli/v10/commands/npm-run-script: the shell is cmd.exe on Windows.
  test.each(Object.entries(scripts))("%s can be read by Windows' cmd as well as by sh", (_, script) => {
    expect(script).not.toMatch(/[;'$`]|(^|&& )(\w+=|exec|rm|cp|mv|cat|export|test|\.\/)/);
  });

  test.each(Object.entries(scripts))("%s starts files that exist", (_, script) => {
    const files = script.match(/[\w./-]+\.(ts|mjs|js)\b/g) ?? [];
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});

describe("Dependabot", () => {
  const { updates } = parse(readText(".github/dependabot.yml")) as { updates: Update[] };

  test("looks after every folder with a package.json, and after the actions", () => {
    const folders = readdirSync(join(root, "test"))
      .filter((name) => existsSync(join(root, "test", name, "package.json")))
      .map((name) => `/test/${name}`);
    const [npm, actions] = updates;
    expect(npm?.["package-ecosystem"]).toBe("npm");
    expect([...(npm?.directories ?? [])].sort()).toEqual(["/", ...folders].sort());
    expect([actions?.["package-ecosystem"], actions?.directory]).toEqual(["github-actions", "/"]);
  });

  test("puts everything into some group", () => {
    for (const { groups } of updates) {
      expect(Object.values(groups).flatMap(({ patterns }) => patterns)).toContain("*");
    }
  });
});

test("the pull request template names scripts that exist", () => {
  const text = readText(".github/pull_request_template.md");
  const named = [...text.matchAll(/`npm (?:run )?([\w:]+)`/g)].map(([, name = ""]) => name);
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test("SECURITY.md names the place that package.json names for reports", () => {
  const { bugs } = readJson("package.json") as { bugs: { url: string } };
  expect(readText("SECURITY.md")).toContain(bugs.url);
});
