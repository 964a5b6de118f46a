import { createRequire } from "node:module";
import type { Tool } from "../report/index.ts";
import { readText } from "./files.ts";

const require = createRequire(import.meta.url);

// The package resolves its own files by its own name, so that the same line works in the sources and in dist/.
const NAME = "@cstar.help/api-contract";

/** Path of a file that the package exports, such as `openapi.yaml`. */
export function packageFile(entry: string): string {
  return require.resolve(`${NAME}/${entry}`);
}

const manifest = JSON.parse(readText(packageFile("package.json"))) as {
  name: string;
  version: string;
  homepage: string;
};

/** What reports and `--version` call this tool. */
export const tool: Tool = { name: manifest.name, version: manifest.version, url: manifest.homepage };
