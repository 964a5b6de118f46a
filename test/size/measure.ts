import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { root } from "../contract/project.ts";

/** What a program of somebody who uses the package weighs, in bytes. */
export interface Size {
  minified: number;
  gzipped: number;
  /** The bundle. */
  text: string;
  /** Bytes of each module in the bundle, before compression, the largest first. */
  parts: [path: string, bytes: number][];
}

/** Bundles `program`, whose imports are as from the folder of the project, as for a browser. */
export async function measure(program: string): Promise<Size> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: root, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const parts = inputs.map(([path, { bytesInOutput }]): [string, number] => [path, bytesInOutput]);
  return {
    minified: code.length,
    text: new TextDecoder().decode(code),
    gzipped: code.length === 0 ? 0 : gzipSync(code, { level: 9 }).length,
    parts: parts.filter(([, bytes]) => bytes > 0).sort(([, a], [, b]) => b - a),
  };
}
