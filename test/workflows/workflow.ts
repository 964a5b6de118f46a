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
  steps: Step[];
}

export interface Workflow {
  name: string;
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
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
  if (!found) throw new Error(`${file} has no job ${name}.`);
  return found;
}

export const allJobs: [where: string, job: Job][] = Object.entries(workflows).flatMap(([file, { jobs }]) =>
  Object.entries(jobs).map(([name, job]): [string, Job] => [`${file} ${name}`, job]),
);

/** The shell commands of a job, one step each. */
export function commands({ steps }: Job): string[] {
  return steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
}
