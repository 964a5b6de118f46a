import type { Terminal } from "../src/cli/index.ts";

/** One part of a longer job. */
export interface Step {
  name: string;
  /** Does the work; resolves to a phrase saying what was made, throws to stop the job. */
  run(): Promise<string>;
}

/**
 * Runs steps one after the other and prints a line for each with its time. On a terminal the running step is shown.
 * @throws whatever a step throws, after its line was printed.
 */
export async function runSteps(steps: readonly Step[], terminal: Terminal): Promise<void> {
  const width = Math.max(...steps.map(({ name }) => name.length));
  for (const step of steps) {
    const label = step.name.padEnd(width);
    const clear = showRunning(label, terminal);
    const start = performance.now();
    try {
      const made = await step.run();
      clear();
      terminal.out(`${terminal.style("green", "ok  ")}  ${label}  ${elapsed(start).padStart(7)}  ${made}\n`);
    } catch (error) {
      clear();
      terminal.out(`${terminal.style("red", "fail")}  ${label}  ${elapsed(start).padStart(7)}\n`);
      throw error;
    }
  }
}

/** The time since `start`, in milliseconds as `performance.now` gives it: `1.24 s`. */
export function elapsed(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(2)} s`;
}

// The line is overwritten when the step ends; only a terminal can do that, a pipe gets no control codes at all.
function showRunning(label: string, { interactive, err, styleErr }: Terminal): () => void {
  if (!interactive) return () => {};
  err(`${styleErr("dim", "…   ")}  ${label}`);
  return () => err("\r\x1b[2K");
}
