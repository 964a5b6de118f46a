import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "./command.ts";

/**
 * The files that patterns name, in order: `*` and `?` match within a name, `**` any folders. A pattern without them is a
 * file. What nobody wrote by hand (`node_modules`, folders that begin with a dot) is left out unless it is named.
 * @throws UsageError naming a pattern that matches nothing.
 */
export function expandPatterns(patterns: readonly string[]): string[] {
  return [...new Set(patterns.flatMap(expandPattern))];
}

function expandPattern(pattern: string): string[] {
  if (!/[*?]/.test(pattern) || existsSync(pattern)) return [pattern];
  const parts = pattern.split("\\").join("/").split("/");
  const fixed = parts.findIndex((part) => /[*?]/.test(part));
  const base = parts.slice(0, fixed).join("/");
  const folder = base === "" ? (pattern.startsWith("/") ? "/" : ".") : base;
  const found = existsSync(folder) ? listMatching(folder, parts.slice(fixed)) : [];
  if (found.length === 0) throw new UsageError(`No file matches ${JSON.stringify(pattern)}.`);
  return found
    .sort((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1))
    .map((file) => (folder === "." ? file : `${folder === "/" ? "" : folder}/${file}`));
}

/** A path as it is sorted: what is in a folder stands together. */
function inOrder(path: string): string {
  return path.replaceAll("/", "\0");
}

/** The files below a folder that the parts of a pattern lead to; no folder is opened that they do not lead into. */
function listMatching(folder: string, [part = "", ...rest]: readonly string[], prefix = ""): string[] {
  const entries = readdirSync(join(folder, prefix), { withFileTypes: true });
  const folders = entries.filter(
    (entry) => entry.isDirectory() && (entry.name === part || !isOfNobody(entry.name)),
  );
  const into = (name: string, parts: readonly string[]) => listMatching(folder, parts, `${prefix}${name}/`);
  if (part === "**") {
    const here = listMatching(folder, rest.length === 0 ? ["*"] : rest, prefix);
    return [...here, ...folders.flatMap(({ name }) => into(name, [part, ...rest]))];
  }
  const matches = partPattern(part);
  if (rest.length > 0) return folders.flatMap(({ name }) => (matches.test(name) ? into(name, rest) : []));
  return entries.flatMap((entry) =>
    !entry.isDirectory() && matches.test(entry.name) ? [`${prefix}${entry.name}`] : [],
  );
}

/** What nobody wrote by hand. */
function isOfNobody(name: string): boolean {
  return name === "node_modules" || name.startsWith(".");
}

function partPattern(part: string): RegExp {
  const name = part
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", "[^/]*")
    .replaceAll("?", "[^/]");
  return new RegExp(`^${name}$`, "u");
}
