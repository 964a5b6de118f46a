import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { recipes } from "../../src/cli/recipes.ts";
import { run } from "../cli/spawn.ts";
import { copyProject, replaceOnce } from "../contract/copy.ts";
import { contract, readJson, readText, root } from "../contract/project.ts";
import { compileSamples } from "../guide/compile.ts";

const readme = readText("README.md");
const { scripts } = readJson("package.json") as { scripts: Record<string, string> };

/** What the README shows of a command: the lines below `$ command`. */
function shown(command: string): string {
  const blocks = [...readme.matchAll(/```console\n\$ (.+)\n([\s\S]*?)```/g)];
  const block = blocks.find(([, line]) => line === command);
  if (!block) throw new Error(`The README shows no output of ${command}.`);
  return block[2] ?? "";
}

/** Times differ from run to run, and counts with every file that is added. */
const uncounted = (text: string) => text.replace(/ +[\d.]+/g, " 0");

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

  test("links only to what is there", () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link = ""]) => link);
    expect(links.filter((link) => !/^https:/.test(link) && !existsSync(root + link))).toEqual([]);
    expect(links.length).toBeGreaterThan(5);
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

  test("shows a recipe of the mock", () => {
    const all = recipes(contract, "http://127.0.0.1:4010").join("\n");
    expect(all).toContain(shown("npm run mock"));
  });

  test("shows what lint says of a mistake, and what the build prints", async () => {
    const copy = copyProject();
    try {
      const built = await copy.run("build");
      expect(uncounted(built.stdout)).toBe(uncounted(shown("npm run build")));
      const file = "openapi/errors/key_expired.yaml";
      copy.write(file, replaceOnce(copy.read(file), "errors#key_expired", "errors#expired_key"));
      const linted = await copy.run("lint");
      expect(linted.stdout).toBe(shown("npm run lint"));
      expect(linted.status).toBe(1);
    } finally {
      copy.dispose();
    }
  });
});
