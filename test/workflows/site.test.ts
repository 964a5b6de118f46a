import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../contract/project.ts";
import { folderWith } from "../lint/document.ts";
import { type Call, job, workflow } from "./workflow.ts";

// Stands for GitHub's command line: lists the folders in releases/ and copies from them.
const GH = `#!/usr/bin/env bash
set -euo pipefail
case "$1 $2" in
  "release list") ls "$RELEASES" ;;
  "release download") mkdir -p "$5" && cp "$RELEASES/$3"/* "$5" ;;
esac
`;

const sums = (texts: Record<string, string>) =>
  Object.entries(texts)
    .map(([name, text]) => `${createHash("sha256").update(text).digest("hex")}  ${name}\n`)
    .join("");

/** Releases with one file each, which says which version it is of, and the built site of the newest. */
function publishing(versions: readonly string[], built: readonly string[]) {
  const release = (version: string) => ({ "errors.json": `of ${version}\n` });
  const folder = folderWith({
    "bin/gh": GH,
    ...Object.fromEntries(
      versions.flatMap((version) => {
        const files = { ...release(version), SHA256SUMS: sums(release(version)) };
        return Object.entries(files).map(([name, text]) => [`releases/v${version}/${name}`, text]);
      }),
    ),
    ...Object.fromEntries(built.map((name) => [`site/${name}/errors.json`, "built\n"])),
  });
  chmodSync(join(folder, "bin/gh"), 0o755);
  mkdirSync(join(folder, "releases"), { recursive: true });
  return folder;
}

function olderVersions(folder: string) {
  return spawnSync("bash", [join(root, ".ci/older-versions"), join(folder, "site")], {
    encoding: "utf8",
    env: {
      ...process.env,
      PATH: `${join(folder, "bin")}${delimiter}${process.env.PATH}`,
      RELEASES: join(folder, "releases"),
    },
  });
}

/** What each folder of the site has. */
function siteOf(folder: string): Record<string, string> {
  const site = join(folder, "site");
  return Object.fromEntries(
    readdirSync(site)
      .sort()
      .map((name) => {
        expect(readdirSync(join(site, name))).toEqual(["errors.json"]);
        return [name, readFileSync(join(site, name, "errors.json"), "utf8").trim()];
      }),
  );
}

describe("the site", () => {
  test("keeps a folder for every version, and for every major version its last release", () => {
    const folder = publishing(["1.2.0", "1.9.0", "1.10.0", "2.0.0", "2.1.0"], ["2.1.0", "v2"]);
    const { status, stderr } = olderVersions(folder);
    expect([status, stderr]).toEqual([0, ""]);
    expect(siteOf(folder)).toEqual({
      "1.2.0": "of 1.2.0",
      "1.9.0": "of 1.9.0",
      "1.10.0": "of 1.10.0",
      "2.0.0": "of 2.0.0",
      "2.1.0": "built",
      v1: "of 1.10.0",
      v2: "built",
    });
  });

  test("of the first release has nothing older", () => {
    const folder = publishing(["1.0.0"], ["1.0.0", "v1"]);
    expect(olderVersions(folder).status).toBe(0);
    expect(siteOf(folder)).toEqual({ "1.0.0": "built", v1: "built" });
  });

  test("is not published with a file that is not what the release attached", () => {
    const folder = publishing(["1.0.0", "1.1.0"], ["1.1.0", "v1"]);
    writeFileSync(join(folder, "releases/v1.0.0/errors.json"), "something else\n");
    const { status, stdout } = olderVersions(folder);
    expect(status).not.toBe(0);
    expect(stdout).toContain("errors.json: FAILED");
  });

  test("ignores releases that are no versions", () => {
    const folder = publishing(["1.0.0", "next"], ["1.0.0", "v1"]);
    expect(olderVersions(folder).status).toBe(0);
    expect(siteOf(folder)).toEqual({ "1.0.0": "built", v1: "built" });
  });

  test("is published after every release, and again when somebody asks for it", () => {
    expect(workflow("site.yml").on).toEqual({ workflow_call: null, workflow_dispatch: null });
    const { needs, uses } = workflow("release.yml").jobs.site as Call;
    expect([needs, uses]).toEqual(["publish", "./.github/workflows/site.yml"]);
  });

  test("is that of the newest release, whichever one was last", () => {
    const { steps } = job("site.yml", "publish");
    const find = steps.find(({ name }) => name === "Find the newest release")?.run ?? "";
    const folder = publishing(["1.9.0", "1.10.0", "1.2.0"], []);
    const output = join(folder, "output");
    const { status } = spawnSync("bash", ["-eo", "pipefail", "-c", find], {
      env: {
        ...process.env,
        PATH: `${join(folder, "bin")}${delimiter}${process.env.PATH}`,
        RELEASES: join(folder, "releases"),
        GITHUB_OUTPUT: output,
      },
    });
    expect(status).toBe(0);
    expect(readFileSync(output, "utf8")).toBe("tag=v1.10.0\n");
    const checkout = steps.find(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkout?.with?.ref).toBe("${{ steps.newest.outputs.tag }}");
  });
});
