import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../contract/project.ts";
import { type Ended, runNode } from "../contract/run.ts";
import { writeProject } from "./project.ts";
import type { Sample } from "./samples.ts";

/** Samples that are ready to be run. */
export interface Runnable {
  /** Runs one to its end, with `baseUrl` where it calls the API. */
  run(name: string, baseUrl: string): Promise<Ended>;
  /** The module that one became. */
  file(name: string): string;
  remove(): void;
}

/** Sends what is meant for the API to a server of ours, and takes chance out of the waits. */
export const preload = `
const real = globalThis.fetch;
globalThis.fetch = (url, init) => real(String(url).replace("https://www.cstar.help/api/v1", process.env.BASE_URL), init);
Math.random = () => 0;
`;

const name = "@cstar.help/api-contract";
/** The entries of the package by their names, each the file that it is made of. */
export const entries: Record<string, string> = Object.fromEntries(
  ["server", "sandbox", "verify", "errors"].map((entry) => [
    `${name}/${entry}`,
    join(root, `src/entries/${entry}.ts`),
  ]),
);
entries[name] = join(root, "src/entries/main.ts");

export async function prepare(samples: readonly Sample[]): Promise<Runnable> {
  const { folder, files, remove } = writeProject(samples);
  const out = join(folder, "out");
  await build({
    entryPoints: files,
    outdir: out,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    outExtension: { ".js": ".mjs" },
    alias: entries,
    external: ["playwright-core"], // what loads its own parts at run time cannot be bundled
    logLevel: "silent",
  });
  mkdirSync(out, { recursive: true });
  const first = join(out, "preload.mjs");
  writeFileSync(first, preload);
  const file = (name: string) => join(out, `${name}.mjs`);
  return {
    file,
    run: (name, baseUrl) =>
      runNode(["--import", first, file(name)], {
        env: {
          ...process.env,
          BASE_URL: baseUrl,
          NO_COLOR: "1",
          CSTAR_API_KEY: "sk_test_guide",
          CSTAR_TEAM_ID: "550e8400-e29b-41d4-a716-446655440000",
        },
      }),
    remove,
  };
}
