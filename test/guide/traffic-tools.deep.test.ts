import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { runNode } from "../contract/run.ts";
import { deletion, notFound } from "../verify/records.ts";
import { entries } from "./run.ts";
import { readToolSamples } from "./samples.ts";
import { installTrafficTools, trafficTools } from "./traffic-tools.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 }); // the tools are installed first

const samples = readToolSamples("traffic");
const name = "@cstar.help/api-contract";

let folder = "";
beforeAll(() => {
  installTrafficTools();
  folder = mkdtempSync(join(tmpdir(), "traffic-tools-"));
  symlinkSync(join(trafficTools, "node_modules"), join(folder, "node_modules"), "junction");
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  for (const { name: file, code } of samples.values()) writeFileSync(join(folder, file), code);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A program of the guide as one module, with the package as it is here. */
async function bundle(file: string, format: "esm" | "iife", external: string[] = []): Promise<string> {
  const outfile = join(folder, file.replace(/\.js$/, ".out.js"));
  const entryPoints = [join(folder, file)];
  await build({ entryPoints, outfile, bundle: true, format, alias: entries, external, logLevel: "silent" });
  return outfile;
}

describe("The guide to traffic", () => {
  it("shows programs for msw and Cypress that compile, JavaScript as they are", () => {
    expect([...samples.keys()]).toEqual(["msw.js", "cypress.js"]);
    const program = ts.createProgram(
      [...samples.keys()].map((file) => join(folder, file)),
      {
        ...{ allowJs: true, checkJs: true, strict: true, skipLibCheck: true, noEmit: true },
        ...{
          allowImportingTsExtensions: true,
          types: ["cypress"],
          typeRoots: [join(folder, "node_modules")],
        },
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        paths: { [`${name}/verify`]: [entries[`${name}/verify`] ?? ""] },
      },
    );
    const errors = ts
      .getPreEmitDiagnostics(program)
      .filter(({ file }) => file?.fileName.startsWith(folder))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    expect(errors).toEqual([]);
  });

  it("shows what msw's handlers do wrong", async () => {
    const file = await bundle("msw.js", "esm", ["msw", "msw/node"]);
    const { stdout, stderr } = await runNode([file], { cwd: folder });
    expect([stdout, stderr]).toEqual([samples.get("msw.js")?.prints, ""]);
  });

  it.each([
    { what: "passes a suite whose responses conform", records: [notFound(), deletion()], want: true },
    {
      what: "fails one in which a response does not",
      records: [notFound(), notFound({ status: 400 })],
      want: false,
    },
  ])("shows support for Cypress that $what", async ({ records, want }) => {
    const code = readFileSync(await bundle("cypress.js", "iife"), "utf8");
    expect(await runCypress(code, records)).toEqual(want);
  });
});

type Response = { statusCode: unknown; headers: unknown; body: unknown };
type Interceptor = (request: Record<string, unknown>) => void;

/**
 * What Cypress does with a support file, as far as this one needs it, since its own program comes from a host of its own:
 * the hook before each test sets the interceptor, which is told of each request and hands on a callback for its response;
 * the hook at the end makes the assertion. What Cypress calls these things its types hold the file to, in the test above.
 * @returns whether the suite passes.
 */
async function runCypress(code: string, records: readonly Record<string, unknown>[]): Promise<boolean> {
  const hooks: { beforeEach: (() => void)[]; after: (() => void)[] } = { beforeEach: [], after: [] };
  const interceptors: Interceptor[] = [];
  const assertions: Promise<boolean>[] = [];
  const cy = {
    intercept: (_pattern: string, interceptor: Interceptor) => interceptors.push(interceptor),
    wrap: (subject: Promise<Record<string, unknown>>) => ({
      its: (member: string) => ({
        should(chainer: string) {
          if (chainer !== "be.empty") throw new Error(`There is no ${chainer} here.`);
          assertions.push(subject.then((value) => (value[member] as unknown[]).length === 0));
        },
      }),
    }),
  };
  const globals = {
    ...{ cy, URL, TextDecoder, TextEncoder },
    beforeEach: (hook: () => void) => hooks.beforeEach.push(hook),
    after: (hook: () => void) => hooks.after.push(hook),
  };
  runInNewContext(code, globals);
  for (const { method, url, status, headers, body } of records) {
    interceptors.length = 0;
    for (const hook of hooks.beforeEach) hook();
    for (const intercept of interceptors) {
      const response: Response = { statusCode: status, headers, body };
      intercept({ method, url, continue: (callback: (response: Response) => void) => callback(response) });
    }
  }
  for (const hook of hooks.after) hook();
  if (assertions.length === 0) throw new Error("Nothing was asserted.");
  return (await Promise.all(assertions)).every(Boolean);
}
