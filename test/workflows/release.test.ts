import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readJson, readText, root } from "../contract/project.ts";
import { commands, job, workflow, workflows } from "./workflow.ts";

const { version } = readJson("package.json") as { version: string };
const workflowFiles = Object.keys(workflows).map((file) => `.github/workflows/${file}`);
const steps = commands(job("release.yml", "publish"));

/** The one step whose command contains `part`. */
function step(part: string): string {
  const found = steps.filter((command) => command.includes(part));
  if (found.length !== 1) throw new Error(`${found.length} steps contain ${part}.`);
  return found[0] ?? "";
}

/** Runs a step as the runner does. */
function runStep(command: string, { cwd, temp, tag }: { cwd: string; temp: string; tag: string }) {
  return spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", command], {
    cwd,
    env: { ...process.env, GITHUB_REF_NAME: tag, RUNNER_TEMP: temp },
    encoding: "utf8",
  });
}

function inTemporary(use: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "contract-release-step-"));
  try {
    use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the release", () => {
  test("happens on a tag of a version, and on nothing else", () => {
    expect(workflow("release.yml").on).toEqual({ push: { tags: ["v*"] } });
  });

  test("checks everything before it publishes, publishes with provenance, and attaches files at last", () => {
    const order = [
      'GITHUB_REF_NAME" =',
      "bash .ci/run",
      "npm run --silent diff",
      "sha256sum",
      "publish",
      "gh release create",
    ];
    expect(order.map((part) => steps.indexOf(step(part)))).toEqual(
      order.map((part) => steps.indexOf(step(part))).sort((a, b) => a - b),
    );
    expect(step("publish")).toMatch(/ npm@11 publish .*--provenance/);
    expect(readJson("package.json")).toMatchObject({ publishConfig: { access: "public", provenance: true } });
  });

  test("names no registry: whoever installs or publishes has chosen one", () => {
    const files = [".npmrc", ".ci/run", "package.json", "package-lock.json", ...workflowFiles];
    expect(
      files.filter((file) =>
        /registry\s*=|"registry"|registry-url|https?:\/\/[^\s"]*registry/.test(readText(file)),
      ),
    ).toEqual([]);
    expect(readText("package-lock.json")).not.toContain('"resolved": "http');
  });

  test("keeps no token for the registry", () => {
    expect(readText(".github/workflows/release.yml")).not.toMatch(
      /secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN|registry-url/,
    );
  });

  test.each([
    [`v${version}`, 0],
    ["v0.0.1", 1],
    [version, 1],
  ])("with the tag %s the check of versions ends in %i", (tag, status) => {
    inTemporary((temp) => {
      const checked = runStep(step('GITHUB_REF_NAME" ='), { cwd: root, temp, tag });
      expect(checked.status, checked.stderr).toBe(status);
      if (status !== 0) return;
      const notes = readFileSync(join(temp, "notes.md"), "utf8");
      expect(notes).not.toBe("");
      expect(readText("CHANGELOG.md")).toContain(notes.trim());
      expect(notes).not.toMatch(/^## /m);
    });
  });

  test("attaches every file of its version with a checksum that holds", () => {
    inTemporary((folder) => {
      const [files, temp] = [join(folder, "dist/docs/1.2.3"), join(folder, "temp")];
      mkdirSync(files, { recursive: true });
      mkdirSync(temp);
      const texts = { "errors.json": "{}\n", "openapi.yaml": "openapi: 3.1.0\n" };
      for (const [name, text] of Object.entries(texts)) writeFileSync(join(files, name), text);
      const collected = runStep(step("sha256sum"), { cwd: folder, temp, tag: "v1.2.3" });
      expect(collected.status, collected.stderr).toBe(0);
      expect(readdirSync(join(temp, "files"))).toEqual(["SHA256SUMS", ...Object.keys(texts)]);
      expect(readFileSync(join(temp, "files/SHA256SUMS"), "utf8")).toBe(
        Object.entries(texts)
          .map(([name, text]) => `${createHash("sha256").update(text).digest("hex")}  ${name}\n`)
          .join(""),
      );
      expect(step("gh release create")).toContain('"$RUNNER_TEMP"/files/*');
    });
  });

  test("without the files of its version stops before anything is published", () => {
    inTemporary((temp) => {
      expect(runStep(step("sha256sum"), { cwd: temp, temp, tag: "v1.2.3" }).status).not.toBe(0);
    });
  });
});
