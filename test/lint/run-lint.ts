import { readArguments } from "../../src/cli/arguments.ts";
import { lint } from "../../src/cli/commands/lint.ts";
import type { ExitCode } from "../../src/cli/index.ts";
import type { Finding } from "../../src/report/index.ts";
import { recorder } from "../cli/recorder.ts";

export interface Outcome {
  status: ExitCode;
  out: string;
  err: string;
  findings: Finding[];
  rules: string[];
}

/** Runs `cstar-contract lint` in this process, with its output as JSON. */
export async function runLint(args: readonly string[], stdin = ""): Promise<Outcome> {
  const terminal = { ...recorder(), readStdin: async () => stdin };
  const status = await lint.run(readArguments(lint, [...args, "--format", "json"]), terminal);
  const findings: Finding[] = JSON.parse(terminal.said.out);
  return { status, ...terminal.said, findings, rules: findings.map(({ rule }) => rule) };
}
