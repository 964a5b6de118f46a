import {
  type Acceptance,
  acceptChanges,
  BUMPS,
  type Bump,
  DIFF_FORMATS,
  type DiffFormat,
  DiffInputError,
  type DiffReport,
  diffVersions,
  findRedocly,
  formatDiff,
  isLarger,
  isUndeclared,
  nameOfAcceptance,
  type ReadSide,
  readAcceptances,
  readSides,
  requiredBump,
} from "../../diff/index.ts";
import { ContractError } from "../../document/index.ts";
import { formatFindings } from "../../report/index.ts";
import {
  type Arguments,
  type Command,
  type ExitCode,
  type OptionSpec,
  type Terminal,
  UsageError,
} from "../command.ts";
import { listNames, readInput, readOrSayWhy, withTemporaryFiles } from "../files.ts";
import { tool } from "../package.ts";

/** The default of `--fail-on`: what the version, or a pending changeset, does not declare. */
const UNDECLARED = "undeclared";

export const diffOptions: Readonly<Record<string, OptionSpec>> = {
  format: { type: "string", choices: DIFF_FORMATS, default: "text", description: "output format" },
  accept: { type: "string", value: "file", description: "changes that are known and accepted, for a time" },
  "fail-on": {
    type: "string",
    choices: [UNDECLARED, ...BUMPS],
    default: UNDECLARED,
    description: "the step of the version from which on the exit status is 1",
  },
};

/** `cstar-contract diff <base> <head>` */
export const diff: Command = {
  name: "diff",
  summary: "Tell what a change of the contract breaks, and for whom",
  details:
    "Each side is a file (of many or of one), or a commit: `git:<ref>` has the document under the path of the other side,\n`git:<ref>:<path>` under its own, and `git:<ref>...` is the commit where HEAD left <ref>. Everything but errors is\ncompared by @redocly/cli, where that is installed.\n\nExit status 1 means that a minor or major step is needed and that neither the version of head nor a pending changeset\ndeclares it; 2, that nothing could be compared.",
  positionals: [
    { name: "base", description: "the version before" },
    { name: "head", description: "the version after" },
  ],
  options: diffOptions,
  examples: [
    "cstar-contract diff git:main openapi/openapi.yaml",
    "cstar-contract diff git:v1.0.0:generated/openapi.yaml openapi/openapi.yaml --format markdown",
    "cstar-contract diff old.yaml new.yaml --accept accepted.yaml --fail-on major",
  ],
  run(args, terminal) {
    const [base = "", head = ""] = args.positionals;
    return compareSides({ base, head }, args, terminal);
  },
};

/** Compares two sides as the options say, and prints what was found before anything fails. */
export async function compareSides(
  sides: { base: string; head: string },
  args: Arguments,
  terminal: Terminal,
): Promise<ExitCode> {
  try {
    return await compare(sides, args, terminal);
  } catch (error) {
    if (error instanceof DiffInputError) throw new UsageError(error.message);
    // A document that cannot be read is no version without errors: it must never look like one.
    if (!(error instanceof ContractError)) throw error;
    const { err, styleErr: style } = terminal;
    err(formatFindings(error.findings, { format: "stylish", tool, style }));
    return 2;
  }
}

async function compare(
  sides: { base: string; head: string },
  args: Arguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const { base, head } = readSides(sides, {
    cwd: process.cwd(),
    files: { list: listNames, read: readOrSayWhy },
  });
  for (const [name, side] of [
    ["base", base],
    ["head", head],
  ] as const)
    warnOfFindings(name, side, terminal);
  noteMissingRetired(base, head, terminal);
  const { report, unreadable, expired } = await judge(base, head, { file: args.text("accept"), terminal });
  const format = args.text("format") as DiffFormat;
  terminal.out(formatDiff(report, { format, style: terminal.style, tool, entry: head.tree.entry }));
  if (unreadable) throw unreadable;
  if (expired.length > 0) {
    const names = expired.map(nameOfAcceptance).join(", ");
    throw new UsageError(
      `The time of ${names} in ${args.text("accept")} is over: remove it, or agree on a later \`until\`.`,
    );
  }
  return fails(report, args.text("fail-on")) ? 1 : 0;
}

interface Judged {
  report: DiffReport;
  expired: Acceptance[];
  /** Why the file of accepted changes could not be read: it is reported after the changes. */
  unreadable?: Error;
}

async function judge(
  base: ReadSide,
  head: ReadSide,
  { file, terminal }: { file: string; terminal: Terminal },
): Promise<Judged> {
  const { changes, ...rest } = await diffVersions(base, head, {
    withFiles: withTemporaryFiles,
    redocly: findRedocly(),
  });
  const { acceptances, unreadable } = openAcceptances(file);
  const moment = { version: head.contract.version, today: new Date().toISOString().slice(0, 10) };
  const judgement = acceptChanges(changes, acceptances, moment);
  for (const unused of judgement.unused)
    warn(terminal, `Nothing needs ${nameOfAcceptance(unused)} in ${file} any more: remove it.`);
  const report = { ...rest, changes: judgement.changes };
  return { report, expired: judgement.expired, ...(unreadable && { unreadable }) };
}

function openAcceptances(file: string): { acceptances: Acceptance[]; unreadable?: Error } {
  if (file === "") return { acceptances: [] };
  try {
    return { acceptances: readAcceptances(file, readInput(file)) };
  } catch (error) {
    if (error instanceof DiffInputError || error instanceof UsageError)
      return { acceptances: [], unreadable: error };
    throw error;
  }
}

function fails(report: DiffReport, level: string): boolean {
  if (level === UNDECLARED) return isUndeclared(report);
  const required = requiredBump(report);
  return level !== "none" && (required === level || isLarger(required, level as Bump));
}

/** What of a version could not be read, as of an older one without some of the extensions; the rest is compared. */
function warnOfFindings(name: string, { label, findings }: ReadSide, terminal: Terminal): void {
  if (findings.length === 0) return;
  const { err, styleErr: style } = terminal;
  const number = findings.length === 1 ? "1 fact" : `${findings.length} facts`;
  warn(terminal, `${number} of ${name} (${label}) cannot be read, and the rest is compared:`);
  err(
    formatFindings(
      findings.map((finding) => ({ ...finding, severity: "warning" })),
      { format: "stylish", tool, style },
    ),
  );
}

/** An older base that lists no retired codes cannot show that one of them is used again. */
function noteMissingRetired(base: ReadSide, head: ReadSide, terminal: Terminal): void {
  const lists = ({ tree }: ReadSide) =>
    [...tree.sources.values()].some(({ text }) => text.includes("x-retired-codes"));
  if (lists(base) || !lists(head)) return;
  warn(
    terminal,
    `${base.label} has no \`x-retired-codes\`, so it cannot be checked whether a retired code is used again.`,
  );
}

function warn({ err, styleErr }: Terminal, message: string): void {
  err(`${styleErr("yellow", "warning:")} ${message}\n`);
}
