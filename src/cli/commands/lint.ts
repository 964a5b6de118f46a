import { type LintResult, lintDocument, MissingPeerError } from "../../lint/index.ts";
import { FORMATS, type Format, formatFindings } from "../../report/index.ts";
import {
  type Arguments,
  type Command,
  type ExitCode,
  type OptionSpec,
  type Terminal,
  UsageError,
} from "../command.ts";
import { folderPrefix, projectRoot, readDocument, readInside } from "../document-files.ts";
import { tool } from "../package.ts";
import { expandPatterns } from "../patterns.ts";

export interface LintSpec extends Omit<Command, "name" | "options" | "run"> {
  /** Options besides those of every lint. */
  options?: Readonly<Record<string, OptionSpec>>;
  /** Finds all that is wrong, until `signal` says that it has taken too long; the command prints it. */
  lint(args: Arguments, context: { signal: AbortSignal; terminal: Terminal }): Promise<LintResult>;
}

const OPTIONS = {
  format: { type: "string", choices: FORMATS, default: "stylish", description: "output format" },
  timeout: {
    type: "number",
    value: "seconds",
    min: 1,
    default: 120,
    description: "stop after this time, with what was found until then",
  },
} as const satisfies Record<string, OptionSpec>;

/** A command `lint`: its options, its output and its exit status, whatever it is that is linted. */
export function lintCommand({ lint, options, ...spec }: LintSpec): Command {
  return {
    ...spec,
    name: "lint",
    options: { ...OPTIONS, ...options },
    async run(args, terminal): Promise<ExitCode> {
      const { out, err, style, styleErr } = terminal;
      const signal = AbortSignal.timeout(args.number("timeout") * 1000);
      const { findings, unfinished } = await lint(args, { signal, terminal }).catch((error: unknown) => {
        throw error instanceof MissingPeerError ? new UsageError(error.message) : error;
      });
      out(formatFindings(findings, { format: args.text("format") as Format, tool, style }));
      if (unfinished.length > 0) {
        const who = [...new Set(unfinished)].join(" and ");
        err(
          `${styleErr("red", "error:")} ${who} did not finish within ${args.number("timeout")} s, so this is not all. Allow more with --timeout.\n`,
        );
        return 2;
      }
      return findings.some(({ severity }) => severity === "error") ? 1 : 0;
    },
  };
}

/** `cstar-contract lint <spec…>` */
export const lint = lintCommand({
  summary: "Lint an OpenAPI document and its errors",
  details:
    "Runs Redocly, Spectral's oas and the error rules, and lists each finding once, on the hand-written file and line.\nredocly.yaml and .spectral.yaml of the project are heeded. No network is used, and of the disk only regular files\nof the project are read: the nearest folder with .git or package.json, or --root.",
  positionals: [
    {
      name: "spec",
      description: "a document, YAML or JSON, in one file or many; `-` is standard input",
      many: true,
    },
  ],
  options: {
    root: { type: "string", value: "folder", description: "folder that no reference may leave" },
  },
  examples: [
    "cstar-contract lint openapi.yaml",
    "cstar-contract lint 'apis/**/openapi.yaml' --format sarif > lint.sarif",
  ],
  async lint(args, { signal, terminal }) {
    const results: LintResult[] = [];
    for (const spec of expandPatterns(args.positionals)) {
      results.push(await lintOne(spec, { root: args.text("root"), signal, terminal }));
    }
    return {
      findings: results.flatMap(({ findings }) => findings),
      unfinished: results.flatMap(({ unfinished }) => unfinished),
    };
  },
});

async function lintOne(
  spec: string,
  { root, signal, terminal }: { root: string; signal: AbortSignal; terminal: Terminal },
): Promise<LintResult> {
  const isStdin = spec === "-";
  const entry = isStdin ? "stdin" : spec;
  const text = isStdin ? await terminal.readStdin() : readDocument(spec);
  const folder = root === "" ? projectRoot(entry) : root;
  const inside = readInside(folder);
  return lintDocument(entry, {
    entryText: text,
    readText: inside,
    folder: folderPrefix(folder),
    signal,
  });
}
