import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readJson, readText, root } from "../contract/project.ts";
import { programOf } from "../package/consumer.ts";
import { type Outcome, run, succeed } from "../package/run.ts";

const CHANGESET = `---
"@cstar.help/api-contract": minor
---

Tickets can be merged.
The answer is the ticket that remains.

code key_expired: added to \`mergeTickets\`
code resource_conflict: removed from \`createTicket\`
`;

interface Versioned {
  version: string;
}

describe("a release", () => {
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "contract-release-"));
    for (const name of [
      "package.json",
      "package-lock.json",
      "CHANGELOG.md",
      ".changeset",
      "openapi",
      "generated",
    ]) {
      cpSync(join(root, name), join(folder, name), { recursive: true });
    }
    // Those that wait for the next release are none of these tests.
    for (const name of readdirSync(join(folder, ".changeset"))) {
      if (name.endsWith(".md") && name !== "README.md") rmSync(join(folder, ".changeset", name));
    }
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
    await succeed(folder, "git", "init", "--quiet", "--initial-branch", "main");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const changedLines = (name: string) => {
    const before = readText(name).split("\n");
    return read(name)
      .split("\n")
      .filter((line, index) => line !== before[index]).length;
  };
  const changesetVersion = (): Promise<Outcome> =>
    run(folder, process.execPath, programOf("@changesets/cli", "bin.js"), "version");
  const next = () => {
    const [major, minor] = (readJson("package.json") as Versioned).version.split(".").map(Number);
    return `${major}.${Number(minor) + 1}.0`;
  };

  test("raises the version, and writes error codes as lines of a kind of their own", async () => {
    write(".changeset/merge-tickets.md", CHANGESET);
    const { status, stdout, stderr } = await changesetVersion();
    expect(status, stdout + stderr).toBe(0);
    expect((JSON.parse(read("package.json")) as Versioned).version).toBe(next());
    const added = read("CHANGELOG.md").replace(readText("CHANGELOG.md").replace("# Changelog\n", ""), "");
    expect(added.trim()).toBe(`# Changelog

## ${next()}

### Minor Changes

- Tickets can be merged.
  The answer is the ticket that remains.
- **Error code \`key_expired\` (401)**: added to \`mergeTickets\`
- **Error code \`resource_conflict\` (409)**: removed from \`createTicket\``);
  });

  test("gives the contract and the lockfile the version of the package", async () => {
    write(".changeset/merge-tickets.md", CHANGESET);
    await changesetVersion();
    await succeed(folder, process.execPath, ".changeset/stamp.mjs");
    expect(parse(read("openapi/openapi.yaml")).info.version).toBe(next());
    const lock = JSON.parse(read("package-lock.json")) as Versioned & { packages: Record<string, Versioned> };
    expect([lock.version, lock.packages[""]?.version]).toEqual([next(), next()]);
    expect(changedLines("openapi/openapi.yaml")).toBe(1);
    expect(changedLines("package-lock.json")).toBe(2);
  });

  test("stops at a changeset about a code that the contract does not have", async () => {
    write(".changeset/merge-tickets.md", CHANGESET.replace("key_expired", "key_expird"));
    const { status, stdout, stderr } = await changesetVersion();
    expect(status).not.toBe(0);
    expect(stdout + stderr).toContain('A changeset speaks of the error code "key_expird"');
    expect(read("CHANGELOG.md")).toBe(readText("CHANGELOG.md"));
  });

  test("calls a retired code retired", async () => {
    const table = JSON.parse(read("generated/errors.json"));
    table.retired = [{ code: "key_lost", retired: "1.1.0", reason: "Nobody got it." }];
    write("generated/errors.json", JSON.stringify(table));
    write(".changeset/lost.md", '---\n"@cstar.help/api-contract": major\n---\n\ncode key_lost: removed\n');
    expect((await changesetVersion()).status).toBe(0);
    expect(read("CHANGELOG.md")).toContain(
      "### Major Changes\n\n- **Error code `key_lost` (retired)**: removed\n",
    );
  });

  test("has its section of the changelog as its notes", async () => {
    write(
      "CHANGELOG.md",
      "# Changelog\n\n## 1.10.0\n\n- Ten.\n\n## 1.1.0\n\n### Minor Changes\n\n- One.\n\n## 1.0.0\n\n- Zero.\n",
    );
    const notes = await run(folder, process.execPath, ".changeset/notes.mjs", "1.1.0");
    expect(notes).toEqual({ status: 0, stdout: "### Minor Changes\n\n- One.\n", stderr: "" });
    const none = await run(folder, process.execPath, ".changeset/notes.mjs", "1.1");
    expect(none).toEqual({ status: 2, stdout: "", stderr: 'CHANGELOG.md has no section "## 1.1".\n' });
  });
});
