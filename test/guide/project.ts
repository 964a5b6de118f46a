import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../contract/project.ts";
import type { Sample } from "./samples.ts";

/** A folder with the samples in it, as one project of somebody who uses the package. */
export interface Project {
  folder: string;
  files: string[];
  remove(): void;
}

export function writeProject(samples: readonly Sample[]): Project {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "contract-guide-")));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  const files = samples.map(({ name, code }) => {
    const file = join(folder, `${name}.ts`);
    writeFileSync(file, code);
    return file;
  });
  return { folder, files, remove: () => rmSync(folder, { recursive: true }) };
}
