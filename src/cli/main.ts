#!/usr/bin/env node
import { diff } from "./commands/diff.ts";
import { explain } from "./commands/explain.ts";
import { lint } from "./commands/lint.ts";
import { mock } from "./commands/mock.ts";
import { sandbox } from "./commands/sandbox.ts";
import { verify } from "./commands/verify.ts";
import { tool } from "./package.ts";
import { runProgram } from "./run.ts";
import { main } from "./terminal.ts";

const program = {
  name: "cstar-contract",
  summary: "the contract of the cStar API, explained and checked",
  version: tool.version,
  commands: [explain, verify, diff, lint, mock, sandbox],
};

await main((argv, terminal) => runProgram(program, argv, terminal));
