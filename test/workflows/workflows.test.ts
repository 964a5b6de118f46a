import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readJson, readText, root } from "../contract/project.ts";
import { allCalls, allJobs, commands, job, type Step, workflow, workflows } from "./workflow.ts";

const { scripts } = readJson("package.json") as { scripts: Record<string, string> };
const ciRun = readText(".ci/run");

/** Names of the npm scripts that a text calls. */
function npmScripts(text: string): string[] {
  return [...text.matchAll(/\bnpm (?:run (?:--silent )?([\w:-]+)|(test)\b)/g)].map(
    ([, name, test]) => name ?? test ?? "",
  );
}

describe("each job", () => {
  test("there are jobs to look at", () => {
    expect(allJobs.map(([where]) => where)).toEqual([
      "ci.yml all",
      "ci.yml lint",
      "ci.yml contract-diff",
      "release.yml publish",
      "site.yml publish",
    ]);
  });

  test.each(allJobs)("%s calls only npm scripts and project files that exist", (_, job) => {
    const text = commands(job).join("\n");
    expect(npmScripts(text).filter((name) => !(name in scripts))).toEqual([]);
    const files = [...text.matchAll(/(?:bash|node|--config) ([\w.][\w/.-]*)/g)].map(([, file = ""]) => file);
    expect(files.filter((file) => !existsSync(root + file))).toEqual([]);
  });

  test.each(allJobs)("%s has steps that a shell can read", (_, job) => {
    const runs = commands(job);
    expect(runs.length).toBeGreaterThan(0);
    for (const run of runs) {
      // Expressions are replaced before the shell sees the text; none may stand in a command, for they could hold any text.
      expect(run).not.toContain("${{");
      const { status, stderr } = spawnSync("bash", ["-n"], { input: run, encoding: "utf8" });
      expect(status, stderr).toBe(0);
    }
  });

  test.each(allJobs)("%s runs every action at a commit, and does not keep the token", (_, { steps }) => {
    const actions = steps.flatMap(({ uses }) => uses ?? []);
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter((action) => !/^[\w-]+(\/[\w-]+)+@[0-9a-f]{40}$/.test(action))).toEqual([]);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.map((step) => step.with?.["persist-credentials"])).toEqual([false]);
  });

  test.each(allJobs)(
    "%s ends in a time that somebody has chosen, on the oldest Node of the package",
    (_, job) => {
      expect(job["timeout-minutes"]).toBeGreaterThan(0);
      const node = job.steps.filter(({ uses }) => uses?.startsWith("actions/setup-node@"));
      expect(node.map((step) => step.with?.["node-version"])).toEqual([20]);
    },
  );

  test.each(allJobs)("%s has no step that is both an action and a command, or neither", (_, { steps }) => {
    const kinds = (step: Step) => [step.uses, step.run].filter((part) => part !== undefined).length;
    expect(steps.filter((step) => kinds(step) !== 1)).toEqual([]);
  });
});

test("an action has one commit, whoever uses it, and its version beside it for the reader", () => {
  const uses = Object.keys(workflows).flatMap((file) => {
    const lines = readText(`.github/workflows/${file}`).matchAll(/uses: ([^\s@]+)@(\S+)(.*)$/gm);
    return [...lines].map(([, action = "", commit = "", comment = ""]) => ({ action, commit, comment }));
  });
  expect(uses.filter(({ comment }) => !/^ # v\d+\.\d+\.\d+$/.test(comment))).toEqual([]);
  const pins = new Set(uses.map(({ action, commit, comment }) => `${action} ${commit}${comment}`));
  expect(pins.size).toBe(new Set(uses.map(({ action }) => action)).size);
  expect(new Set(uses.map(({ commit }) => commit)).size).toBe(pins.size);
});

describe("permissions", () => {
  test("are none but reading, except where a job says what it writes", () => {
    const granted = Object.entries(workflows).map(([file, { permissions }]) => [file, permissions]);
    expect(granted).toEqual(Object.keys(workflows).map((file) => [file, { contents: "read" }]));
    const raised = allJobs.filter(([, { permissions }]) => permissions !== undefined);
    expect(Object.fromEntries(raised.map(([where, { permissions }]) => [where, permissions]))).toEqual({
      "ci.yml lint": { contents: "read", "security-events": "write" },
      "release.yml publish": { contents: "write", "id-token": "write" },
      "site.yml publish": { contents: "read", pages: "write", "id-token": "write" },
    });
  });

  test("a workflow that is called gets what its own job asks for, and no more", () => {
    expect(allCalls.map(([where, { uses }]) => [where, uses])).toEqual([
      ["release.yml site", "./.github/workflows/site.yml"],
    ]);
    for (const [, { uses, permissions }] of allCalls) {
      expect(permissions).toEqual(job(uses.split("/").at(-1) ?? "", "publish").permissions);
    }
  });
});

describe("CI", () => {
  test("runs for every pull request and on the main branch, never with the rights of the base", () => {
    expect(workflow("ci.yml").on).toEqual({ push: { branches: ["main"] }, pull_request: null });
  });

  test("does what the script does that everybody can run, and nothing of it again", () => {
    expect(commands(job("ci.yml", "all"))).toContain("bash .ci/run");
    expect(commands(job("ci.yml", "all")).flatMap(npmScripts)).toEqual([]);
    expect(npmScripts(ciRun)).toEqual(["lint", "generate", "check", "build", "test", "test:deep"]);
    expect(npmScripts(ciRun).filter((name) => !(name in scripts))).toEqual([]);
  });

  test("puts lint findings on the pull request and into the list of alerts", () => {
    const steps = commands(job("ci.yml", "lint"));
    expect(steps).toContain("npm run --silent lint -- --format github --max-warnings 0");
    expect(steps.some((step) => step.includes("--format sarif > lint.sarif"))).toBe(true);
    const upload = job("ci.yml", "lint").steps.find(({ uses }) => uses?.includes("upload-sarif"));
    expect(upload?.with?.sarif_file).toBe("lint.sarif");
  });

  test("tells what a pull request changes: on its lines without failing, then in the summary, where it fails", () => {
    const contractDiff = job("ci.yml", "contract-diff");
    expect(contractDiff.if).toBe("github.event_name == 'pull_request'");
    expect(commands(contractDiff).slice(-2)).toEqual([
      'npm run --silent diff -- --base "$BASE" --format github --fail-on none',
      'npm run --silent diff -- --base "$BASE" --format markdown >> "$GITHUB_STEP_SUMMARY"',
    ]);
    // Against the commit where the branch left its base: what the base has got since is no change of the pull request.
    const bases = contractDiff.steps.flatMap(({ env }) => env?.BASE ?? []);
    expect(bases).toEqual(Array(2).fill("git:origin/${{ github.base_ref }}..."));
    const checkout = contractDiff.steps.find(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkout?.with?.["fetch-depth"]).toBe(0);
  });
});
