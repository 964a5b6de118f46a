import { spawn } from "node:child_process";
import {
  type BehaviourReport,
  type CheckRun,
  checkRuns,
  collectRuns,
  judgeRun,
  type RunEnd,
  type Sandbox,
} from "../../sandbox/index.ts";
import { UsageError } from "../command.ts";

export interface Check {
  sandbox: Sandbox;
  command: readonly string[];
  /** How long a run may take, in s. */
  patience: number;
}

/** Runs a client's command once for each case, all at once: each has a world of its own. */
export async function checkCommand({ sandbox, command, patience }: Check): Promise<BehaviourReport[]> {
  const runs = checkRuns.map(async (run, index) => {
    const end = await runOnce(run, { sandbox, command, patience, name: `check-${index + 1}` });
    return { run, verdict: judgeRun(run, end) };
  });
  return collectRuns(await Promise.all(runs));
}

async function runOnce(
  run: CheckRun,
  { sandbox, command, patience, name }: Check & { name: string },
): Promise<RunEnd> {
  const world = sandbox.world(name);
  const [program = "", ...args] = command;
  const begun = performance.now();
  const child = spawn(program, args, {
    stdio: ["ignore", "ignore", "ignore"],
    env: {
      ...process.env,
      CSTAR_BASE_URL: world.withScenarios(...run.scenarios),
      CSTAR_API_KEY: world.keys[run.key],
      CSTAR_TEAM_ID: world.teamId,
    },
  });
  let stopped = false;
  const timer = setTimeout(() => {
    stopped = true;
    child.kill("SIGKILL");
  }, patience * 1000);
  try {
    const status = await new Promise<number>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (code) => resolve(code ?? 1));
    });
    const seconds = (performance.now() - begun) / 1000;
    return { status: stopped ? undefined : status, seconds, report: world.report() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `The command cannot be run: ${reason}. It follows the two dashes: --check -- <command>`,
    );
  } finally {
    clearTimeout(timer);
  }
}

/** The report card as a table. */
export function printCheck(rows: readonly BehaviourReport[]): string {
  const width = Math.max(...rows.map(({ title }) => title.length));
  const lines = rows.map(
    ({ result, title, because }) => `${result.padEnd(8)}  ${title.padEnd(width)}  ${because}`,
  );
  const passed = rows.filter(({ result }) => result === "passed").length;
  return `${[...lines, "", `${passed} of ${rows.length} passed`].join("\n")}\n`;
}
