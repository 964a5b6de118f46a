import type { Command } from "../../src/cli/index.ts";
import { FORMATS, type Format, formatFindings } from "../../src/report/index.ts";
import { tool } from "../project.ts";
import { lintSource } from "../source.ts";

/** `npm run lint`: all findings about the hand-written document, in the format that is asked for. */
export const lint: Command = {
  name: "",
  summary: "Lint the hand-written document with Redocly, Spectral and the error rules",
  options: {
    format: { type: "string", choices: FORMATS, default: "stylish", description: "how findings are printed" },
  },
  async run(args, { out, style }) {
    const findings = await lintSource();
    out(formatFindings(findings, { format: args.text("format") as Format, tool, style }));
    return findings.some(({ severity }) => severity === "error") ? 1 : 0;
  },
};
