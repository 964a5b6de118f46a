import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stringify } from "yaml";
import { drop } from "./support/edits.ts";
import { library } from "./support/library.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const cli = createRequire(import.meta.url).resolve("@stoplight/spectral-cli/dist/index.js");
let folder: string;

/** Installs the ruleset in a project of its own, compiled file by file as the package is. */
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "published-")));
  const home = join(folder, "node_modules", manifest.name);
  const sources = ["src/rules", "src/document", "src/contract", "src/report"].flatMap((part) =>
    readdirSync(join(root, part), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => join(part, name)),
  );
  for (const source of [...sources, "src/entries/spectral.ts"]) {
    const { outputText } = ts.transpileModule(readFileSync(join(root, source), "utf8"), {
      compilerOptions: {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2023,
        verbatimModuleSyntax: true,
        rewriteRelativeImportExtensions: true,
      },
    });
    const target = join(home, "dist", source.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, outputText);
  }
  const { name, version, type, exports } = manifest;
  writeFileSync(join(home, "package.json"), JSON.stringify({ name, version, type, exports }));
  const broken = library();
  drop("/components/responses/Limited/headers")(broken);
  writeFileSync(join(folder, "good.yaml"), stringify(library()));
  writeFileSync(join(folder, "bad.yaml"), stringify(broken));
  writeFileSync(join(folder, "old.yaml"), stringify({ swagger: "2.0", paths: {} }));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs Spectral's own command with a ruleset file, and gives its exit status and the ids that it found. */
function spectral(ruleset: string, text: string, document: string) {
  writeFileSync(join(folder, ruleset), text);
  const args = [cli, "lint", "--ruleset", ruleset, "--format", "json", "--quiet", document];
  const env = { ...process.env, SCARF_ANALYTICS: "false" };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
    env,
  });
  if (!stdout.trimStart().startsWith("[")) throw new Error(stderr || stdout);
  return { status, found: JSON.parse(stdout).map(({ code }: { code: string }) => code) };
}

const RULESETS: [string, string][] = [
  [".spectral.yaml", `extends: ["${manifest.name}/spectral"]\n`],
  [".spectral.json", JSON.stringify({ extends: [[`${manifest.name}/spectral`, "all"]] })],
  ["ruleset.mjs", `import rules from "${manifest.name}/spectral";\nexport default { extends: [rules] };\n`],
  ["ruleset.js", `import rules from "${manifest.name}/spectral";\nexport default { extends: [rules] };\n`],
];

test.each(RULESETS)("Spectral's command loads the package from %s and reports with it", (file, text) => {
  expect(spectral(file, text, "bad.yaml")).toEqual({ status: 1, found: ["error-retry-after"] });
  expect(spectral(file, text, "good.yaml")).toEqual({ status: 0, found: [] });
});

test("a rule can be switched off by its id", () => {
  const text = `extends: ["${manifest.name}/spectral"]\nrules: {error-retry-after: "off"}\n`;
  expect(spectral(".spectral.yaml", text, "bad.yaml")).toEqual({ status: 0, found: [] });
});

test("a document that is not OpenAPI 3 is reported as not recognised", () => {
  const [file, text] = RULESETS[0] ?? ["", ""];
  expect(spectral(file, text, "old.yaml").found).toEqual(["unrecognized-format"]);
});
