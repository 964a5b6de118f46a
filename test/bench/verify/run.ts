// What the bench of verify runs in a process of its own: `run.ts <task> <file>`.
import { createReadStream } from "node:fs";
import { createVerifier } from "../../../src/entries/verify.ts";
import { createValueReader } from "../../../src/verify/read-values.ts";

const [task = "", file = ""] = process.argv.slice(2);
const chunks = () => createReadStream(file, { highWaterMark: 1024 * 1024 });

function parseBody(record: unknown): void {
  const { body } = record as { body: unknown };
  if (typeof body === "string") JSON.parse(body);
}

/** As a program does that somebody writes for the purpose, and writes well. Bodies that are text are parsed, too. */
async function parse(): Promise<void> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunks()) {
    const text = rest + decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      parseBody(JSON.parse(text.slice(from, end)));
      from = end + 1;
    }
    rest = text.slice(from);
  }
}

async function cut(): Promise<void> {
  const reader = createValueReader({ onValue: parseBody, onUnreadable: () => {} });
  for await (const chunk of chunks()) reader.push(chunk);
  reader.end();
}

async function verify(errorsOnly: boolean): Promise<void> {
  const verifier = createVerifier({ errorsOnly });
  await verifier.read(chunks());
  const { findings } = await verifier.report();
  if (findings.length > 0) throw new Error(`Good records have findings: ${JSON.stringify(findings[0])}`);
}

const tasks: Record<string, () => Promise<void>> = {
  parse,
  cut,
  verify: () => verify(false),
  "errors-only": () => verify(true),
};
await tasks[task]?.(); // once to get warm: what is measured is a pass of a long run
const before = process.cpuUsage();
await tasks[task]?.();
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ seconds: (user + system) / 1e6 }));
