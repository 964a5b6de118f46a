import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "./command.ts";

/**
 * The files that patterns name, in order: `*` and `?` match within a name, `**` any folders. A pattern without them is a
 * file. What nobody wrote by hand (`node_modules`, folders that begin with a dot) is left out.
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
  const matches = new RegExp(`^${parts.slice(fixed).map(partPattern).join("")}$`, "u");
  const folder = base === "" ? (pattern.startsWith("/") ? "/" : ".") : base;
  const found = existsSync(folder) ? listBelow(folder).filter((file) => matches.test(file)) : [];
  if (found.length === 0) throw new UsageError(`No file matches ${JSON.stringify(pattern)}.`);
  return found.map((file) => (folder === "." ? file : `${folder === "/" ? "" : folder}/${file}`));
}

function partPattern(part: string, index: number, all: readonly string[]): string {
  const isLast = index === all.length - 1;
  if (part === "**") return isLast ? ".*" : "(?:[^/]+/)*";
  const name = part
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", "[^/]*")
    .replaceAll("?", "[^/]");
  return isLast ? name : `${name}/`;
}

function listBelow(folder: string, prefix = ""): string[] {
  const entries = readdirSync(join(folder, prefix), { withFileTypes: true });
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return sorted.flatMap((entry) => {
    const path = `${prefix}${entry.name}`;
    if (!entry.isDirectory()) return [path];
    return entry.name === "node_modules" || entry.name.startsWith(".") ? [] : listBelow(folder, `${path}/`);
  });
}
