import { readdirSync } from "node:fs";
import { parse } from "yaml";
import { readText, root } from "../contract/project.ts";

export interface Step {
  name?: string;
  uses?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
  run?: string;
  if?: string;
}

export interface Job {
  "runs-on": string;
  "timeout-minutes"?: number;
  permissions?: Record<string, string>;
  if?: string;
  needs?: string;
  steps: Step[];
}

/** A job that is another workflow of this project. */
export interface Call {
  uses: string;
  needs?: string;
  permissions?: Record<string, string>;
}

export interface Workflow {
  name: string;
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, Job | Call>;
}

const FOLDER = ".github/workflows/";

/** Every workflow of the project by its file name. */
export const workflows: Record<string, Workflow> = Object.fromEntries(
  readdirSync(root + FOLDER).map((file) => [file, parse(readText(FOLDER + file)) as Workflow]),
);

/** @throws when there is no such workflow. */
export function workflow(file: string): Workflow {
  const found = workflows[file];
  if (!found) throw new Error(`There is no workflow ${file}.`);
  return found;
}

/** @throws when the workflow has no such job. */
export function job(file: string, name: string): Job {
  const found = workflow(file).jobs[name];
  if (!found || "uses" in found) throw new Error(`${file} has no job ${name} with steps.`);
  return found;
}

type Named<T> = [where: string, job: T];

const everyJob = Object.entries(workflows).flatMap(([file, { jobs }]) =>
  Object.entries(jobs).map(([name, job]): Named<Job | Call> => [`${file} ${name}`, job]),
);

/** Every job with steps of its own. */
export const allJobs = everyJob.filter((one): one is Named<Job> => !("uses" in one[1]));

/** Every job that calls another workflow. */
export const allCalls = everyJob.filter((one): one is Named<Call> => "uses" in one[1]);

/** The shell commands of a job, one step each. */
export function commands({ steps }: Job): string[] {
  return steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
}
