import { resolve, sep } from "node:path";
import type { BaseResolver, Config, RawUniversalConfig } from "@redocly/openapi-core";
import { splitRef } from "../document/refs.ts";
import { loadPeer } from "./peer.ts";
import type { RedoclySettings } from "./redocly-settings.ts";

/** The single-file form of a document, with every `$ref` local. */
export type Bundle = Record<string, unknown>;

/** A document as it has been read: Redocly opens nothing by itself. */
export interface RedoclyInput {
  entry: string;
  /** Text and value of each file, by path. */
  files: ReadonlyMap<string, { text: string; data: unknown }>;
  settings: RedoclySettings;
}

/** What Redocly finds, with a pointer into a file. */
export interface RedoclyProblem {
  rule: string;
  severity: "error" | "warning";
  file: string;
  pointer: string;
  message: string;
}

const core = () => loadPeer(["@redocly/openapi-core"], () => import("@redocly/openapi-core"));

/** What Redocly says of the hand-written files. */
export async function lintWithRedocly(input: RedoclyInput): Promise<RedoclyProblem[]> {
  const { lint } = await core();
  const { entry } = input;
  const { resolver, fileOf } = await resolverFor(input);
  const problems = await lint({
    ref: resolve(entry),
    config: await configOf(input),
    externalRefResolver: resolver,
  });
  return problems.map(({ ruleId, severity, message, location: [at] }) => ({
    rule: ruleId,
    severity: severity === "error" ? "error" : "warning",
    file: at ? fileOf(at.source.absoluteRef) : entry,
    pointer: at?.pointer?.replace(/^#\/?/, "/").replace(/^\/$/, "") ?? "",
    message: message.replaceAll(`${process.cwd()}${sep}`, ""), // its validator names schemas by their absolute path
  }));
}

export interface BundleResult {
  /** As far as the files are there. The types of a language are best made from it as it is. */
  bundle: Bundle;
  /** What kept it from being whole. */
  errors: string[];
  /** The rules that Redocly runs on such a document. */
  rules: string[];
}

/** Bundles files into one document. */
export async function bundleWithRedocly(input: RedoclyInput): Promise<BundleResult> {
  const { bundle, createConfig, detectSpec } = await core();
  const { resolver } = await resolverFor(input);
  const { bundle: document, problems } = await bundle({
    ref: resolve(input.entry),
    config: await createConfig({}),
    dereference: false,
    externalRefResolver: resolver,
  });
  const config = await configOf(input);
  const version = detectSpec(document.parsed);
  const names = Object.keys(config.rules[version] ?? {});
  const rules = names.filter((rule) => config.getRuleSettings(rule, version).severity !== "off");
  const errors = problems.filter(({ severity }) => severity === "error").map(({ message }) => message);
  return { bundle: document.parsed as Bundle, errors, rules };
}

/** The names of all rules that Redocly has, for documents of any kind. */
export async function redoclyRules(): Promise<string[]> {
  const { createConfig } = await core();
  const { plugins } = await createConfig({});
  return plugins.flatMap(({ rules = {} }) => Object.values(rules).flatMap((set) => Object.keys(set)));
}

async function configOf({ settings }: RedoclyInput): Promise<Config> {
  const { createConfig } = await core();
  return createConfig({ ...settings, resolve: { doNotResolveExamples: true } } as RawUniversalConfig);
}

/** Gives Redocly the files as they have been read, and nothing else, so that all readers see the same values. */
async function resolverFor({
  files,
}: RedoclyInput): Promise<{ resolver: BaseResolver; fileOf(absolute: string): string }> {
  const { BaseResolver, ResolveError, Source } = await core();
  // The bundler writes into what it is given, hence the copies: one for each resolver, as it expects.
  const documents = new Map(
    [...files].map(([file, { text, data }]) => {
      const absolute = resolve(file);
      return [absolute, { file, source: new Source(absolute, text), parsed: structuredClone(data) }] as const;
    }),
  );
  const fileOf = (absolute: string): string => documents.get(absolute)?.file ?? absolute;
  const resolveExternalRef: BaseResolver["resolveExternalRef"] = (base, ref) => {
    const target = base === null ? { file: ref } : splitRef(fileOf(base), ref);
    return target ? resolve(target.file) : ref;
  };
  const resolveDocument: BaseResolver["resolveDocument"] = async <T>(base: string | null, ref: string) => {
    const document = documents.get(resolveExternalRef(base, ref));
    if (document === undefined) throw new ResolveError(new Error(`${ref} is no file of this document`));
    return document as typeof document & { parsed: T };
  };
  return { resolver: Object.assign(new BaseResolver(), { resolveExternalRef, resolveDocument }), fileOf };
}
