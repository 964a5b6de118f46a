import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { printTable, times } from "./support.ts";

const SIZES = [
  [16, 17],
  [50, 250],
  [200, 1000],
] as const;
const script = fileURLToPath(new URL("growth-run.ts", import.meta.url));
const stock = fileURLToPath(new URL("growth-stock-run.ts", import.meta.url));

/** CPU time by step, peak memory and output, as the contract grows; every operation declares every code. */
export function reportGrowth(): void {
  const rows = SIZES.map(([codes, operations]) => {
    const size = [String(codes), String(operations)];
    const { seconds, bytes, input, memory } = run<Measured>(script, size);
    const theirs = run<{ seconds: number }>(stock, size).seconds;
    const steps = STEPS.map((name) => (seconds[name] ?? 0).toFixed(2));
    // The error rules run within the lint, and are measured before it by themselves.
    const ours = STEPS.filter((name) => name !== "rules").reduce(
      (sum, name) => sum + (seconds[name] ?? 0),
      0,
    );
    return [
      `${codes} codes, ${operations} operations`,
      megabytes(input),
      ...steps,
      megabytes(memory),
      megabytes(bytes),
      theirs.toFixed(2),
      times(ours / theirs),
    ];
  });
  const head = ["", "input", ...STEPS, "memory", "output", "stock", "ratio"];
  printTable("Growth: CPU seconds and MB", head, rows);
  console.log(
    "Reading may take 1.50 s at the largest size. Stock: Redocly's lint and bundle, Spectral's lint, openapi-typescript; all of ours may take 4.00 times as long.",
  );
}

const STEPS = ["parse", "read", "rules", "lint", "bundle", "generate"] as const;

function run<T>(file: string, args: readonly string[]): T {
  const command = ["--import", "tsx", file, ...args];
  return JSON.parse(execFileSync(process.execPath, command, { encoding: "utf8", maxBuffer: 1 << 26 }));
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
