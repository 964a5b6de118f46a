import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { failure, meta, startServer, success, type TestServer } from "../client/server.ts";
import { runNode } from "../contract/run.ts";
import { installRuntimes, nodeProgram } from "../runtimes/runtimes.ts";
import { ownCompiler } from "../types/compile.ts";
import { type Proxied, startProxiedApi } from "./proxied-api.ts";
import { preload } from "./run.ts";
import { readToolSamples } from "./samples.ts";
import { guideOutput, guideText, openToolProjects, type ToolProjects } from "./tool-project.ts";

// One file for all that needs the tools and the packed package, so that they are installed once.
const temporary = mkdtempSync(join(tmpdir(), "contract-tools-"));
let tools: ToolProjects;
beforeAll(async () => {
  installRuntimes();
  tools = await openToolProjects(temporary);
}, 600_000);
afterAll(() => rmSync(temporary, { recursive: true }));

const ticket = { id: "tkt_a1B2c3D4e5F6", object: "ticket", title: "Charged twice for March" };
const key = { CSTAR_API_KEY: "sk_test_guide", CSTAR_TEAM_ID: "550e8400-e29b-41d4-a716-446655440000" };

/** Programs of the guide, by their names. */
const fromGuide = (...names: string[]) => Object.fromEntries(names.map((name) => [name, guideText(name)]));

test("what the guide shows together with other tools compiles strictly, JavaScript too", async () => {
  const names = [...readToolSamples().keys()].filter((name) => !name.startsWith("app/")); // those are Next's
  expect(names.length).toBeGreaterThan(5);
  const compilerOptions = {
    ...{ target: "ES2022", types: ["node", "jest"] },
    ...{ module: "NodeNext", moduleResolution: "NodeNext", jsx: "react-jsx" },
    ...{ strict: true, allowJs: true, checkJs: true, skipLibCheck: true, noEmit: true },
  };
  const config = JSON.stringify({ compilerOptions, files: [...names, "cstar.ts"] });
  const project = tools.project("compiled", { ...fromGuide(...names, "cstar.ts"), "tsconfig.json": config });
  const { stdout } = await runNode([ownCompiler, "-p", project.folder, "--pretty", "false"]);
  expect(stdout).toBe("");
});

