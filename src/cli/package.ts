import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Tool } from "../report/index.ts";

const require = createRequire(import.meta.url);

// The package finds its own files by its own name, so that the same line works from the sources and from dist/.
const NAME = "@cstar.help/api-contract";

/** Path of a file that the package exports, such as `openapi.yaml`. */
export function packageFile(entry: string): string {
  return require.resolve(`${NAME}/${entry}`);
}

const manifest = JSON.parse(readFileSync(packageFile("package.json"), "utf8")) as {
  name: string;
  version: string;
  homepage: string;
};

/** Who speaks in reports and in `--version`. */
export const tool: Tool = { name: manifest.name, version: manifest.version, url: manifest.homepage };
