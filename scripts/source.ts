import { type Contract, readContractLeniently } from "../src/contract/index.ts";
import { ContractError, loadTree, openTree, type Tree } from "../src/document/index.ts";
import {
  type Bundle,
  bundleTree,
  isUncompiled,
  type LintOptions,
  type LintResult,
  lintTree,
} from "../src/lint/index.ts";
import type { Finding } from "../src/report/index.ts";
import { filesOf, type ProjectFiles } from "./disk.ts";
import { readBundle } from "./emit/bundle.ts";
import { checkGenerated, checkPublishedExamples } from "./emit/check.ts";
import { checkExtensions } from "./extensions.ts";
import { project } from "./project.ts";
import { checkSchemas } from "./schemas.ts";

/** The hand-written document, read. */
export interface SourceDocument {
  tree: Tree;
  contract: Contract;
  bundle: Bundle;
}

export interface LintSourceOptions extends Pick<LintOptions, "signal" | "levels"> {
  files?: ProjectFiles;
}

/**
 * Reads `openapi/`.
 * @throws ContractError with every file that is unreadable, unreached or misnamed, and every fact that is missing; if there
 * are none, with everything that the generated code cannot have.
 */
export async function readSource(files: ProjectFiles = filesOf()): Promise<SourceDocument> {
  const present = listSource(files);
  const tree = loadTree(project.entry, files.readText);
  const { contract, findings } = readContractLeniently(tree);
  const all = [...findUnreached(tree, present), ...findings];
  if (all.length > 0) throw new ContractError(all);
  const bundle = await bundleOf(tree).catch((error: Error) => {
    throw new ContractError([noBundle(error)]);
  });
  const source = { tree, contract, bundle };
  const schemas = checkSchemas(tree, bundle);
  if (schemas.length > 0) throw new ContractError(schemas);
  const unprintable = [...checkGenerated(source), ...checkPublishedExamples(source)].filter(
    ({ severity }) => severity === "error",
  );
  if (unprintable.length > 0) throw new ContractError(unprintable);
  return source;
}

/**
 * All findings about the hand-written document: its files, its facts, its extensions, and what the linters say. What
 * cannot be read costs its own finding; facts are missed only in a document that could be read as a whole.
 */
export async function lintSource({
  files = filesOf(),
  ...options
}: LintSourceOptions = {}): Promise<LintResult> {
  const { readText } = files;
  const present = listSource(files);
  const { tree, findings: unopened } = openTree(project.entry, readText);
  const isWhole = !unopened.some(({ severity }) => severity === "error");
  const { contract, findings: missing } = readContractLeniently(tree);
  const facts = isWhole ? missing : [];
  const source = isWhole && missing.length === 0 && (await sourceOf(tree, contract));
  const schemas = source ? checkSchemas(tree, source.bundle) : [];
  const areSchemas = schemas.length === 0;
  const unprintable = source && areSchemas ? checkGenerated(source) : [];
  const unreached = isWhole ? findUnreached(tree, present) : [];
  const advice = unprintable.filter(({ severity }) => severity !== "error");
  const fatal = [...schemas, ...unprintable.filter(({ severity }) => severity === "error")];
  const more = [...unopened, ...unreached, ...checkExtensions(tree), ...advice, ...facts];
  const { findings, ...rest } = await lintTree(tree, { ...options, readText, more, isOwn: true });
  const isStruct = findings.some(({ rule }) => rule === "struct");
  if (source && areSchemas && !isStruct) fatal.push(...checkPublishedExamples(source));
  const told = areSchemas ? findings : findings.filter((finding) => !isUncompiled(finding));
  return { ...rest, findings: [...told, ...unreported(fatal, told)] };
}

/** The document with its bundle; undefined where it is so wrong that it has none, of which the linters tell. */
async function sourceOf(tree: Tree, contract: Contract): Promise<SourceDocument | undefined> {
  return bundleOf(tree).then(
    (bundle) => ({ tree, contract, bundle }),
    () => undefined,
  );
}

/**
 * The document in one piece.
 * @throws Error when there is none, be it that a part of it stayed outside.
 */
async function bundleOf(tree: Tree): Promise<Bundle> {
  const bundle = await bundleTree(tree);
  readBundle(bundle);
  return bundle;
}

function noBundle({ message }: Error): Finding {
  return {
    ...{ rule: "source-bundle", severity: "error", file: project.entry, line: 1, column: 1, pointer: "" },
    message: `The files make no whole (${message}). \`npm run lint\` says what is wrong with them.`,
  };
}

/** What stops the build, without what may follow from a mistake that is reported in the same file. */
function unreported(stops: readonly Finding[], findings: readonly Finding[]): Finding[] {
  const reported = new Set(findings.flatMap(({ severity, file }) => (severity === "error" ? [file] : [])));
  return stops.filter(({ file }) => !reported.has(file));
}

/** A file that nothing refers to is silently absent from the bundle and from every lint; so it is an error itself. */
function findUnreached(tree: Tree, present: readonly string[]): Finding[] {
  if (tree.sources.size === 1) return []; // it refers to nothing: the entry itself is lost, and has its own finding
  return present
    .filter((file) => !tree.sources.has(file))
    .map((file) => ({
      rule: "source-unreached",
      severity: "error",
      file,
      line: 1,
      column: 1,
      pointer: "",
      message:
        "Nothing in the document refers to this file: add a $ref to it where it belongs, or delete it.",
    }));
}

/**
 * All files below `openapi/`.
 * @throws the error of the file system when one of them may not be read: that is no fault of the document, and stops the run.
 */
function listSource({ listFiles }: ProjectFiles): string[] {
  return listFiles(project.source).map((path) => `${project.source}/${path}`);
}
