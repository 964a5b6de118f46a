import { relative, resolve, sep } from "node:path";
import {
  compareToBaseline,
  describeRule,
  LEVELS_OF_RULES,
  type LintResult,
  lintDocument,
  MissingPeerError,
  parseBaseline,
  type RuleLevel,
} from "../../lint/index.ts";
import { type Finding, FORMATS, type Format, formatFindings } from "../../report/index.ts";
import {
  type Arguments,
  type Command,
  type ExitCode,
  type OptionSpec,
  type Terminal,
  UsageError,
} from "../command.ts";
import { checkoutRoot, folderPrefix, projectRoot, readDocument, readInside } from "../document-files.ts";
import { readInput } from "../files.ts";
import { tool } from "../package.ts";
import { expandPatterns } from "../patterns.ts";

/** What a lint is asked, besides what to lint. */
export interface LintContext {
  signal: AbortSignal;
  levels: Readonly<Record<string, RuleLevel>>;
  terminal: Terminal;
}

/** What was found in all documents of a command. */
export interface LintOutcome extends LintResult {
  /** Documents that could not be read beside others that could: a sentence about each. */
  unread?: string[];
}

export interface LintSpec extends Omit<Command, "name" | "options" | "run"> {
  /** Options besides those of every lint. */
  options?: Readonly<Record<string, OptionSpec>>;
  /** Finds all that is wrong, until `signal` says that it has taken too long; the command prints it. */
  lint(args: Arguments, context: LintContext): Promise<LintOutcome>;
  /** The folder that reports for machines name files from; the current one by default. */
  base?(args: Arguments): string;
}

const OPTIONS = {
  format: { type: "string", choices: FORMATS, default: "stylish", description: "output format" },
  rule: {
    type: "string",
    value: "id=level",
    description: `level of a rule: ${LEVELS_OF_RULES.join(", ")}; may be given several times`,
  },
  baseline: {
    type: "string",
    value: "file",
    description: "findings that are known, as --format json has printed them: they do not count",
  },
  "max-warnings": { type: "number", value: "count", description: "more warnings than this are a failure" },
  timeout: {
    type: "number",
    value: "seconds",
    min: 1,
    default: 120,
    description: "stop after this time, with what was found until then",
  },
} as const satisfies Record<string, OptionSpec>;

/** A command `lint`: its options, its output and its exit status, whatever it is that is linted. */
export function lintCommand({ lint, options, base, ...spec }: LintSpec): Command {
  return {
    ...spec,
    name: "lint",
    options: { ...OPTIONS, ...options },
    async run(args, terminal): Promise<ExitCode> {
      const { out, err, style, styleErr } = terminal;
      const baseline = args.text("baseline") === "" ? [] : readBaseline(args.text("baseline"));
      const context = {
        signal: AbortSignal.timeout(args.number("timeout") * 1000),
        levels: readLevels(args.texts("rule")),
        terminal,
      };
      const {
        findings,
        unfinished,
        notes,
        unread = [],
      } = await lint(args, context).catch((error: unknown) => {
        throw error instanceof MissingPeerError ? new UsageError(error.message) : error;
      });
      const format = args.text("format") as Format;
      const toPortable = portableFrom(base?.(args) ?? "");
      const { fresh, known, gone } = compareToBaseline(findings, baseline, toPortable);
      const shown = format === "stylish" ? fresh : fresh.map(toPortable);
      out(formatFindings(shown, { format, tool, describeRule, style }));
      for (const note of notes) err(`${note}\n`);
      if (known > 0) err(`${known} known ${known === 1 ? "finding is" : "findings are"} left out.\n`);
      for (const { rule, file, pointer } of gone) {
        err(`Gone: ${rule} at ${file}${pointer}. Take it out of ${args.text("baseline")}.\n`);
      }
      const missing = [...unread, ...overdue(unfinished, args.number("timeout"))];
      for (const sentence of missing) err(`${styleErr("red", "error:")} ${sentence}\n`);
      if (missing.length > 0) return 2;
      return fails(fresh, args) ? 1 : 0;
    },
  };
}

