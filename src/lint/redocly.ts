import { isAbsolute, relative, resolve, sep } from "node:path";
import type { BaseResolver, RawUniversalConfig } from "@redocly/openapi-core";
import type { Tree } from "../document/index.ts";
import type { Finding } from "../report/finding.ts";
import type { RedoclySettings } from "./configuration.ts";
import { loadPeer } from "./peer.ts";

/** The single-file form of a document, with every `$ref` local. */
export type Bundle = Record<string, unknown>;

const core = () => loadPeer(["@redocly/openapi-core"], () => import("@redocly/openapi-core"));

/** A finding if the entry is no kind of document that can be linted, where the linters would only throw. */
export async function checkKind(tree: Tree): Promise<Finding | undefined> {
  const { detectSpec } = await core();
  try {
    detectSpec(tree.root.value);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const location = { file: tree.entry, pointer: "" };
    const message = `This is no OpenAPI document that can be linted (${reason}): begin it with \`openapi: 3.1.0\`.`;
    return { rule: "source-kind", severity: "error", ...location, ...tree.locate(location), message };
  }
}

/** What Redocly says of the hand-written files. */
export async function lintWithRedocly(tree: Tree, settings: RedoclySettings): Promise<Finding[]> {
  const { createConfig, lint } = await core();
  const config = await createConfig(settings as RawUniversalConfig);
  const problems = await lint({
    ref: resolve(tree.entry),
    config,
    externalRefResolver: await resolverFor(tree),
  });
  return problems.map(({ ruleId, severity, message, location }) => {
    const at = location[0];
    const file = at ? displayPath(at.source.absoluteRef, tree) : tree.entry;
    const pointer = at?.pointer?.replace(/^#\/?/, "/").replace(/^\/$/, "") ?? "";
    const level = severity === "error" ? "error" : "warning";
    return { rule: ruleId, severity: level, file, ...tree.locate({ file, pointer }), pointer, message };
  });
}

/** Tells which of its rules Redocly runs on a document with these settings. */
export async function redoclyRuns(tree: Tree, settings: RedoclySettings): Promise<(rule: string) => boolean> {
  const { createConfig, detectSpec } = await core();
  const config = await createConfig(settings as RawUniversalConfig);
  const version = detectSpec(tree.root.value);
  return (rule) => config.getRuleSettings(rule, version).severity !== "off";
}

/** Bundles the files of `tree` into one document. The types of a language are best made from it as it is. */
export async function bundleWithRedocly(tree: Tree): Promise<Bundle> {
  const { bundle, createConfig } = await core();
  const { bundle: document, problems } = await bundle({
    ref: resolve(tree.entry),
    config: await createConfig({}),
    dereference: false,
    externalRefResolver: await resolverFor(tree),
  });
  const first = problems.find(({ severity }) => severity === "error");
  if (first) throw new Error(`${tree.entry} cannot be bundled: ${first.message}`);
  return document.parsed as Bundle;
}

/**
 * Gives Redocly the files of `tree` as they have been read, and nothing else: it never opens a file or a connection by
 * itself, and both readers see the same values.
 */
async function resolverFor(tree: Tree): Promise<BaseResolver> {
  const { BaseResolver, ResolveError, Source } = await core();
  const resolver = new BaseResolver();
  // The bundler writes into what it is given, hence the copies: one for each resolver, as it expects.
  const documents = new Map(
    [...tree.sources].map(([file, { text, data }]) => {
      const absolute = resolve(file);
      return [absolute, { source: new Source(absolute, text), parsed: structuredClone(data) }] as const;
    }),
  );
  const resolveDocument: BaseResolver["resolveDocument"] = async <T>(base: string | null, ref: string) => {
    const document = documents.get(resolver.resolveExternalRef(base, ref));
    return document
      ? (document as typeof document & { parsed: T })
      : new ResolveError(new Error(`${ref} is no file of this document`));
  };
  return Object.assign(resolver, { resolveDocument });
}

// Redocly names files absolutely; people and the tree name them as they were given.
function displayPath(absolute: string, tree: Tree): string {
  const known = [...tree.sources.keys()].find((file) => resolve(file) === absolute);
  const path = relative(process.cwd(), absolute);
  return known ?? (isAbsolute(path) ? absolute : path.split(sep).join("/"));
}
