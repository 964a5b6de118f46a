import { describe, expect, test } from "vitest";
import { recipes } from "../../src/cli/commands/recipes.ts";
import { createSandbox } from "../../src/entries/sandbox.ts";
import { run } from "../cli/spawn.ts";
import { contract, readJson } from "../contract/project.ts";
import { compileSamples } from "../guide/compile.ts";
import { readme, shown } from "./readme.ts";

const { scripts } = readJson("package.json") as { scripts: Record<string, string> };

describe("the README", () => {
  test("opens with the two commands that do all on a fresh machine", () => {
    expect(readme.indexOf("npm ci && npm run build")).toBeGreaterThan(0);
    expect(readme.indexOf("npm ci && npm run build")).toBeLessThan(readme.indexOf("## "));
    expect(readme.indexOf("npm test")).toBeLessThan(readme.indexOf("## "));
  });

  test("names only scripts that exist", () => {
    const named = [...readme.matchAll(/npm (?:run )?(?:--silent )?([a-z][\w:]*)/g)].map(
      ([, name = ""]) => name,
    );
    const missing = named.filter((name) => !(name in scripts) && !["ci", "install"].includes(name));
    expect(missing).toEqual([]);
    expect(named).toContain("build");
  });

  test("shows a program that compiles", () => {
    const [, code = ""] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
    expect(code).toContain("createClient");
    expect(compileSamples([{ name: "readme", code }])).toEqual([]);
  });

  test("shows what explain prints", async () => {
    const { stdout } = await run("src/cli/main.ts", ["explain", "key_expired"]);
    const head = stdout.split("\n").slice(0, 11).join("\n");
    expect(`${head}\n`).toBe(shown("npx cstar-contract explain key_expired | head -11"));
  });

  test("shows what verify prints", async () => {
    const sample = "test/samples/bad/errors/doc-url-of-another-code.json";
    const { stdout } = await run("src/cli/main.ts", ["verify", sample]);
    const head = stdout.split("\n").slice(0, 4).join("\n");
    expect(`${head}\n`).toBe(shown(`npx cstar-contract verify ${sample} | head -4`));
  });

  test("shows what the sandbox says first", () => {
    const { keys, teamId } = createSandbox().world("default");
    const text = shown("npx cstar-contract sandbox | head -9");
    expect(text).toContain("http://127.0.0.1:4010/~default/api/v1\n");
    expect(text).toContain(teamId);
    for (const key of [keys.unlimited, keys.standard, keys.publishable, keys.narrow])
      expect(text).toContain(key);
  });

  test("shows a recipe of the mock", () => {
    const all = recipes(contract, "http://127.0.0.1:4010").join("\n");
    expect(all).toContain(shown("npx cstar-contract mock"));
  });
});
