import { parentOf, pointersAround, type ReadText, type Tree, traceOrigins } from "../document/index.ts";
import type { Finding } from "../report/finding.ts";
import { type Configuration, ConfigurationError, readConfiguration, withLevels } from "./configuration.ts";
import { withoutConsequences } from "./consequences.ts";
import { lintErrors } from "./error-rules.ts";
import { checkKind } from "./kind.ts";
import { applyLevels, type RuleLevel } from "./levels.ts";
import { type AskLinter, askLinter, askLinterHere, LinterError, TimeLimitError } from "./linters.ts";
import type { BundleResult } from "./redocly.ts";
import { withoutRepeats } from "./repeats.ts";
import { isOwnRule, type NamedRule, OWN_RULES, unknownRules } from "./rule-names.ts";
import { toldByRedocly } from "./same-fault.ts";
import { applySuppressions } from "./suppress.ts";
import { withoutUsed } from "./used.ts";

export interface LintOptions {
  /** Reads the project's configuration of the linters, from its folder. */
  readText: ReadText;
  /** Folder with the configuration; empty, or ending in a slash. The current one by default. */
  folder?: string;
  /** Levels of rules that the caller sets, over those of the project. */
  levels?: Readonly<Record<string, RuleLevel>>;
  /** What the caller itself found: it is listed with the rest, and comments may suppress it like the rest. */
  more?: readonly Finding[];
  /** Stops the linters; what was found until then is the result. */
  signal?: AbortSignal;
  /** Whether the document is the project's own: then the linters need not be such that they can be stopped. */
  isOwn?: boolean;
}

/** How the linters are asked about a document. */
interface Run {
  ask: AskLinter;
  configuration: Configuration;
  signal: AbortSignal | undefined;
}

export interface LintResult {
  findings: Finding[];
  /** Linters that were stopped before they came to an end. */
  unfinished: string[];
  /** What a person should know about the run, such as rules that had nothing to check. */
  notes: string[];
}

/**
 * All that Redocly, Spectral and the error rules find in a document, each finding once and on the hand-written line. A
 * linter that cannot cope with the document is a finding, and the others go on.
 * @throws MissingPeerError when a linter is not installed; ConfigurationError when the configuration, or `levels`, is wrong.
 */
export async function lintTree(
  tree: Tree,
  { readText, folder = "", levels = {}, more = [], signal, isOwn = false }: LintOptions,
): Promise<LintResult> {
  const kind = checkKind(tree);
  if (kind)
    return {
      findings: tree.root.value === undefined ? [...more] : [...more, kind],
      unfinished: [],
      notes: [],
    };
  const { configuration: own, findings, mistakes, named } = readConfiguration(folder, tree.entry, readText);
  const asked = Object.keys(levels).map(
    (rule): NamedRule => ({ rule, place: "--rule:", owners: ["ours", "redocly", "spectral"] }),
  );
  const ask = isOwn ? askLinterHere : askLinter;
  mistakes.push(...(await checkNames([...named, ...asked], ask, signal)));
  if (mistakes.length > 0) throw new ConfigurationError(mistakes.join("\n"));
  const configuration = withLevels(own, levels);
  const run: Run = { ask, configuration, signal };
  const unfinished: string[] = [];
  const attempt = async (linter: string, work: Promise<Finding[]>): Promise<Finding[]> => {
    try {
      return await work;
    } catch (error) {
      if (error instanceof TimeLimitError) unfinished.push(linter);
      else if (error instanceof LinterError) return [failed(tree, linter, error)];
      else throw error;
      return [];
    }
  };
  const bundling = ask("redocly-bundle", redoclyInput(tree, configuration), signal);
  const [redocly, spectral] = await Promise.all([
    attempt("Redocly", redoclyFindings(tree, run)),
    attempt(
      "Spectral",
      bundling.then((bundled) => spectralFindings(tree, bundled, run)),
    ),
  ]);
  const isWhole = !more.some(isGap);
  const isCircular = more.some(({ rule }) => rule === "ref-circular");
  const told = withoutUsed(withoutBrokenReferences([...redocly, ...spectral], more), tree);
  const linters = withoutRepeats(dedupe(told)).filter(
    ({ rule, message }) => !(isCircular && rule === "linter-failed" && /circular/i.test(message)),
  );
  const errors = lintErrors(tree, isWhole);
  const all = [...more, ...findings, ...linters, ...errors.findings];
  const leveled = applyLevels(dedupe(all), configuration.levels);
  const notes = errors.note === undefined ? [] : [errors.note];
  const once = withoutConsequences(leveled, tree);
  return { findings: applySuppressions(once, tree.sources.values()), unfinished, notes };
}

