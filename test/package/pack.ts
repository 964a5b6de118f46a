import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { compile } from "../../scripts/compile.ts";
import { root } from "../contract/project.ts";
import { succeed } from "./run.ts";

/** The package as it would be published. */
export interface Packed {
  tarball: string;
  /** The folder with its unpacked files. */
  folder: string;
  /** Their paths, sorted, with slashes. */
  files: string[];
  /** @throws when there is no such file. */
  text(path: string): string;
}

const LEFT_BEHIND = /(^|\/)(node_modules|\.git|dist|\.output|\.site-\w+|peers|bench)(\/|$)/;

/**
 * Compiles a copy of the project in `temporary` and packs it, so that neither an old `dist/` nor a build that is running
 * elsewhere has a say.
 */
export async function packProject(temporary: string): Promise<Packed> {
  const copy = join(temporary, "project");
  cpSync(root, copy, {
    recursive: true,
    filter: (path) => !LEFT_BEHIND.test(relative(root, path).split(sep).join("/")),
  });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "dir");
  const { findings } = await compile(join(copy, "tsconfig.build.json"));
  if (findings.length > 0)
    throw new Error(`The package does not compile:\n${JSON.stringify(findings, null, 2)}`);
  const packed = join(temporary, "packed");
  mkdirSync(packed);
  await succeed(copy, "npm", "pack", "--ignore-scripts", "--pack-destination", packed);
  const [name = ""] = readdirSync(packed);
  await succeed(packed, "tar", "-xzf", name);
  const folder = join(packed, "package");
  return {
    tarball: join(packed, name),
    folder,
    files: filesBelow(folder),
    text: (path) => readFileSync(join(folder, path), "utf8"),
  };
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  return files
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
