import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { median, printTable, shuffled, times } from "../support.ts";
import { baseline, contenders } from "./contenders.ts";

const warmUp = 200;
const calls = 2_000;

/** Time of a call over a real connection of this machine. The contenders take turns, call by call. */
export async function reportLoopback(): Promise<void> {
  const server = spawn(
    process.execPath,
    ["--import", "tsx", fileURLToPath(new URL("./server.ts", import.meta.url))],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  try {
    const [port] = await once(server.stdout, "data");
    const all = await contenders(`http://127.0.0.1:${Number(String(port))}/api/v1`);
    const taken = new Map<string, number[]>(all.map(({ name }) => [name, []]));
    for (let index = -warmUp; index < calls; index++) {
      for (const { name, get } of shuffled(all)) {
        const start = performance.now();
        await get();
        if (index >= 0) taken.get(name)?.push(performance.now() - start);
      }
    }
    const base = median(taken.get(baseline) ?? []);
    printTable(
      `Loopback, GET a ticket, ${calls} calls each in turns`,
      ["", "median", `beside ${baseline}`],
      [...taken].map(([name, each]) => {
        const value = median(each);
        return [name, `${(value * 1000).toFixed(0)} µs`, times(value / base)];
      }),
    );
    console.log("The client may take 1.10 x.");
  } finally {
    server.kill();
  }
}