describe("Jest", () => {
  const jest = ["jest/bin/jest.js", "--rootDir", ".", "--ci"];
  const compiled = { "package.json": "{}", ...fromGuide("jest.config.cjs", "tickets.test.js") };
  const asModules = { NODE_OPTIONS: "--experimental-vm-modules --no-warnings" };
  const passed = { status: 0, stderr: expect.stringContaining("Tests:       1 passed, 1 total") };

  test("runs the test of the guide when it loads modules as they are", async () => {
    const project = tools.project("jest-modules", fromGuide("tickets.test.js"));
    expect(await project.run(jest, asModules)).toMatchObject(passed);
  });

  test.each(["node", "jest-fixed-jsdom"])("runs it compiled, in the environment %s", async (environment) => {
    const project = tools.project(`jest-${environment}`, compiled);
    expect(await project.run([...jest, "--env", environment])).toMatchObject(passed);
  });

  test("runs it compiled where pnpm has installed the package", async () => {
    const project = tools.project("jest-pnpm", compiled);
    tools.installAsPnpm(project);
    expect(await project.run(jest)).toMatchObject(passed);
  });

  test("can require the package as it is from Node 24.9 on, and says before that what to do", async () => {
    const program = `const { errorCatalog } = require("@cstar.help/api-contract");
      test("is there", () => expect(errorCatalog.key_expired.status).toBe(401));`;
    const project = tools.project("jest-require", { "package.json": "{}", "required.test.js": program });
    expect(await project.run(jest, asModules, nodeProgram(24))).toMatchObject(passed);
    const before = await project.run(jest, asModules);
    expect(before).toMatchObject({ status: 1, stderr: expect.stringContaining("Must use import") });
  });

  test("has no fetch in the environment jsdom, so that no call succeeds there", async () => {
    const project = tools.project("jest-jsdom", compiled);
    const { status, stderr } = await project.run([...jest, "--env", "jsdom"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/Response is not defined|fetch is not|"local_error"|"connection_error"/);
  });
});

test("msw answers the client as the guide says", async () => {
  const project = tools.project("msw", fromGuide("missing-ticket.js"));
  const { stdout, stderr, status } = await project.run(["missing-ticket.js"]);
  expect({ stdout, stderr, status }).toEqual({
    stdout: guideOutput("missing-ticket.js"),
    stderr: "",
    status: 0,
  });
});

describe("ESLint with the configuration of the guide", () => {
  // A line that has to be reported ends with the rule.
  const program = `import { type CStarError, unwrap } from "@cstar.help/api-contract";
import { cstar } from "./cstar.js";

export async function lost(id: string): Promise<void> {
  await cstar.tickets.delete(id); // no-restricted-syntax
  await cstar.tickets.messages.create(id, { content: "Hello" }); // no-restricted-syntax
  unwrap(cstar.tickets.delete(id)); // @typescript-eslint/no-floating-promises
}

export async function kept(id: string): Promise<string> {
  await unwrap(cstar.tickets.delete(id));
  await unwrap(cstar.tickets.messages.create(id, { content: "Hello" }));
  const { error } = await cstar.tickets.get(id);
  return error ? error.code : (await cstar.tickets.get(id)).status.toString();
}

export function note(error: CStarError<"key_expired" | "timeout" | "aborted">): void {
  switch (error.code) { // @typescript-eslint/switch-exhaustiveness-check
    case "key_expired":
    case "timeout":
      globalThis.reportError(error);
  }
}
`;

  test("reports a failure that is lost and a case that is missing, and nothing else", async () => {
    const compilerOptions = {
      target: "ES2022",
      module: "NodeNext",
      strict: true,
      skipLibCheck: true,
      noEmit: true,
      types: ["node"],
    };
    const project = tools.project("eslint", {
      ...fromGuide("eslint.config.js", "cstar.ts"),
      "program.ts": program,
      "tsconfig.json": JSON.stringify({ compilerOptions, files: ["cstar.ts", "program.ts"] }),
    });
    const { stdout, stderr } = await project.run(["eslint/bin/eslint.js", "--format", "json", "."]);
    expect(stderr).toBe("");
    const files: { messages: { line: number; ruleId: string }[] }[] = JSON.parse(stdout);
    const found = files.flatMap(({ messages }) => messages.map(({ line, ruleId }) => [line, ruleId]));
    const wanted = program.split("\n").flatMap((line, index) => {
      const [, rule] = / \/\/ (\S+)$/.exec(line) ?? [];
      return rule ? [[index + 1, rule]] : [];
    });
    expect(found).toEqual(wanted);
  });
});

describe("TanStack Query with the component of the guide", () => {
  /** Shows the component in a page, and prints what is there when the query is done, or that it was given up. */
  const page = `import { JSDOM } from "jsdom";
const { window } = new JSDOM('<div id="root"></div>');
const { document, navigator } = window;
for (const [name, value] of Object.entries({ window, document, navigator, IS_REACT_ACT_ENVIRONMENT: true }))
  Object.defineProperty(globalThis, name, { value, configurable: true });
const { act } = await import("react");
const { createRoot } = await import("react-dom/client");
const { QueryClientProvider } = await import("@tanstack/react-query");
const { queryClient, TicketTitle } = await import("./ticket.js");
const real = globalThis.fetch;
let signal: AbortSignal | undefined;
globalThis.fetch = (url, init) => { signal = init?.signal ?? undefined; return real(url, init); };

const place = document.getElementById("root")!;
const root = createRoot(place);
const settled = new Promise<void>((resolve) => {
  queryClient.getQueryCache().subscribe(({ query }) => {
    if (query.state.status !== "pending") resolve();
  });
});
await act(async () =>
  root.render(<QueryClientProvider client={queryClient}><TicketTitle id="tkt_a1B2c3D4e5F6" /></QueryClientProvider>));
if (process.argv[2] === "leave") {
  console.log(place.innerHTML);
  await act(async () => root.unmount());
  console.log("aborted:", signal?.aborted);
} else {
  await act(async () => { await settled; await new Promise((resolve) => setTimeout(resolve)); });
  console.log(place.innerHTML);
}
process.exit(); // timers of the page would keep the process for minutes
`;

  let server: TestServer;
  beforeAll(async () => {
    const project = tools.project("query", {
      ...fromGuide("ticket.tsx", "cstar.ts"),
      "page.tsx": page,
      "preload.mjs": preload,
    });
    await build({
      entryPoints: ["page.tsx", "ticket.tsx", "cstar.ts"],
      absWorkingDir: project.folder,
      outdir: ".",
      format: "esm",
      jsx: "automatic",
    });
  });
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server.close());

  async function show(...args: string[]): Promise<string> {
    const project = tools.project("query", {});
    const { stdout, stderr } = await project.run(["--import", "./preload.mjs", "page.js", ...args], {
      ...key,
      BASE_URL: server.baseUrl,
    });
    expect(stderr).toBe("");
    return stdout;
  }

  test("shows what was found", async () => {
    server.reply(success(ticket));
    expect(await show()).toBe("<h1>Charged twice for March</h1>\n");
  });

  test("asks once for what is not there, and knows the code of the failure", async () => {
    server.reply(failure("resource_not_found"));
    expect(await show()).toBe("<p>There is no such ticket.</p>\n");
    expect(server.seen).toHaveLength(1);
  });

  test("leaves retries to the client: three requests, and not four times three", async () => {
    server.reply(failure("internal_error"));
    expect(await show()).toMatch(/^<p>\[internal_error\] .*<\/p>\n$/);
    expect(server.seen).toHaveLength(3);
  });

  test("aborts the request when the component goes", async () => {
    server.reply(() => {}); // never
    expect(await show("leave")).toBe("<h1>Loading …</h1>\naborted: true\n");
  });
});

