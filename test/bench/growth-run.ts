// Run by growth.ts in a process of its own, for each size: everything that `npm run generate` does, and the error rules.
import { planGenerated } from "../../scripts/plan.ts";
import { readContract } from "../../src/contract/index.ts";
import { loadTree } from "../../src/document/index.ts";
import { bundleTree, lintTree } from "../../src/lint/index.ts";
import { checkDocument } from "../../src/rules/check.ts";
import { syntheticContract } from "../contract-reader/synthetic.ts";

const [codes = 0, operations = 0] = process.argv.slice(2).map(Number);
const text = JSON.stringify(syntheticContract(codes, operations));
const seconds: Record<string, number> = {};

/** Takes the CPU time of a step. */
async function step<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const start = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(start);
  seconds[name] = (user + system) / 1e6;
  return result;
}

/** A project without a configuration of its own. */
function absent(): never {
  throw Object.assign(new Error("There is no such file."), { code: "ENOENT" });
}

const tree = await step("parse", () => loadTree("openapi.json", () => text));
const contract = await step("read", () => readContract(tree));
await step("rules", () => checkDocument(tree));
const bundle = await step("bundle", () => bundleTree(tree));
await step("lint", () => lintTree(tree, { readText: absent, isOwn: true }));
const files = await step("generate", () => planGenerated({ tree, contract, bundle }));
const bytes = files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
console.log(
  JSON.stringify({ seconds, bytes, input: text.length, memory: process.resourceUsage().maxRSS * 1024 }),
);
