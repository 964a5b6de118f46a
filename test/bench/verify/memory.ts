import { spawn } from "node:child_process";
import { once } from "node:events";
import { line } from "./records.ts";

/** Prints the peak of the memory of the process as the last line on stderr. */
const MEASURE = `data:text/javascript,process.on("exit",()=>process.stderr.write("\\n"+process.resourceUsage().maxRSS))`;

/** What a program of Node took at most, in bytes, and what it printed. */
export interface Peak {
  bytes: number;
  stdout: string;
}

/**
 * Runs a program with so many records on its standard input; they are made as they are read, so that they cannot be what
 * takes the memory.
 */
export async function peakOf(program: readonly string[], records: number): Promise<Peak> {
  const child = spawn(process.execPath, ["--import", MEASURE, ...program]);
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const closed = once(child, "close");
  child.stdin.on("error", () => {}); // a program that takes no input closes it
  for (let index = 0; index < records; index += 1000) {
    const text = Array.from({ length: 1000 }, (_, more) => line(index + more, false)).join("");
    if (!child.stdin.write(text)) await once(child.stdin, "drain");
  }
  child.stdin.end();
  await closed;
  return { bytes: Number(stderr.split("\n").at(-1)) * 1024, stdout };
}
