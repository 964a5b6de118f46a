import { readJson } from "../contract/project.ts";

/** What an entry of the package is: a data file, or a module with its types. */
type Target = string | { types: string; default: string };

interface Manifest {
  name: string;
  version: string;
  exports: Record<string, Target>;
  bin: Record<string, string>;
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
}

export const manifest = readJson("package.json") as Manifest;

const path = (target: string) => target.replace(/^\.\//, "");

/** The modules that somebody from outside can load or run. */
export const entryModules: string[] = [
  ...Object.values(manifest.exports).flatMap((target) =>
    typeof target === "string" ? [] : [target.types, target.default],
  ),
  ...Object.values(manifest.bin),
].map(path);

/** The files that are entries by themselves. */
export const entryData: string[] = Object.values(manifest.exports)
  .filter((target) => typeof target === "string")
  .map(path);

/** Names by which the modules are imported, such as `@cstar.help/api-contract/errors`. */
export const moduleNames: string[] = Object.entries(manifest.exports)
  .filter(([, target]) => typeof target !== "string")
  .map(([entry]) => manifest.name + entry.slice(1));
