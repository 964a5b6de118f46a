import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, describe, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { valueAt } from "../../src/document/index.ts";
import { compileFolder } from "./generators.ts";
import { readText, root } from "./project.ts";
import { runNode } from "./run.ts";
import { published } from "./schemas.ts";

/** The hand-written document, and what is published of it. */
const documents = ["openapi/openapi.yaml", "generated/openapi.yaml", "generated/openapi-3.0.yaml"];

// These are other people's processes: run side by side, and with time for a busy machine.
vi.setConfig({ testTimeout: 60_000 });

// Everything runs in a folder of its own, so that no configuration of the project is found there.
const cwd = mkdtempSync(join(tmpdir(), "contract-accepted-"));
afterAll(() => rmSync(cwd, { recursive: true }));

const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
const run = (script: string, ...args: string[]) =>
  runNode([join(root, "node_modules", script), ...args], { cwd, env });

/** One path of the published document, and a response without its description, which OpenAPI demands. */
function breakDocument(): string {
  const [path] = Object.entries(published.paths as object);
  const copy = structuredClone({ ...published, paths: Object.fromEntries(path ? [path] : []) });
  const responses = valueAt(copy, ["components", "responses"]) as Record<string, { description?: string }>;
  const [first] = Object.values(responses);
  delete first?.description;
  writeFileSync(join(cwd, "broken.json"), JSON.stringify(copy));
  return join(cwd, "broken.json");
}
const broken = breakDocument();

writeFileSync(join(cwd, "stock.redocly.yaml"), "extends: [recommended-strict]\n");

async function redoclyFindings(document: string): Promise<unknown[]> {
  const args = ["--config", "stock.redocly.yaml", "--format", "json"];
  const { stdout, stderr } = await run("@redocly/cli/bin/cli.js", "lint", document, ...args);
  const report = /\{[\s\S]*\}/.exec(stdout)?.[0];
  if (report === undefined) throw new Error(`Redocly gave no report: ${stderr}`);
  return (JSON.parse(report) as { problems: unknown[] }).problems;
}

writeFileSync(join(cwd, "stock.spectral.yaml"), 'extends: ["spectral:oas"]\n');

async function spectralFindings(document: string): Promise<unknown[]> {
  const args = ["--ruleset", "stock.spectral.yaml", "--format", "json", "--quiet"];
  const { stdout, stderr } = await run("@stoplight/spectral-cli/dist/index.js", "lint", document, ...args);
  if (!stdout.startsWith("[")) throw new Error(`Spectral gave no report: ${stderr}`);
  return JSON.parse(stdout) as unknown[];
}

async function schemaFindings(document: string): Promise<unknown[]> {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(parse(readFileSync(document, "utf8")));
  expect(validator.version).toBe("3.1");
  return valid ? [] : [errors];
}

describe.concurrent.each([
  ["Redocly with recommended-strict", redoclyFindings],
  ["Spectral with spectral:oas", spectralFindings],
])("%s", (_, findings) => {
  test.each(documents)("finds nothing in %s", async (document) => {
    expect(await findings(join(root, document))).toEqual([]);
  });

  test("finds a response without its description", async () => {
    expect(JSON.stringify(await findings(broken))).toContain("description");
  });
});

describe.concurrent("the official schema of OpenAPI 3.1", () => {
  test("accepts the published document", async () => {
    expect(await schemaFindings(join(root, "generated/openapi.yaml"))).toEqual([]);
  });

  test("accepts the hand-written document, once its files are put together", async () => {
    const bundle = join(cwd, "bundle.json");
    const source = join(root, "openapi/openapi.yaml");
    const { status, stderr } = await run("@redocly/cli/bin/cli.js", "bundle", source, "--output", bundle);
    expect(status, stderr).toBe(0);
    expect(await schemaFindings(bundle)).toEqual([]);
  });

  test("refuses a response without its description", async () => {
    expect(JSON.stringify(await schemaFindings(broken))).toContain("description");
  });
});

describe.concurrent("stock openapi-typescript", () => {
  /** What it makes of a document, without the comment at the top. */
  async function typesOf(document: string): Promise<string> {
    const output = join(cwd, `${document.replaceAll("/", "-")}.ts`);
    const { status, stderr } = await run(
      "openapi-typescript/bin/cli.js",
      join(root, document),
      "--output",
      output,
    );
    expect(status, stderr).toBe(0);
    return fromFirstExport(readFileSync(output, "utf8"));
  }
  const ours = fromFirstExport(readText("generated/types.ts"));

  test("makes of the hand-written files the very types that are published, but for what comments say", async () => {
    const withoutComments = (text: string) => text.replace(/\/\*\*[\s\S]*?\*\//g, "");
    expect(withoutComments(await typesOf("openapi/openapi.yaml"))).toBe(withoutComments(ours));
  });

  test("makes of the bundle types that are the same to a compiler, whatever the bundle repeats", async () => {
    const folder = mkdtempSync(join(cwd, "types-"));
    writeFileSync(join(folder, "ours.ts"), ours);
    writeFileSync(join(folder, "theirs.ts"), await typesOf("generated/openapi.yaml"));
    const names = ["paths", "operations", "components"];
    const claims = names.flatMap((name) => [
      `export const to_${name} = (ours: ours.${name}): theirs.${name} => ours;`,
      `export const from_${name} = (theirs: theirs.${name}): ours.${name} => theirs;`,
    ]);
    const imports = ["ours", "theirs"].map((name) => `import type * as ${name} from "./${name}";`);
    writeFileSync(join(folder, "claims.ts"), [...imports, ...claims, ""].join("\n"));
    expect(await compileFolder(folder)).toBe("");
  });
});

function fromFirstExport(text: string): string {
  return text.slice(text.indexOf("export "));
}
