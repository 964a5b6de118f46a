import { lintDocument, MissingPeerError } from "../../lint/index.ts";
import { type Finding, FORMATS, type Format, formatFindings } from "../../report/index.ts";
import { type Arguments, type Command, UsageError } from "../command.ts";
import { readInput, readText } from "../files.ts";
import { tool } from "../package.ts";

export interface LintSpec extends Omit<Command, "name" | "options" | "run"> {
  /** Finds all that is wrong; the command prints it. */
  findings(args: Arguments): Promise<Finding[]>;
}

/** A command `lint`: its options, its output and its exit status, whatever it is that is linted. */
export function lintCommand({ findings, ...spec }: LintSpec): Command {
  return {
    ...spec,
    name: "lint",
    options: {
      format: { type: "string", choices: FORMATS, default: "stylish", description: "output format" },
    },
    async run(args, { out, style }) {
      const found = await findings(args).catch((error: unknown) => {
        throw error instanceof MissingPeerError ? new UsageError(error.message) : error;
      });
      out(formatFindings(found, { format: args.text("format") as Format, tool, style }));
      return found.some(({ severity }) => severity === "error") ? 1 : 0;
    },
  };
}

/** `cstar-contract lint <spec>` */
export const lint = lintCommand({
  summary: "Lint an OpenAPI document and its errors",
  details:
    "Runs Redocly's recommended-strict, Spectral's oas and the error rules, and lists each finding once, on the\nhand-written file and line.",
  positionals: [{ name: "spec", description: "the document, YAML or JSON, in one file or many" }],
  examples: [
    "cstar-contract lint openapi.yaml",
    "cstar-contract lint openapi.yaml --format sarif > lint.sarif",
  ],
  findings({ positionals: [spec = ""] }) {
    readInput(spec); // a wrong path is the user's mistake, not a finding about the document
    return lintDocument(spec, readText);
  },
});
