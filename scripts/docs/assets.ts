import { createRequire } from "node:module";
import { build } from "esbuild";
import { readText } from "../disk.ts";
import type { Assets } from "./page/index.ts";

const PAGE = "scripts/docs/page";

/** Style and script of the error reference, made small. esbuild writes `</script` so that it ends nothing. */
export async function pageAssets(): Promise<Assets> {
  const { outputFiles } = await build({
    entryPoints: [`${PAGE}/page.css`, `${PAGE}/early.ts`, `${PAGE}/late.ts`],
    outdir: "/",
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    charset: "utf8",
    target: ["chrome123", "firefox128", "safari17.5"],
  });
  const textOf = (name: string) => {
    const file = outputFiles.find(({ path }) => path.endsWith(name));
    if (file === undefined) throw new Error(`esbuild made no ${name}.`);
    return file.text.trim();
  };
  return { css: textOf("page.css"), early: textOf("early.js"), late: textOf("late.js") };
}

/** Redoc, as the installed package has it. */
export function redocBundle(): string {
  return readText(createRequire(import.meta.url).resolve("@redocly/cli/lib/chunks/redoc.standalone.js"));
}
