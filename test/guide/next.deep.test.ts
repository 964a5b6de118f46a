import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { page, startServer, type TestServer } from "../client/server.ts";
import { root } from "../contract/project.ts";
import { runNode } from "../contract/run.ts";
import { installFolder } from "../install.ts";
import { freePort } from "../mock/mock.ts";
import { manifest } from "../package/manifest.ts";
import { packProject } from "../package/pack.ts";
import { preload } from "./run.ts";
import { guideText } from "./tool-project.ts";

const folder = join(root, "test/guide/next");
const next = join(folder, "node_modules/next/dist/bin/next");
const variables = ["CSTAR_API_KEY", "CSTAR_TEAM_ID"];
const bare = Object.fromEntries(Object.entries(process.env).filter(([name]) => !variables.includes(name)));
const env = { ...bare, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" } as const;

/** What the guide warns of: a client that asks each time, and a call that says how long its response may be kept. */
const unkept = guideText("app/page.jsx")
  .replace('cache: "force-cache"', 'cache: "no-store"')
  .replace("./cstar.js", "../cstar.js");
/** A page without the line that the guide demands. */
const baked = `import { cstar } from "../cstar.js";
export default async function Articles() {
  const { error } = await cstar.articles.list();
  return <p>{error ? error.code : "asked"}</p>;
}
`;

describe("Next.js", () => {
  const temporary = mkdtempSync(join(tmpdir(), "contract-next-"));
  let site: string;
  let api: TestServer;
  let started: ChildProcess;
  let origin: string;

  beforeAll(async () => {
    installFolder(folder, "test/guide/next (Next.js)");
    const packed = await packProject(temporary);
    site = mkdtempSync(join(folder, ".site-")); // Next wants all modules below one folder
    const modules = join(site, "node_modules");
    cpSync(packed.folder, join(modules, manifest.name), { recursive: true });
    for (const name of Object.keys(manifest.dependencies)) {
      cpSync(join(root, "node_modules", name), join(modules, name), { recursive: true });
    }
    const files = {
      "package.json": '{ "type": "module" }',
      "preload.mjs": preload,
      "app/layout.jsx":
        "export default function Layout({ children }) { return <html><body>{children}</body></html>; }\n",
      "app/cstar.js": guideText("app/cstar.js"),
      "app/page.jsx": guideText("app/page.jsx"),
      "app/unkept/page.jsx": unkept,
      "app/baked/page.jsx": baked,
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(site, name)), { recursive: true });
      writeFileSync(join(site, name), text);
    }
    const built = await runNode([next, "build"], { cwd: site, env });
    expect(built, "the build, which has no variables").toMatchObject({ status: 0 });
    api = await startServer();
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    started = spawn(process.execPath, [next, "start", "--port", `${port}`], {
      cwd: site,
      env: {
        ...env,
        ...{ CSTAR_API_KEY: "sk_test_guide", CSTAR_TEAM_ID: "550e8400-e29b-41d4-a716-446655440000" },
        NODE_OPTIONS: `--import ${join(site, "preload.mjs")}`,
        BASE_URL: api.baseUrl,
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise<void>((resolve, reject) => {
      started.once("exit", (code) => reject(new Error(`Next ended with ${code}.`)));
      started.stdout?.on("data", (text) => /Ready/.test(String(text)) && resolve());
    });
  }, 600_000);
  afterAll(async () => {
    started?.kill();
    await api?.close();
    for (const path of [site, temporary]) if (path) rmSync(path, { recursive: true, force: true });
  });
  beforeEach(() => {
    api.seen.splice(0);
    api.reply(page([{ id: "art_1", title: "Refunds" }], false));
  });

  const show = async (path: string) => (await fetch(origin + path)).text();

  test("shows the page of the guide, built without the variables, and asks the API once an hour", async () => {
    for (const _ of [1, 2, 3]) expect(await show("/")).toContain("<li>Refunds</li>");
    expect(api.seen.map(({ headers }) => headers.authorization)).toEqual(["Bearer sk_test_guide"]);
  });

  test("keeps nothing where the options say both no-store and how long, as the guide warns", async () => {
    for (const _ of [1, 2]) expect(await show("/unkept")).toContain("<li>Refunds</li>");
    expect(api.seen).toHaveLength(2);
  });

  test("keeps the failure of the build in a page that does not say that it needs a request, as the guide warns", async () => {
    expect(await show("/baked")).toContain("<p>local_error</p>");
    expect(api.seen).toEqual([]);
  });
});
