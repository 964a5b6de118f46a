import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** A bundle, and every module that it is made of or leaves to its runtime. */
export interface Bundle {
  code: string;
  modules: string[];
}

/** The scenario with the whole client, as one module without imports that runs in browsers too. */
export async function bundleScenario(): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL("./scenario.ts", import.meta.url))],
    bundle: true,
    minify: true,
    format: "esm",
    // Nothing of Node is built in: a `node:` import would not be resolved and would end the build.
    platform: "browser",
    target: "es2022",
    metafile: true,
    write: false,
  });
  const modules = Object.values(metafile.inputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  return { code: outputFiles[0]?.text ?? "", modules: [...Object.keys(metafile.inputs), ...modules] };
}