/** Names that no rule has; the linters are asked for theirs only when there are others than ours. */
async function checkNames(
  named: readonly NamedRule[],
  ask: AskLinter,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  if (named.every(isOwnRule)) return [];
  try {
    const [redocly, spectral] = await Promise.all([
      ask("redocly-rules", undefined, signal),
      ask("spectral-rules", undefined, signal),
    ]);
    return unknownRules(named, { ours: OWN_RULES, redocly, spectral });
  } catch (error) {
    if (error instanceof TimeLimitError) return []; // which the lint itself will say
    throw error;
  }
}

/** Whether a finding of the reader says that a part of the document is not there. */
function isGap({ rule, severity }: Finding): boolean {
  return severity === "error" && /^(source-(unreadable|syntax|empty)|ref-)/.test(rule);
}

/** Rules of the linters that say what nothing has or uses: what is missing may have it, or use it. */
const OF_THE_WHOLE = new Set(["no-unused-components", "no-required-schema-properties-undefined"]);

function redoclyInput({ entry, sources }: Tree, { redocly }: Configuration) {
  const files = new Map([...sources].map(([file, { text, data }]) => [file, { text, data }]));
  return { entry, files, settings: redocly };
}

async function redoclyFindings(tree: Tree, { ask, configuration, signal }: Run): Promise<Finding[]> {
  const problems = await ask("redocly-lint", redoclyInput(tree, configuration), signal);
  return problems
    .filter(({ rule }) => rule !== "no-unresolved-refs") // the reader of the files tells each, on its line
    .map((problem) => ({ ...problem, ...tree.locate(problem) }));
}

async function spectralFindings(
  tree: Tree,
  { bundle, rules: ofRedocly }: BundleResult,
  { ask, configuration, signal }: Run,
): Promise<Finding[]> {
  const { redocly } = configuration;
  const runs = new Set(ofRedocly);
  const silent = toldByRedocly((rule) => runs.has(rule) || redocly.rules[rule] === "off").map((rule) => [
    rule,
    "off" as const,
  ]);
  const rules = { ...configuration.spectral.rules, ...Object.fromEntries(silent) };
  const settings = { ...configuration.spectral, rules };
  const results = await ask("spectral-lint", { bundle, settings }, signal);
  if (results.length === 0) return [];
  const originOf = traceOrigins(bundle, tree);
  return results.map(({ pointer, ...result }) => {
    const location = originOf(pointer);
    return { ...result, ...location, ...tree.locate(location) };
  });
}

/** What a linter says of a `$ref` that leads nowhere follows from that, and has been told on its line. */
function withoutBrokenReferences(findings: readonly Finding[], told: readonly Finding[]): Finding[] {
  const broken = new Set(
    told.flatMap(({ file, pointer }) => (pointer.endsWith("/$ref") ? [`${file}#${parentOf(pointer)}`] : [])),
  );
  const isIncomplete = told.some(isGap);
  const isCircular = told.some(({ rule }) => rule === "schema-circular");
  return findings.filter(({ rule, file, pointer, message }) => {
    if (isIncomplete && OF_THE_WHOLE.has(rule)) return false;
    if (isCircular && /^no-invalid-.*-examples$/.test(rule)) return false;
    if (isIncomplete && message.includes("can't resolve reference")) return false;
    return !pointersAround(pointer).some((holder) => broken.has(`${file}#${holder}`));
  });
}

function failed(tree: Tree, linter: string, { message }: LinterError): Finding {
  const [reason = ""] = message.split("\n");
  const text = `${linter} cannot cope with this document (${reason}), so its rules were not checked. The others were.`;
  return {
    rule: "linter-failed",
    severity: "error",
    file: tree.entry,
    line: 1,
    column: 1,
    pointer: "",
    message: text,
  };
}

/** A part that several operations share is met several times by a linter, but it stands only once in the file. */
function dedupe(findings: Finding[]): Finding[] {
  const key = ({ rule, file, line, column, pointer, message }: Finding) =>
    JSON.stringify([rule, file, line, column, pointer, message]);
  return [...new Map(findings.map((finding) => [key(finding), finding])).values()];
}
