import { createRequire } from "node:module";
import { build } from "esbuild";
import { readText } from "../disk.ts";
import type { Assets } from "./page/index.ts";

const PAGE = "scripts/docs/page";

/** Style and script of the error reference, made small. esbuild writes `</script` so that it ends nothing. */
export async function pageAssets(): Promise<Assets> {
  const { outputFiles } = await build({
    entryPoints: [`${PAGE}/page.css`, `${PAGE}/theme-init.ts`, `${PAGE}/page.ts`],
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
  return { css: textOf("page.css"), themeInit: textOf("theme-init.js"), script: textOf("page.js") };
}

// Redoc fetches the picture beside its own name from a server of its maker; this says the same without a request.
const REDOC_LOGO =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 50 14' height='14'%3E%3Ctext y='11' " +
  "font-size='12' font-family='sans-serif' fill='%230044d4'%3ERedocly%3C/text%3E%3C/svg%3E";

/** Redoc, as the installed package has it, but for the addresses of pictures on other servers. */
export function redocBundle(): string {
  const file = createRequire(import.meta.url).resolve("@redocly/cli/lib/chunks/redoc.standalone.js");
  return readText(file).replaceAll(/https:\/\/cdn\.[\w./-]+/g, REDOC_LOGO);
}
