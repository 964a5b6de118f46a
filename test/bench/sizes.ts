import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { generateHeyApi, heyApiFolder } from "./calls/hey-api.ts";
import { printTable, times } from "./support.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bench = fileURLToPath(new URL("./", import.meta.url));

/** What a page loads for each: minified, gzipped, in bytes. */
export async function reportSizes(): Promise<void> {
  await generateHeyApi();
  const programs: [string, string][] = [
    ["openapi-fetch alone", 'export { default } from "openapi-fetch";'],
    ["a program with createClient", `export { createClient, unwrap } from "${root}src/entries/main.ts";`],
    ["all of it, createFetchClient too", `export * from "${root}src/entries/main.ts";`],
    ["./errors", `export * from "${root}src/entries/errors.ts";`],
    ["types only", `import type { Ticket } from "${root}src/entries/main.ts"; export type { Ticket };`],
    [
      "hey-api",
      `export * from "${heyApiFolder}/sdk.gen.ts"; export { client } from "${heyApiFolder}/client.gen.ts";`,
    ],
    ["ky", 'export { default } from "ky";'],
    ["ofetch", 'export { ofetch } from "ofetch";'],
    ["stripe", 'export { default } from "stripe";'],
    [
      "octokit + retry",
      'export { Octokit } from "@octokit/core"; export { retry } from "@octokit/plugin-retry";',
    ],
  ];
  const sizes = await Promise.all(
    programs.map(async ([name, code]) => [name, ...(await weigh(code))] as const),
  );
  const base = sizes[0]?.[2] ?? Number.NaN;
  const rows = sizes.map(([name, minified, gzipped]) => [
    name,
    String(minified),
    String(gzipped),
    times(gzipped / base),
  ]);
  printTable("Size in a browser bundle, bytes", ["", "minified", "gzipped", "beside openapi-fetch"], rows);
  console.log("Gates, and what each part costs: test/size.");
}

async function weigh(contents: string): Promise<[minified: number, gzipped: number]> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: bench, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  return [code.length, code.length === 0 ? 0 : gzipSync(code, { level: 9 }).length];
}
