import { dirname, join } from "node:path";
import type { Verifier, VerifyReport } from "../../verify/index.ts";
import { type Arguments, type Command, type ExitCode, type Terminal, UsageError } from "../command.ts";
import { openInput, readInput } from "../files.ts";

/** `cstar-contract verify <file…|->` */
export const verify: Command = {
  name: "verify",
  summary: "Check recorded responses against the contract",
  details: `Reads, told apart by content: an error body; records { "method", "url" or "path", "status", "headers", "body" },
one per line or in a list; records with "request" and "response"; HAR files; all of that with gzip or zstd.
Exit status 1 means findings, 2 that nothing was checked. Nothing that is printed holds a key, a body or a query.`,
  positionals: [
    {
      name: "file",
      description: "recordings, or - for standard input; with --merge, JSON reports",
      many: true,
    },
  ],
  options: {
    format: {
      ...{ type: "string", choices: ["text", "json", "junit", "github", "markdown"], default: "text" },
      description: "how the report is printed",
    },
    "max-findings": {
      ...{ type: "number", value: "n", default: 1000 },
      description: "how many findings the report lists; counts are complete all the same",
    },
    base: {
      type: "string",
      value: "path",
      description: "what paths begin with, if not with the contract's /api/v1",
    },
    host: { type: "string", value: "name", description: "the only host that counts" },
    "errors-only": { type: "boolean", description: "leave successes out, which is faster" },
    redacted: { type: "string", value: "mark", description: "what stands in place of what was taken out" },
    "max-rate": {
      ...{ type: "string", value: "share" },
      description: "exit with 1 only if more than this share of the records has findings, such as 0.01 or 1%",
    },
    merge: { type: "boolean", description: "add up reports in JSON instead of reading recordings" },
  },
  examples: [
    "cstar-contract verify traffic.har",
    "zcat access.ndjson.gz | cstar-contract verify - --errors-only --max-rate 0.1%",
    "cstar-contract verify --merge part*.json --format markdown",
  ],
  async run(args, terminal) {
    const { formatReport, mergeReports } = await import("../../verify/index.ts");
    const maxRate = readShare(args.text("max-rate"));
    const report = args.flag("merge")
      ? mergeReports(args.positionals.flatMap(readReports), args.number("max-findings"))
      : await check(args, terminal);
    terminal.out(
      formatReport(report, args.text("format") as Parameters<typeof formatReport>[1], terminal.style),
    );
    return exitCode(report, maxRate, terminal);
  },
};

async function check(args: Arguments, terminal: Terminal): Promise<VerifyReport> {
  const [{ createVerifier }, { conformanceFacts }, { inflate }] = await Promise.all([
    import("../../verify/index.ts"),
    import("../../../generated/conformance.ts"),
    import("../decompress.ts"),
  ]);
  const given = (name: string) => args.text(name) || undefined;
  const verifier = createVerifier(conformanceFacts, {
    base: given("base"),
    host: given("host"),
    errorsOnly: args.flag("errors-only"),
    redacted: given("redacted"),
    maxFindings: args.number("max-findings"),
    inflate,
  });
  for (const file of args.positionals) {
    await readFile(verifier, { file, isOneOfMany: args.positionals.length > 1, terminal });
  }
  return verifier.report();
}

async function readFile(
  verifier: Verifier,
  { file, isOneOfMany, terminal }: { file: string; isOneOfMany: boolean; terminal: Terminal },
): Promise<void> {
  const { decompress } = await import("../decompress.ts");
  const input = decompress(withProgress(openInput(file), file, terminal), file);
  await verifier.read(input, {
    ...(isOneOfMany && { source: file }),
    readFile: (name) => readBeside(file, name),
  });
}

/** A body that a HAR keeps in a file of its own; only one in the same folder, whatever name the HAR gives. */
function readBeside(har: string, name: string): string | undefined {
  if (har === "-" || /[/\\]|^\.\.?$/.test(name)) return undefined;
  try {
    return readInput(join(dirname(har), name));
  } catch {
    return undefined; // counted as a body in another file
  }
}

async function* withProgress(
  input: AsyncGenerator<Uint8Array>,
  name: string,
  { interactive, err }: Terminal,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  let shown = 0;
  for await (const chunk of input) {
    bytes += chunk.length;
    if (interactive && bytes - shown > 8 * 1024 * 1024) {
      shown = bytes;
      err(`\r${name}: ${Math.round(bytes / 1024 / 1024)} MiB read`);
    }
    yield chunk;
  }
  if (shown > 0) err("\r\u001b[K");
}

function exitCode(report: VerifyReport, maxRate: number, { err, styleErr }: Terminal): ExitCode {
  const { records, skipped, skippedBy, conforming, hints } = report;
  const checked = records - skipped;
  if (checked === 0) {
    const reasons = Object.entries(skippedBy).map(([reason, count]) => `${count} ${reason}`);
    const skippedAll =
      skippedBy.unreadable === records
        ? "nothing in the input is JSON"
        : `every record was skipped (${reasons.join(", ")})`;
    const why = records === 0 ? "nothing was read" : hints.join("; ") || skippedAll;
    err(`${styleErr("red", "error:")} Nothing was checked: ${why}.\n`);
    return 2;
  }
  return (checked - conforming) / checked > maxRate ? 1 : 0;
}

/** `0.01` or `1%`. */
function readShare(text: string): number {
  if (text === "") return 0;
  const share = /^\d+(?:\.\d+)?%?$/.test(text)
    ? Number.parseFloat(text) / (text.endsWith("%") ? 100 : 1)
    : Number.NaN;
  if (share >= 0 && share <= 1) return share;
  throw new UsageError(`--max-rate is ${JSON.stringify(text)}; it must be a share such as 0.01 or 1%.`);
}

/** The reports in a file: one, or one on each line. */
function readReports(file: string): VerifyReport[] {
  const text = readInput(file);
  const found = (parse(text) ??
    text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .flatMap(parse)) as unknown[];
  if (found.length > 0 && found.every(isReport)) return found;
  throw new UsageError(`${file} is no report: --merge takes what \`verify --format json\` printed.`);
}

/** The value of JSON in a list; undefined for what is none. */
function parse(json: string): unknown[] | undefined {
  try {
    return [JSON.parse(json)];
  } catch {
    return undefined;
  }
}

function isReport(value: unknown): value is VerifyReport {
  const { records, byRule, groups } = (value ?? {}) as Partial<VerifyReport>;
  return typeof records === "number" && Boolean(byRule) && Array.isArray(groups);
}
