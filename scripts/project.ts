import { createRequire } from "node:module";
import type { Tool } from "../src/report/index.ts";

const manifest = createRequire(import.meta.url)("../package.json") as {
  name: string;
  version: string;
  homepage: string;
};

/** Where the parts of the project are, from its root, which every script runs in. */
export const project = {
  /** The hand-written document. */
  entry: "openapi/openapi.yaml",
  source: "openapi",
  generated: "generated",
  compiled: "dist",
  site: "dist/docs",
} as const;

/** Who speaks in reports. */
export const tool: Tool = { name: manifest.name, version: manifest.version, url: manifest.homepage };