function overdue(linters: readonly string[], seconds: number): string[] {
  if (linters.length === 0) return [];
  const who = [...new Set(linters)].join(" and ");
  return [`${who} did not finish within ${seconds} s, so this is not all. Allow more with --timeout.`];
}

function fails(findings: readonly Finding[], args: Arguments): boolean {
  const count = (severity: Finding["severity"]) =>
    findings.filter((finding) => finding.severity === severity).length;
  const limit = args.text("max-warnings") === "" ? Number.POSITIVE_INFINITY : args.number("max-warnings");
  return count("error") > 0 || count("warning") > limit;
}

/** Other machines, and other clones on this one, know files by their paths from a folder that all of them have. */
function portableFrom(base: string): (finding: Finding) => Finding {
  return (finding) => {
    if (finding.file === STDIN) return finding;
    return { ...finding, file: relative(resolve(base), resolve(finding.file)).split(sep).join("/") };
  };
}

/** What a document is called that has no file. */
const STDIN = "stdin";

function readLevels(settings: readonly string[]): Record<string, RuleLevel> {
  return Object.fromEntries(
    settings.map((setting) => {
      const [, rule, word] = /^(.+)=(\w+)$/.exec(setting) ?? [];
      const level = LEVELS_OF_RULES.find((one) => one === word);
      if (rule === undefined || level === undefined) {
        throw new UsageError(
          `--rule is ${JSON.stringify(setting)}; it must be <id>=<level>, with a level out of ${LEVELS_OF_RULES.join(", ")}.`,
        );
      }
      return [rule, level] as const;
    }),
  );
}

function readBaseline(file: string) {
  const text = readInput(file);
  try {
    return parseBaseline(text);
  } catch (error) {
    throw new UsageError(
      `${file} is no baseline: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

/** `cstar-contract lint <spec…>` */
export const lint = lintCommand({
  summary: "Lint an OpenAPI document and its errors",
  details:
    "Runs Redocly, Spectral's oas and the error rules, and lists each finding once, on the hand-written file and line.\nLevels of rules are read from cstar-contract.yaml, redocly.yaml and .spectral.yaml of the project, which is the\nnearest folder with .git or package.json. No network is used, and only regular files of the project are read.",
  positionals: [
    {
      name: "spec",
      description: "a document, YAML or JSON, in one file or many; a pattern; or `-` for standard input",
      many: true,
    },
  ],
  options: {
    root: {
      type: "string",
      value: "folder",
      description: "folder that no reference may leave, and that reports name files from",
    },
  },
  examples: [
    "cstar-contract lint openapi.yaml",
    "cstar-contract lint 'apis/**/openapi.yaml' --format sarif > lint.sarif",
    "cstar-contract lint openapi.yaml --format json > known.json",
    "cstar-contract lint openapi.yaml --baseline known.json --rule error-by-ref=off --max-warnings 0",
  ],
  base: (args) => args.text("root") || checkoutRoot(args.positionals[0] ?? ""),
  async lint(args, context) {
    const results: LintResult[] = [];
    const unread: UsageError[] = [];
    for (const spec of expandPatterns(args.positionals)) {
      try {
        const text = spec === "-" ? await context.terminal.readStdin() : readDocument(spec);
        results.push(await lintOne({ spec, text, root: args.text("root") }, context));
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        unread.push(error);
      }
    }
    const [first] = unread;
    if (first && results.length === 0) throw first;
    return {
      unread: unread.map(({ message }) => message),
      findings: results.flatMap(({ findings }) => findings),
      unfinished: results.flatMap(({ unfinished }) => unfinished),
      notes: results.flatMap(({ notes }) => notes),
    };
  },
});

async function lintOne(
  { spec, text, root }: { spec: string; text: string; root: string },
  { signal, levels }: LintContext,
): Promise<LintResult> {
  const entry = spec === "-" ? STDIN : spec;
  const folder = root === "" ? projectRoot(entry) : root;
  const result = await lintDocument(entry, {
    entryText: text,
    readText: readInside(folder),
    folder: folderPrefix(folder),
    levels,
    signal,
  });
  return { ...result, notes: result.notes.map((note) => `${spec}: ${note}`) };
}
