import { readFileSync } from "node:fs";
import { lintDocument, MissingPeerError } from "../../lint/index.ts";
import { FORMATS, type Format, formatFindings } from "../../report/index.ts";
import { type Command, type ExitCode, UsageError } from "../command.ts";
import { readInput } from "../files.ts";
import { tool } from "../package.ts";

/** `cstar-contract lint <spec>` */
export const lint: Command = {
  name: "lint",
  summary: "Lint an OpenAPI document and its errors",
  details:
    "Runs Redocly's recommended-strict, Spectral's oas and the error rules, and lists each finding once, on the\nhand-written file and line.",
  positionals: [{ name: "spec", description: "the document, YAML or JSON, in one file or many" }],
  options: {
    format: { type: "string", choices: FORMATS, default: "stylish", description: "how findings are printed" },
  },
  examples: [
    "cstar-contract lint openapi.yaml",
    "cstar-contract lint openapi.yaml --format sarif > lint.sarif",
  ],
  async run(args, { out, style }): Promise<ExitCode> {
    const [spec = ""] = args.positionals;
    readInput(spec); // a wrong path is the user's mistake, not a finding about the document
    const findings = await lintDocument(spec, (file) => readFileSync(file, "utf8")).catch(
      (error: unknown) => {
        throw error instanceof MissingPeerError ? new UsageError(error.message) : error;
      },
    );
    out(formatFindings(findings, { format: args.text("format") as Format, tool, style }));
    return findings.some(({ severity }) => severity === "error") ? 1 : 0;
  },
};
