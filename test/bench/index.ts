// `npm run bench`, or some of it: `npm run bench -- simulation sizes`. Nothing here is a test; nothing here fails.
import { reportBuild } from "./build.ts";
import { reportCpu } from "./calls/cpu.ts";
import { reportLoopback } from "./calls/loopback.ts";
import { reportDiff } from "./diff/report.ts";
import { reportDirectory } from "./directory.ts";
import { reportGrowth } from "./growth.ts";
import { reportLint } from "./lint.ts";
import { reportRedaction } from "./redaction.ts";
import { reportRules } from "./rules.ts";
import { reportSandbox } from "./sandbox/index.ts";
import { reportSimulation } from "./simulation/report.ts";
import { reportSizes } from "./sizes.ts";
import { reportTypes } from "./types/report.ts";
import { reportVerify } from "./verify/index.ts";

const sections: Record<string, () => void | Promise<void>> = {
  simulation: reportSimulation,
  cpu: reportCpu,
  loopback: reportLoopback,
  redaction: reportRedaction,
  sizes: reportSizes,
  types: reportTypes,
  verify: reportVerify,
  rules: reportRules,
  growth: reportGrowth,
  directory: reportDirectory,
  lint: reportLint,
  diff: reportDiff,
  build: reportBuild,
  sandbox: reportSandbox,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(sections, name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. There are ${Object.keys(sections).join(", ")}.`);
  process.exit(2);
}
for (const [name, run] of Object.entries(sections)) {
  if (wanted.length === 0 || wanted.includes(name)) await run();
}