describe("A proxy", () => {
  let api: Proxied;
  beforeAll(async () => {
    api = await startProxiedApi(JSON.stringify({ success: true, data: ticket, meta }));
  });
  afterAll(() => api.close());
  beforeEach(() => api.tunnels.splice(0));

  test.each([
    ["this Node", () => process.execPath],
    ["Node 22", () => nodeProgram(22)],
  ])("is used by undici's agent as the guide says, on %s", async (_, program) => {
    const project = tools.project("proxy", { ...fromGuide("proxy.js"), "ca.pem": api.certificate });
    const env = { ...key, HTTPS_PROXY: api.proxy, NODE_EXTRA_CA_CERTS: join(project.folder, "ca.pem") };
    const { stdout, stderr } = await project.run(["proxy.js"], env, program());
    expect([stdout, stderr]).toEqual([guideOutput("proxy.js"), ""]);
    expect(api.tunnels).toEqual(["www.cstar.help:443"]);
  });

  test("is used by Node 24 itself when NODE_USE_ENV_PROXY says so", async () => {
    const files = { ...fromGuide("first-call.ts", "cstar.ts"), "ca.pem": api.certificate };
    const project = tools.project("proxy-24", files);
    await build({
      entryPoints: ["first-call.ts", "cstar.ts"],
      absWorkingDir: project.folder,
      outdir: ".",
      format: "esm",
    });
    const env = {
      ...{ ...key, HTTPS_PROXY: api.proxy, NODE_EXTRA_CA_CERTS: join(project.folder, "ca.pem") },
      NODE_USE_ENV_PROXY: "1",
    };
    const { stdout, stderr } = await project.run(["first-call.js"], env, nodeProgram(24));
    expect(stderr).toBe("");
    expect(stdout).toContain("200: created tkt_a1B2c3D4e5F6");
    expect(api.tunnels).toEqual(["www.cstar.help:443"]);
  });
});
