import { build } from "esbuild";

/** The scripts that a page can have. */
export type Script = "errors" | "plain" | "notFound";

/** Style and scripts, ready to stand inside their elements. */
export interface Assets extends Record<Script, string> {
  css: string;
  /** Runs before the first paint. */
  themeInit: string;
  /** Explains a response; expects what it knows in a global variable. */
  explain: string;
}

let assets: Promise<Assets> | undefined;

/** Style and scripts of the site, made small; once in a process, since no document changes them. */
export function siteAssets(): Promise<Assets> {
  assets ??= makeAssets();
  return assets;
}

/** esbuild writes `</script` so that it ends nothing. */
async function makeAssets(): Promise<Assets> {
  const { outputFiles } = await build({
    entryPoints: {
      css: "scripts/docs/style/site.css",
      themeInit: "scripts/docs/browser/theme-init.ts",
      errors: "scripts/docs/browser/errors.ts",
      plain: "scripts/docs/browser/plain.ts",
      notFound: "scripts/docs/browser/not-found.ts",
      explain: "scripts/docs/browser/explain.ts",
    },
    // Reached only through what is not used, and gone afterwards.
    external: ["node:*"],
    outdir: "/",
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    charset: "utf8",
    target: ["chrome123", "firefox128", "safari17.5"],
  });
  const textOf = (name: string) => {
    const file = outputFiles.find(({ path }) => path.endsWith(`/${name}`));
    if (file === undefined) throw new Error(`esbuild made no ${name}.`);
    return file.text.trim();
  };
  return {
    css: textOf("css.css"),
    themeInit: textOf("themeInit.js"),
    errors: textOf("errors.js"),
    plain: textOf("plain.js"),
    notFound: textOf("notFound.js"),
    explain: textOf("explain.js"),
  };
}
