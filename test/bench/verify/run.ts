// What the bench of verify runs in a process of its own: `run.ts <task> <file>`, or `run.ts memory <records>`.
import { createReadStream } from "node:fs";
import { createVerifier } from "../../../src/entries/verify.ts";
import { line } from "./records.ts";

const [task = "", subject = ""] = process.argv.slice(2);
const lines = () => createReadStream(subject, { highWaterMark: 1024 * 1024 });

/** Splits as verify does, and parses everything, bodies that are text included. */
async function parse(): Promise<number> {
  const decoder = new TextDecoder();
  let count = 0;
  let rest = "";
  for await (const chunk of lines()) {
    const text = rest + decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      const { body } = JSON.parse(text.slice(from, end));
      if (typeof body === "string") JSON.parse(body);
      from = end + 1;
      count++;
    }
    rest = text.slice(from);
  }
  return count;
}

async function check(errorsOnly: boolean): Promise<number> {
  const verifier = createVerifier({ errorsOnly });
  await verifier.read(lines());
  const { records, findings } = await verifier.report();
  if (findings.length > 0) throw new Error(`Good records have findings: ${JSON.stringify(findings[0])}`);
  return records;
}

/** A stream of as many records as one likes, of which none is kept. */
async function memory(): Promise<number> {
  const verifier = createVerifier();
  const records = Number(subject);
  async function* made() {
    for (let index = 0; index < records; index += 1000)
      yield Array.from({ length: 1000 }, (_, more) => line(index + more, false)).join("");
  }
  await verifier.read(made());
  return (await verifier.report()).records;
}

const tasks: Record<string, () => Promise<number>> = {
  parse,
  verify: () => check(false),
  "errors-only": () => check(true),
  memory,
};
if (task !== "memory") await tasks[task]?.(); // once to get warm: what is measured is a pass of a long run
const before = process.cpuUsage();
const records = (await tasks[task]?.()) ?? 0;
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({ records, seconds: (user + system) / 1e6, memory: process.resourceUsage().maxRSS * 1024 }),
);
