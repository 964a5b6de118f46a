import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

/** What a browser loads, in bytes: bundled, minified and compressed. */
async function shipped(contents: string): Promise<{ bytes: number; text: string }> {
  const resolveDir = new URL("../../src/entries/", import.meta.url).pathname;
  const options = { bundle: true, minify: true, write: false, format: "esm", platform: "browser" } as const;
  const { outputFiles } = await build({ ...options, stdin: { contents, resolveDir, loader: "ts" } });
  const text = outputFiles[0]?.text ?? "";
  return { bytes: gzipSync(text, { level: 9 }).length, text };
}

describe("what is shipped", () => {
  it.each([
    ["the whole client with openapi-fetch", 'export * from "./main.ts"', 12_500],
    ["errors and catalog", 'export * from "./errors.ts"', 2_000],
    ["the check for an error of ours", 'export { isCStarError } from "./errors.ts"', 300],
  ])("%s stays small and needs nothing of Node", async (_, contents, most) => {
    const { bytes, text } = await shipped(contents);
    expect(bytes).toBeGreaterThan(50);
    expect(bytes).toBeLessThanOrEqual(most);
    expect(text).not.toMatch(/["']node:|\brequire\(|\bBuffer\b/);
  });
});
