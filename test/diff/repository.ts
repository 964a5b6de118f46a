import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import type { SideFiles } from "../../src/diff/sides/read-side.ts";
import type { Json } from "./support.ts";

/** A Git repository of a test, in a temporary folder. */
export interface Repository {
  folder: string;
  write(file: string, text: string | Json): void;
  /** Runs Git there. */
  git(...args: string[]): string;
  /** Commits everything; gives the hash. */
  commit(message: string): string;
  remove(): void;
}

// Nothing of the machine's own configuration may decide a test.
const ENV = {
  ...process.env,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
  ...Object.fromEntries(
    ["AUTHOR", "COMMITTER"].flatMap((who) => [
      [`GIT_${who}_NAME`, "T"],
      [`GIT_${who}_EMAIL`, "t@example.com"],
    ]),
  ),
};

export function createRepository(): Repository {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "contract-diff-")));
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: folder, env: ENV, encoding: "utf8" }).trim();
  git("init", "--quiet", "--initial-branch=main");
  return {
    folder,
    git,
    write(file, text) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(
        join(folder, file),
        typeof text === "string" ? text : stringify(text, { aliasDuplicateObjects: false }),
      );
    },
    commit(message) {
      git("add", "--all");
      git("commit", "--quiet", "--allow-empty", "--message", message);
      return git("rev-parse", "HEAD");
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The files below a folder, as the command line reads them from its working folder. */
export function filesIn(cwd: string): SideFiles {
  const at = (path: string) => (path.startsWith("/") ? path : join(cwd, path));
  return {
    read: (path) => readFileSync(at(path), "utf8"),
    list(path) {
      try {
        return readdirSync(at(path)).sort();
      } catch {
        return [];
      }
    },
  };
}
