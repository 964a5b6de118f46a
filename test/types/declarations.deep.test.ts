import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../contract/project.ts";
import { runNode } from "../contract/run.ts";
import { type Copy, copyProject } from "../copy.ts";
import { installRuntimes, programIn } from "../runtimes/runtimes.ts";
import { ownCompiler } from "./compile.ts";
import { packageName } from "./programs.ts";

/** What others build on the client and publish with declarations of their own. */
const wrapper = `import {
  CStarError, createClient, createFetchClient, errorCatalog, isCStarError, unwrap, type ClientOptions, type ErrorOf,
} from "${packageName}";
import { CStarError as SameError } from "${packageName}/errors";
export const cstar = createClient({ apiKey: () => "sk_test_x", teamId: () => "t", fetch: async (url) => new Response(url) });
export const { tickets, customers } = cstar;
export const api = createFetchClient({ apiKey: "sk_test_x" });
export const create = cstar.tickets.create;
export const list = async () => cstar.tickets.list({ status: "open" });
export const either = async () => { const result = await list(); return result.ok ? result : result.error; };
export const ticket = async () => unwrap(cstar.tickets.get("x"));
export const parts = async () => { const { data, error } = await cstar.tickets.get("x"); return { data, error }; };
export type CreateError = ErrorOf<typeof cstar.tickets.create>;
export const walk = () => cstar.customers.iterate();
export const made = [new CStarError("timeout"), new SameError("parameter_missing", { param: "x" })];
export const check = (value: unknown) => isCStarError(value, "key_expired");
export const catalog = errorCatalog;
export const got = async () => api.GET("/teams/{teamId}/tickets", { params: { path: { teamId: "t" } }, maxRetries: 1 });
export class Service {
  client = createClient({ apiKey: "sk_test_x", teamId: "t" });
  async open(title: string) { return this.client.tickets.create({ title }); }
  fail = async () => (await this.open("x")).error;
}
export const options = (given: Partial<ClientOptions>) => ({ ...given, fetchOptions: { cache: "no-store" as const, next: {} } });
`;

/** Narrowing as programs without \`strict\` need it. */
const loose = `import { createClient } from "${packageName}";
const cstar = createClient({ apiKey: "sk_test_x", teamId: "t" });
export async function title(): Promise<string> {
  const result = await cstar.tickets.get("x");
  if (!result.ok) return result.error.code;
  return result.data.title;
}
`;

let copy: Copy;
const folder = realpathSync(mkdtempSync(join(tmpdir(), "contract-declarations-")));
beforeAll(async () => {
  installRuntimes();
  copy = copyProject();
  const { status, stdout, stderr } = await copy.run("build");
  expect(status, stdout + stderr).toBe(0);
  for (const layout of ["npm", "pnpm"] as const) installAs(layout);
}, 600_000);
afterAll(() => {
  copy.dispose();
  rmSync(folder, { recursive: true });
});

/** Makes a project with the package and what it needs: side by side, or each behind a link, as pnpm does it. */
function installAs(layout: "npm" | "pnpm"): void {
  const modules = join(folder, layout, "node_modules");
  const store = layout === "npm" ? modules : join(modules, ".pnpm/all/node_modules");
  mkdirSync(join(store, packageName), { recursive: true });
  for (const part of ["package.json", "dist"]) {
    cpSync(join(copy.folder, part), join(store, packageName, part), { recursive: true });
  }
  for (const name of ["openapi-fetch", "openapi-typescript-helpers"]) {
    cpSync(join(root, "node_modules", name), join(store, name), { recursive: true });
  }
  for (const name of ["@types/node", "undici-types"]) {
    cpSync(join(root, "node_modules", name), join(modules, name), { recursive: true });
  }
  if (layout === "pnpm") {
    mkdirSync(dirname(join(modules, packageName)), { recursive: true });
    symlinkSync(join(store, packageName), join(modules, packageName), "junction");
  }
  const write = (name: string, text: string) => writeFileSync(join(folder, layout, name), text);
  write("package.json", '{ "type": "module" }');
  write("wrapper.ts", wrapper);
  write("loose.ts", loose);
  // No DOM: what the platform has comes from the types of Node.
  const compilerOptions = {
    ...{
      target: "ES2022",
      lib: ["ES2022"],
      types: ["node"],
      module: "NodeNext",
      moduleResolution: "NodeNext",
    },
    ...{ strict: true, declaration: true, skipLibCheck: false, outDir: "out" },
  };
  write("tsconfig.json", JSON.stringify({ compilerOptions, files: ["wrapper.ts"] }));
  write(
    "tsconfig.loose.json",
    JSON.stringify({ extends: "./tsconfig.json", compilerOptions: { strict: false }, files: ["loose.ts"] }),
  );
}

async function errorsOf(script: string, project: string): Promise<string[]> {
  const { stdout } = await runNode([script, "-p", join(folder, project), "--pretty", "false"]);
  return stdout.split("\n").filter((line) => /error TS/.test(line));
}

const native = join(root, "node_modules/typescript-native/bin/tsc");
const old = (version: string) => programIn(`typescript-${version}/bin/tsc`);

describe("a wrapper with declarations of its own, checked with all those of the package and without the DOM,", () => {
  test.each(["npm", "pnpm"])("compiles where %s has installed the package", async (layout) => {
    expect(await errorsOf(ownCompiler, layout)).toEqual([]);
  });

  test("compiles with the newest TypeScript and with 5.4", async () => {
    expect(await errorsOf(native, "pnpm")).toEqual([]);
    expect(await errorsOf(old("5.4"), "pnpm")).toEqual([]);
  });

  test("compiles with TypeScript 5.0, whose only errors are in the declarations of openapi-fetch", async () => {
    const errors = await errorsOf(old("5.0"), "npm");
    expect(errors.filter((line) => !/node_modules\/openapi-/.test(line))).toEqual([]);
  });
});

test("a result narrows without strict, too", async () => {
  expect(await errorsOf(ownCompiler, "npm/tsconfig.loose.json")).toEqual([]);
});
