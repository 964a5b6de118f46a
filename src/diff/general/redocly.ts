import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { fromPointer } from "../../document/index.ts";
import { DiffInputError } from "../input-error.ts";

/** One change as `redocly diff --format json` reports it (reportVersion 1). */
export interface RedoclyChange {
  /** JSON pointer, as a fragment, of the part that changed. */
  path: string;
  /** Such as `Schema`, `Parameter`, `Response`. */
  typeName: string;
  kind: string;
  impact: "major" | "minor" | "patch";
  verdicts: { ruleId?: string; message?: string }[];
  /** The keyword that changed; absent where the whole part is new or gone. */
  property?: string;
  base?: RedoclySide;
  revision?: RedoclySide;
}

interface RedoclySide {
  pointer: string;
  value?: unknown;
}

/** The keys on the way that a JSON pointer of a report describes. It has a `#` before it, and nothing in it is encoded. */
export function keysOf(fragment: string): string[] {
  return fromPointer(fragment.replace(/^#/, ""));
}

const REPORT_VERSION = "1";
const MAX_BYTES = 256 * 1024 * 1024;

/** Redocly calls nothing breaking unless its rules are turned on, and it looks for a configuration of its own otherwise. */
export const REDOCLY_CONFIG = "extends: [diff-recommended]\n";

/** The program of `@redocly/cli`; undefined when this optional peer is not installed. */
export function findRedocly(): string | undefined {
  const require = createRequire(import.meta.url);
  try {
    return require.resolve("@redocly/cli/bin/cli.js");
  } catch {
    return undefined;
  }
}

/** Paths of the two documents and of the configuration; Redocly recognizes the kind of a file by its name. */
export interface RedoclyFiles {
  "base.json": string;
  "head.json": string;
  "redocly.yaml": string;
}

/**
 * Compares two documents with `redocly diff`, as a child process: its diff has no API of its own.
 * @throws DiffInputError when it fails, or reports in a form that this version cannot read.
 */
export async function runRedocly(program: string, paths: RedoclyFiles): Promise<RedoclyChange[]> {
  const options = ["--config", paths["redocly.yaml"], "--format", "json", "--fail-on", "none"];
  const { stdout, stderr } = await run([program, "diff", paths["base.json"], paths["head.json"], ...options]);
  const report = parseReport(stdout);
  if (report === undefined) {
    const [reason = "it printed no report"] = stderr
      .split("\n")
      .filter((line) => /\S/.test(line))
      .slice(-1);
    throw new DiffInputError(
      `\`redocly diff\` failed: ${reason.trim()}. It needs @redocly/cli 2.72 or later.`,
    );
  }
  if (report.reportVersion !== REPORT_VERSION) {
    throw new DiffInputError(
      `\`redocly diff\` reports in version ${JSON.stringify(report.reportVersion)}, and only ${REPORT_VERSION} is understood here: install the version of @redocly/cli that this package names as its peer.`,
    );
  }
  return report.changes;
}

function run(args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  return new Promise((resolve) => {
    // Whether it worked is seen by the report: its exit status also says what it thinks of the changes.
    execFile(process.execPath, args, { env, maxBuffer: MAX_BYTES }, (_error, stdout, stderr) => {
      resolve({ stdout, stderr });
    });
  });
}

function parseReport(text: string): { reportVersion: unknown; changes: RedoclyChange[] } | undefined {
  try {
    const report: unknown = JSON.parse(text);
    const isReport =
      typeof report === "object" && report !== null && "reportVersion" in report && "changes" in report;
    return isReport ? (report as { reportVersion: unknown; changes: RedoclyChange[] }) : undefined;
  } catch {
    return undefined;
  }
}
