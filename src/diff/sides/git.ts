import { spawnSync } from "node:child_process";
import { DiffInputError } from "../input-error.ts";

/**
 * Reads files of a commit. One `ls-tree` and one `cat-file --batch` take milliseconds where a `git show` for each file
 * takes seconds. Arguments are passed as a list and never go through a shell.
 */
export interface Commit {
  /** Full hash. */
  hash: string;
  /** Every file, by its path from the root of the repository. */
  paths: ReadonlySet<string>;
  /**
   * The text of a file.
   * @throws when the commit has no such file.
   */
  read(path: string): string;
}

/** Enough for the blobs of a large repository; a pipe without a limit could use up the memory. */
const MAX_BYTES = 512 * 1024 * 1024;
/** More files than any document has: beyond it they are read one by one, as they are asked for. */
const MAX_AHEAD = 2000;

interface Output {
  ok: boolean;
  stdout: Buffer;
}

function git(cwd: string, args: readonly string[], input = ""): Output {
  const { error, status, stdout } = spawnSync("git", args, { cwd, input, maxBuffer: MAX_BYTES });
  if (error && "code" in error && error.code === "ENOENT") {
    throw new DiffInputError("`git` is not installed, or not in PATH. Install it, or compare two files.");
  }
  if (error) throw error;
  return { ok: status === 0, stdout };
}

function line({ stdout }: Output): string {
  return stdout.toString("utf8").trim();
}

/**
 * The path of a folder from the root of its repository, with `/` at its end; empty for the root itself.
 * @throws DiffInputError when it is in no repository.
 */
export function repositoryPrefix(cwd: string): string {
  const prefix = git(cwd, ["rev-parse", "--show-prefix"]);
  if (!prefix.ok) {
    throw new DiffInputError(`${cwd} is not in a Git repository. Run this in one, or compare two files.`);
  }
  return line(prefix);
}

/**
 * Opens the commit that `ref` names, or the one where HEAD left its history.
 * @throws DiffInputError when there is no such commit here.
 */
export function openCommit(cwd: string, { ref, mergeBase }: { ref: string; mergeBase: boolean }): Commit {
  repositoryPrefix(cwd); // says so if this is no repository
  const commit = git(cwd, ["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]);
  if (!commit.ok) throw new DiffInputError(missingCommit(cwd, ref));
  const hash = mergeBase ? findMergeBase(cwd, ref, line(commit)) : line(commit);
  return readCommit(cwd, hash);
}

function findMergeBase(cwd: string, ref: string, hash: string): string {
  const base = git(cwd, ["merge-base", hash, "HEAD"]);
  if (base.ok) return line(base);
  throw new DiffInputError(`${ref} and HEAD have no common commit${shallowHint(cwd)}.`);
}

function missingCommit(cwd: string, ref: string): string {
  const hint = shallowHint(cwd);
  const advice = hint === "" ? " Check its name; `git branch --all` and `git tag` list what there is" : hint;
  return `There is no commit ${JSON.stringify(ref)} in this repository${advice.startsWith(" Check") ? "." : ""}${advice}.`;
}

/** In a shallow clone, as CI makes them, most commits are missing. */
function shallowHint(cwd: string): string {
  const shallow = line(git(cwd, ["rev-parse", "--is-shallow-repository"])) === "true";
  return shallow
    ? ", which is a shallow clone: fetch more of it, in GitHub Actions with `fetch-depth: 0` for actions/checkout"
    : "";
}

function readCommit(cwd: string, hash: string): Commit {
  const listed = git(cwd, ["ls-tree", "-r", "-z", "--full-tree", hash]);
  if (!listed.ok)
    throw new DiffInputError(`The files of commit ${hash} cannot be listed: the repository is damaged.`);
  const ids = new Map<string, string>();
  for (const entry of listed.stdout.toString("utf8").split("\0")) {
    // <mode> <type> <object>TAB<path>; 100644 and 100755 are files, the others links and submodules
    const [, id, path] = /^100\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(entry) ?? [];
    if (id !== undefined && path !== undefined) ids.set(path, id);
  }
  const texts = new Map<string, string>();
  const fetch = (paths: readonly string[]): void => {
    const wanted = paths.filter((path) => ids.has(path) && !texts.has(path));
    const blobs = readBlobs(
      cwd,
      wanted.map((path) => ids.get(path) ?? ""),
    );
    for (const [index, path] of wanted.entries()) texts.set(path, blobs[index] ?? "");
  };
  return {
    hash,
    paths: new Set(ids.keys()),
    read(path) {
      if (!ids.has(path)) throw new Error(`commit ${hash.slice(0, 9)} has no such file`);
      if (!texts.has(path)) fetch(neighbours(path, [...ids.keys()]));
      return texts.get(path) ?? "";
    },
  };
}

/** The file, and all that may be parts of the same document: they are asked for next. */
function neighbours(path: string, all: readonly string[]): string[] {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const near = all.filter((other) => other.startsWith(folder) && /\.(ya?ml|json)$/i.test(other));
  return near.length > MAX_AHEAD ? [path] : [path, ...near.filter((other) => other !== path)];
}

/** Format of the answers: `<object> blob <size>LF<content>LF` (git-cat-file, "Batch output"). */
function readBlobs(cwd: string, ids: readonly string[]): string[] {
  const { ok, stdout } = git(cwd, ["cat-file", "--batch"], ids.map((id) => `${id}\n`).join(""));
  if (!ok)
    throw new DiffInputError("`git cat-file` failed: the repository is damaged, or Git is older than 2.0.");
  let at = 0;
  return ids.map((id) => {
    const end = stdout.indexOf("\n", at);
    const [, , size] = stdout.toString("utf8", at, end).split(" ");
    if (!/^\d+$/.test(size ?? "")) throw new DiffInputError(`Git has lost the object ${id}: fetch it again.`);
    const start = end + 1;
    at = start + Number(size) + 1;
    return stdout.toString("utf8", start, start + Number(size));
  });
}

/**
 * What to compare with when nobody says: the bundle of the last release before HEAD (tags `v1.2.3`), else the commit where
 * HEAD left the main branch.
 */
export function defaultBase(cwd: string, bundle: string): string {
  repositoryPrefix(cwd);
  const tags = git(cwd, [
    "tag",
    "--list",
    "v*",
    "--merged",
    "HEAD",
    "--no-contains",
    "HEAD",
    "--sort=-version:refname",
  ]);
  const [latest] = line(tags)
    .split("\n")
    .filter((tag) => /^v\d+\.\d+\.\d+$/.test(tag));
  if (latest !== undefined) return `git:${latest}:${bundle}`;
  const isLocal = git(cwd, ["rev-parse", "--verify", "--quiet", "refs/heads/main^{commit}"]).ok;
  return isLocal ? "git:main..." : "git:origin/main...";
}
