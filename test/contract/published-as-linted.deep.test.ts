import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv } from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { filesOf } from "../../scripts/disk.ts";
import { docsFiles } from "../../scripts/docs/index.ts";
import { conformanceFacts } from "../../scripts/emit/conformance.ts";
import { planGenerated } from "../../scripts/plan.ts";
import { readSource } from "../../scripts/source.ts";
import { fromPointer, toPointer, valueAt } from "../../src/document/index.ts";
import { defaults } from "../../src/lint/configuration.ts";
import { lintWithRedocly } from "../../src/lint/redocly.ts";
import type { Copy } from "../copy.ts";
import { MISTAKES, mutantOf, valuesIn } from "./mutants.ts";
import { changed, lint, shortCopy, sourceFiles } from "./short-copy.ts";

vi.setConfig({ testTimeout: 3_600_000 });

// What is published is what is linted: of whatever lint has nothing to say everything can be made, and what is made of it is
// valid. The changes are the same on every run; `MUTANTS=1000 FUZZ_SEED=7` tries more and others.
const count = Number(process.env.MUTANTS ?? 60);

let copy: Copy;
beforeAll(() => {
  copy = shortCopy();
});
afterAll(() => copy.dispose());

interface Change {
  name: string;
  file: string;
  text: string;
}

/** Some of all values of the document, each put wrong in one way. */
function changes(): Change[] {
  const all = sourceFiles(copy).flatMap((file) => {
    const text = copy.read(file);
    return valuesIn(text).flatMap((value) => MISTAKES.map((mistake) => ({ file, text, value, mistake })));
  });
  const [picked = []] = fc.sample(
    fc.shuffledSubarray(all, { minLength: 2 * count, maxLength: 2 * count }),
    1,
  );
  const made = picked.flatMap(({ file, text, value, mistake }) => {
    const mutant = mutantOf(text, value, mistake);
    return mutant ? [{ name: `${file} ${value.keys.join("/")} ${mistake}`, file, text: mutant.text }] : [];
  });
  return made.slice(0, count);
}

type Json = Record<string, unknown>;

/** What is wrong with what is made of a document. */
async function faultsOf({ folder }: Copy): Promise<string[]> {
  const source = await readSource(filesOf(folder));
  const generated = await planGenerated(source);
  await docsFiles({ ...source, generated, facts: conformanceFacts(source) });
  const faults: string[] = [];
  for (const [name, dialect] of [
    ["openapi", new Ajv2020.default({ strict: false })],
    ["openapi-3.0", new Ajv({ strict: false })],
  ] as const) {
    const text = generated.find(({ path }) => path === `${name}.json`)?.content ?? "";
    const document: Json = JSON.parse(text);
    addFormats.default(dialect);
    const faulty = [
      ...(await redoclyFaults(`${name}.json`, text)),
      ...(await schemaFaults(document)),
      ...exampleFaults(dialect, document),
    ];
    faults.push(...faulty.map((fault) => `${name}: ${fault}`));
  }
  return faults;
}

async function redoclyFaults(entry: string, text: string): Promise<string[]> {
  const files = new Map([[entry, { text, data: JSON.parse(text) }]]);
  const problems = await lintWithRedocly({ entry, files, settings: defaults.redocly });
  return problems.map(({ rule, pointer, message }) => `${rule} ${pointer} ${message}`);
}

async function schemaFaults(document: Json): Promise<string[]> {
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  return valid ? [] : [`official schema: ${JSON.stringify(errors).slice(0, 300)}`];
}

/** Examples of bodies that their own schema refuses. */
function exampleFaults(ajv: Ajv, document: Json): string[] {
  ajv.addSchema({ ...document, $id: "https://contract.test/document.json" });
  const faults: string[] = [];
  const visit = (value: unknown, keys: string[]): void => {
    if (typeof value !== "object" || value === null) return;
    const { schema, examples } = value as {
      schema?: unknown;
      examples?: Record<string, { value?: unknown }>;
    };
    const pointer = toPointer([...keys, "schema"]);
    for (const [name, example] of Object.entries(schema && examples ? examples : {})) {
      const fragment = fromPointer(pointer).map((key) => encodeURIComponent(toPointer([key]).slice(1)));
      const validate = ajv.getSchema(`https://contract.test/document.json#/${fragment.join("/")}`);
      if (!validate?.(example.value))
        faults.push(`${pointer}: example ${name}: ${ajv.errorsText(validate?.errors)}`);
    }
    for (const [key, inner] of Object.entries(value)) if (key !== "examples") visit(inner, [...keys, key]);
  };
  visit(valueAt(document, ["components", "responses"]), ["components", "responses"]);
  return faults;
}

test(`of ${count} changes of the document, those that lint lets pass make documents that are valid`, async () => {
  const broken: Record<string, string[]> = {};
  let passed = 0;
  for (const { name, file, text } of changes()) {
    const faults = await changed(copy, file, text, async () => {
      if ((await lint(copy)).length > 0) return [];
      passed++;
      return faultsOf(copy).catch((error: Error) => [error.message]);
    }).catch((error: Error) => [`lint: ${error.stack}`]);
    if (faults.length > 0) broken[name] = faults;
  }
  expect(broken).toEqual({});
  expect(passed).toBeGreaterThan(count / 20);
});
