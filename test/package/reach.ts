import { posix } from "node:path";
import ts from "typescript";

type ReadText = (path: string) => string;

/** Every compiled file that somebody who loads `modules` may come to, with its types, maps and sources. */
export function reach(modules: readonly string[], read: ReadText): Set<string> {
  const reached = new Set<string>();
  const open = [...modules];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    if (path.endsWith(".map")) open.push(...sourcesOf(path, read));
    else if (isCompiled(path)) open.push(...companions(path), ...importsOf(path, read));
  }
  return reached;
}

/** The files that a source map leads to. */
export function sourcesOf(map: string, read: ReadText): string[] {
  const { sourceRoot, sources } = JSON.parse(read(map)) as { sourceRoot?: string; sources: string[] };
  return sources.map((source) => posix.join(posix.dirname(map), sourceRoot ?? "", source));
}

function isCompiled(path: string): boolean {
  return path.endsWith(".js") || path.endsWith(".d.ts");
}

// A module of types alone is compiled to nothing, and its source map says so; they come and go together.
function companions(path: string): string[] {
  const stem = path.replace(/(\.js|\.d\.ts)$/, "");
  return [".js", ".js.map", ".d.ts", ".d.ts.map"].map((extension) => stem + extension);
}

/**
 * The relative imports of a compiled file, dynamic ones and the modules of workers too. Declarations name the source, and
 * mean its declaration.
 */
function importsOf(path: string, read: ReadText): string[] {
  const text = read(path);
  const workers = [...text.matchAll(/new URL\("(\.[^"]*\.js)", import\.meta\.url\)/g)];
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return [...importedFiles.map(({ fileName }) => fileName), ...workers.map(([, name = ""]) => name)]
    .filter((name) => name.startsWith("."))
    .map((name) => posix.join(posix.dirname(path), name.replace(/\.ts$/, ".d.ts")));
}
