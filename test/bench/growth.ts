import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { printTable } from "./support.ts";

const SIZES = [
  [16, 17],
  [50, 250],
  [200, 1000],
] as const;
const script = fileURLToPath(new URL("growth-run.ts", import.meta.url));

/** CPU time by step, peak memory and output, as the contract grows; every operation declares every code. */
export function reportGrowth(): void {
  const rows = SIZES.map(([codes, operations]) => {
    const args = ["--import", "tsx", script, String(codes), String(operations)];
    const output = execFileSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 26 });
    const { seconds, bytes, input, memory } = JSON.parse(output) as Measured;
    const steps = ["parse", "read", "rules", "bundle", "generate"].map((name) =>
      (seconds[name] ?? 0).toFixed(2),
    );
    return [
      `${codes} codes, ${operations} operations`,
      megabytes(input),
      ...steps,
      megabytes(memory),
      megabytes(bytes),
    ];
  });
  const head = ["", "input", "parse", "read", "rules", "bundle", "generate", "memory", "output"];
  printTable("Growth: CPU seconds and MB", head, rows);
  console.log("Reading may take 1.50 s at the largest size.");
}

interface Measured {
  seconds: Record<string, number>;
  bytes: number;
  input: number;
  memory: number;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
