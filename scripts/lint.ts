import { type Command, main, runCommand } from "../src/cli/index.ts";
import { FORMATS, type Format, formatFindings } from "../src/report/index.ts";
import { tool } from "./project.ts";
import { lintSource } from "./source.ts";

const command: Command = {
  name: "",
  summary: "Lint the hand-written document with Redocly, Spectral and the error rules",
  options: {
    format: { type: "string", choices: FORMATS, default: "stylish", description: "how findings are printed" },
  },
  async run(args, { out, paint }) {
    const findings = await lintSource();
    out(formatFindings(findings, { format: args.text("format") as Format, tool, paint }));
    return findings.some(({ severity }) => severity === "error") ? 1 : 0;
  },
};

await main((argv, terminal) => runCommand("npm run lint --", { command, argv, terminal }));
