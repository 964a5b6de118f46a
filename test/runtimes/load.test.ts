import { readdirSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { root } from "../contract/project.ts";

// Spectral itself runs in Node alone.
const entries = readdirSync(`${root}src/entries`).filter((file) => file !== "spectral.ts");

describe("Where there is only JavaScript, without what browsers and Node add, as in some test environments, one can import", () => {
  it.each(entries)("%s", async (entry) => {
    const { outputFiles } = await build({
      entryPoints: [`${root}src/entries/${entry}`],
      bundle: true,
      format: "iife",
      globalName: "loaded",
      platform: "browser",
      write: false,
      logLevel: "silent",
    });
    const names = runInNewContext(`${outputFiles[0]?.text}; Object.keys(loaded).length`, {});
    expect(names).toBeGreaterThan(0);
  });
});
