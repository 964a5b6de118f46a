import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readJson } from "../contract/project.ts";
import { freePort, isOpen, type Mock, npmRunMock, startMock } from "./mock.ts";

interface Recipe {
  code: string;
  status: number;
  command: string;
}

const { errors } = readJson("generated/errors.json") as {
  errors: { code: string; status: number; example: unknown }[];
};
const lastRecipe = `# ${errors.at(-1)?.code} (`;

/** The recipes as a person reads them: a line that names the code, then a command. */
function readRecipes(stdout: string): Recipe[] {
  return [...stdout.matchAll(/^# (\w+) \((\d+)\)\n((?:.*\\\n)*.*)$/gm)].map(([, code, status, command]) => ({
    code: String(code),
    status: Number(status),
    command: String(command),
  }));
}

describe("npm run mock", () => {
  let mock: Mock;
  beforeAll(async () => {
    mock = npmRunMock(await freePort());
    await mock.prints(lastRecipe);
  });
  afterAll(async () => {
    mock.child.kill("SIGTERM");
    await mock.ended;
  });

  test("prints nothing but a recipe for every code, in the order of the document", () => {
    const recipes = readRecipes(mock.printed.stdout);
    expect(recipes.map(({ code, status }) => [code, status])).toEqual(
      errors.map(({ code, status }) => [code, status]),
    );
    expect(
      recipes.map((recipe) => `# ${recipe.code} (${recipe.status})\n${recipe.command}\n`).join("\n"),
    ).toBe(mock.printed.stdout.trimEnd().concat("\n"));
  });

  test.each(errors)("answers the printed recipe with $code at $status", ({ code, status, example }) => {
    const recipe = readRecipes(mock.printed.stdout).find((one) => one.code === code);
    const { stdout, stderr } = spawnSync("sh", ["-c", `${recipe?.command} -sS -w '\n%{http_code}'`], {
      encoding: "utf8",
    });
    const [answer = "", answered] = stdout.split(/\n(?=\d+$)/);
    expect(stderr).toBe("");
    expect(answered).toBe(String(status));
    expect(JSON.parse(answer)).toEqual(example);
  });

  test("tells on stderr what Prism does", async () => {
    await mock.prints("Prism is listening", "stderr");
    expect(mock.printed.stdout).not.toContain("Prism");
  });

  test("ends when it is killed, and frees its port", async () => {
    const other = npmRunMock(await freePort());
    await other.prints(lastRecipe);
    other.child.kill("SIGTERM");
    await other.ended;
    expect(await isOpen(other.port)).toBe(false);
  });
});

describe("cstar-contract mock", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "ends with exit status 0 on %s, says no word about it, and frees its port",
    async (signal) => {
      const mock = startMock(await freePort());
      await mock.prints(lastRecipe);
      const before = mock.printed.stdout;
      mock.child.kill(signal);
      expect(await mock.ended).toEqual({ status: 0, signal: null });
      expect(mock.printed.stdout).toBe(before);
      expect(mock.printed.stderr).not.toMatch(/error|at .*:\d+:\d+/i);
      expect(await isOpen(mock.port)).toBe(false);
    },
  );

  test("takes Prism along when it is killed so that it cannot say goodbye", async () => {
    const mock = startMock(await freePort());
    await mock.prints(lastRecipe);
    mock.child.kill("SIGKILL");
    await mock.ended; // the output is complete only when Prism, which writes to it too, has ended
    expect(await isOpen(mock.port)).toBe(false);
  });

  test("leaves no Prism behind when the reader of the recipes goes away", async () => {
    const mock = startMock(await freePort());
    mock.child.stdout.destroy();
    await mock.ended;
    expect(await isOpen(mock.port)).toBe(false);
  });
});
