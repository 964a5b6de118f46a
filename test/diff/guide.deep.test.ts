import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diff as script } from "../../scripts/commands/diff.ts";
import { readArguments } from "../../src/cli/arguments.ts";
import { diff } from "../../src/cli/commands/diff.ts";
import { readAcceptances } from "../../src/diff/index.ts";
import { run } from "../cli/spawn.ts";
import { readText } from "../contract/project.ts";
import { createRepository, type Repository } from "./repository.ts";
import { caseOf, mergePatch, shop } from "./support.ts";

const LONG = { timeout: 120_000 };
const guide = readText("docs/diff.md");

/** The code blocks in one language. */
function blocks(language: string): string[] {
  return [...guide.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, name]) => name === language)
    .map(([, , text = ""]) => text);
}

const commands = blocks("sh")
  .flatMap((block) => block.split("\n"))
  .filter((line) => /(cstar-contract|npm run --silent|npm run) diff/.test(line));

test.each(commands)("the guide's command `%s` has arguments that the command takes", (line) => {
  const words = line
    .replace(/ [>#].*$/, "")
    .trim()
    .split(/\s+/);
  const args = words.slice(words.indexOf("diff") + 1).filter((word) => word !== "--");
  const command = line.includes("cstar-contract") ? diff : script;
  expect(() =>
    readArguments(
      command,
      args.map((word) => word.replaceAll(/^["']|["']$/g, "")),
    ),
  ).not.toThrow();
});

test("the guide has commands for files, commits, formats and accepted changes", () => {
  expect(commands.length).toBeGreaterThan(5);
  for (const part of ["git:main...", "git:v", "--format markdown", "--accept", "--fail-on"]) {
    expect(
      commands.some((command) => command.includes(part)),
      part,
    ).toBe(true);
  }
});

test("the guide's file of accepted changes is read as it stands", () => {
  const [file = ""] = blocks("yaml").filter((block) => block.includes("until:"));
  expect(readAcceptances("accepted.yaml", file)).toHaveLength(2);
});

describe("the guide shows", () => {
  let repository: Repository;
  beforeAll(() => {
    repository = createRepository();
    repository.write("shop.yaml", shop());
    repository.commit("The last version");
    const { components } = caseOf("errors", "limit-lowered").head;
    const { securitySchemes } = components;
    const { head } = caseOf("errors", "code-added-to-shared-response");
    repository.write("shop.yaml", mergePatch(head, { components: { securitySchemes } }));
  });
  afterAll(() => repository.remove());

  const withoutHash = (text: string) => text.replace(/\([0-9a-f]{9}\)/, "(…)");

  test("what the command prints, as text", LONG, async () => {
    const { status, stdout } = await run("src/cli/main.ts", ["diff", "git:main", "shop.yaml"], {
      cwd: repository.folder,
    });
    expect(status).toBe(1);
    expect(blocks("text").map(withoutHash)).toContain(withoutHash(stdout));
  });

  test("an entry of the JSON report", LONG, async () => {
    const args = ["diff", "git:main", "shop.yaml", "--format", "json"];
    const { stdout } = await run("src/cli/main.ts", args, { cwd: repository.folder });
    const [shown = ""] = blocks("json");
    expect(JSON.parse(stdout).changes).toContainEqual(JSON.parse(shown));
  });
});

test("the guide's program compares two documents", LONG, async () => {
  const [program = ""] = blocks("ts");
  const local = program.replace(
    "@cstar.help/api-contract/diff",
    new URL("../../src/entries/diff.ts", import.meta.url).href,
  );
  const repository = createRepository();
  repository.write("old.yaml", shop());
  repository.write("new.yaml", caseOf("errors", "limit-lowered").head);
  repository.write("compare.ts", local);
  const { stdout, stderr } = await run("test/diff/run-program.ts", [`${repository.folder}/compare.ts`], {
    cwd: repository.folder,
  });
  repository.remove();
  expect({ stdout, stderr }).toEqual({ stdout: "major limit-lowered\n", stderr: "" });
});
