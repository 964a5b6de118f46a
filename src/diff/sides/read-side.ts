import { relative, resolve, sep } from "node:path";
import { type Contract, readContractLeniently } from "../../contract/index.ts";
import { loadTree, type ReadText, type Tree } from "../../document/index.ts";
import type { Finding } from "../../report/index.ts";
import { DiffInputError } from "../input-error.ts";
import { type Commit, openCommit, repositoryPrefix } from "./git.ts";
import type { Side } from "./parse-side.ts";

/** One version of the contract, read as far as that was possible. */
export interface ReadSide {
  /** How a report calls it, such as `openapi.yaml` or `openapi.yaml at main (1a2b3c4d5)`. */
  label: string;
  contract: Contract;
  tree: Tree;
  /** What could not be read: it is compared as if it were not there. */
  findings: Finding[];
  /** Files of the same version besides the document, by their path from the root of the repository or the working folder. */
  files: SideFiles;
}

/** What else a version has beside its document. */
export interface SideFiles {
  /** The names in a folder; none if there is no such folder. */
  list(folder: string): string[];
  read: ReadText;
}

export interface Reading {
  /** The folder that paths of files start from. */
  cwd: string;
  /** Files on disk. */
  files: SideFiles;
  /** The other side, which has the path for a commit without one. */
  fallback: Side;
}

/**
 * Reads one side.
 * @throws DiffInputError when it cannot be found or is no OpenAPI 3 document; ContractError when it cannot be parsed.
 */
export function readSide(side: Side, reading: Reading): ReadSide {
  return side.kind === "file" ? readFileSide(side.path, reading) : readGitSide(side, reading);
}

function readFileSide(path: string, { files }: Reading): ReadSide {
  return readTree(loadTree(toPosix(path), files.read), { label: path, files });
}

function readGitSide(side: Side & { kind: "git" }, reading: Reading): ReadSide {
  const { cwd } = reading;
  const path = side.path === undefined ? fallbackPath(side, reading) : pathInRepository(cwd, side.path);
  const commit = openCommit(cwd, side);
  if (!commit.paths.has(path)) throw new DiffInputError(missingFile(side, path, commit));
  const files = { list: (folder: string) => listFolder(commit, folder), read: commit.read };
  const name = side.mergeBase ? `where HEAD left ${side.ref}` : `at ${side.ref}`;
  return readTree(loadTree(path, commit.read), {
    label: `${path} ${name} (${commit.hash.slice(0, 9)})`,
    files,
  });
}

function readTree(tree: Tree, { label, files }: Pick<ReadSide, "label" | "files">): ReadSide {
  const version = tree.reader.get(tree.root, "openapi")?.value;
  if (typeof version !== "string" || !version.startsWith("3.")) {
    throw new DiffInputError(
      `${label} is not an OpenAPI 3 document: it does not begin with \`openapi: 3.1.0\` or the like.`,
    );
  }
  const { contract, findings } = readContractLeniently(tree);
  return { label, contract, tree, findings, files };
}

function fallbackPath({ ref }: Side & { kind: "git" }, { cwd, fallback }: Reading): string {
  if (fallback.path === undefined) {
    throw new DiffInputError(`Which file of ${ref} is the document? Write \`git:${ref}:<path>\`.`);
  }
  if (fallback.kind === "git") return pathInRepository(cwd, fallback.path);
  return pathInRepository(cwd, `./${toPosix(relative(cwd, resolve(cwd, fallback.path)))}`);
}

/** Documents and Git write paths with `/` on every system. */
export function toPosix(path: string, separator = sep): string {
  return path.split(separator).join("/");
}

/** As in Git, a path starts at the root of the repository, and with `./` or `../` at the working folder. */
function pathInRepository(cwd: string, path: string): string {
  const isRelative = /^\.{1,2}\//.test(path);
  const parts: string[] = [];
  for (const part of `${isRelative ? repositoryPrefix(cwd) : ""}${path}`.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) throw new DiffInputError(`${path} is outside of the repository.`);
    } else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

function missingFile({ ref }: Side & { kind: "git" }, path: string, { hash, paths }: Commit): string {
  const base = path.slice(path.lastIndexOf("/") + 1);
  const alike = [...paths].filter(
    (other) => other.endsWith(`/${base}`) || /(^|\/)openapi\.(ya?ml|json)$/.test(other),
  );
  const offers = alike.slice(0, 3).map((other) => `\`git:${ref}:${other}\``);
  const advice = offers.length > 0 ? `such as ${offers.join(" or ")}` : `as \`git:${ref}:<path>\``;
  return `${ref} (${hash.slice(0, 9)}) has no file ${path}. If the document was called otherwise there, name it ${advice}.`;
}

function listFolder({ paths }: Commit, folder: string): string[] {
  const inside = [...paths].filter((path) => path.startsWith(`${folder}/`));
  return inside.map((path) => path.slice(folder.length + 1)).filter((name) => !name.includes("/"));
}
