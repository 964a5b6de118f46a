import { once } from "node:events";
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { listFiles, removeFolder, replaceFolders, writeFiles } from "../../scripts/disk.ts";
import { ended, run, start } from "../cli/spawn.ts";
import type { Copy } from "../copy.ts";
import { folderWith } from "../lint/document.ts";
import { copyForTest } from "./copy.ts";

describe("a process that is killed while it writes", () => {
  test.each(Array.from({ length: 12 }, (_, attempt) => [attempt]))(
    "leaves every file whole, old or new, and the next run clears up (%i)",
    async (attempt) => {
      const folder = folderWith({});
      const child = start("test/pipeline/writer.ts", [folder]);
      const done = ended(child);
      await once(child.stdout as NodeJS.ReadableStream, "data");
      await wait(Math.random() * 20 * (attempt + 1)); // any point will do: at none of them may a file be in pieces
      child.kill("SIGKILL");
      await done;
      const files = listFiles(folder).filter((path) => !path.endsWith(".tmp"));
      for (const path of files) {
        const text = readFileSync(join(folder, path), "utf8");
        expect([path, text.length, new Set(text).size]).toEqual([path, 2_000_000, 1]);
      }
      writeFiles(folder, [{ path: "a", content: "new" }]);
      expect(listFiles(folder)).toEqual(["a"]);
    },
  );
});

describe("a process that is killed while it moves folders", () => {
  test.each(Array.from({ length: 12 }, (_, attempt) => [attempt]))(
    "leaves each of them whole, in its place or on its way there, and the next run clears up (%i)",
    async (attempt) => {
      const folder = folderWith({});
      const child = start("test/pipeline/replacer.ts", [folder]);
      const done = ended(child);
      await once(child.stdout as NodeJS.ReadableStream, "data");
      await wait(100 + Math.random() * 20 * (attempt + 1)); // any point will do, once there is something to replace
      child.kill("SIGKILL");
      await done;
      for (const part of ["a", "b"]) {
        const place = existsSync(join(folder, "dist", part)) ? `dist/${part}` : `next/${part}.old`;
        const texts = listFiles(join(folder, place)).map((path) =>
          readFileSync(join(folder, place, path), "utf8"),
        );
        expect([part, texts.length, new Set(texts).size]).toEqual([part, 20, 1]);
      }
      removeFolder(join(folder, "next"));
      writeFiles(join(folder, "next/a"), [{ path: "0", content: "new" }]);
      replaceFolders(join(folder, "dist"), join(folder, "next"));
      expect(listFiles(join(folder, "dist/a"))).toEqual(["0"]);
      expect(existsSync(join(folder, "next"))).toBe(false);
    },
  );
});

/** A copy of the document and its output in which `generate` has something to write, readable by every user. */
function staleCopy(): Copy {
  const copy = copyForTest("openapi", "generated");
  chmodSync(copy.folder, 0o755);
  for (const file of listFiles(join(copy.folder, "generated"))) copy.write(`generated/${file}`, "stale\n");
  return copy;
}

// The administrator may write anywhere, and tests in a container run as one: the script runs as nobody then.
const asUser = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** What `npm run generate` says in a copy whose output cannot be written, with the path of the copy left out. */
async function generateIn({ folder }: Copy) {
  const { status, stdout, stderr } = await run("scripts/generate.ts", [], { cwd: folder, ...asUser });
  return { status, stdout, stderr: stderr.replaceAll(folder, "") };
}

const sentence = (text: string) => ({ status: 2, stdout: "", stderr: `error: ${text}\n` });

describe("generate says in one sentence, without a stack, that", () => {
  test("its folder is read-only", async () => {
    const copy = staleCopy();
    chmodSync(join(copy.folder, "generated"), 0o555);
    expect(await generateIn(copy)).toEqual(
      sentence(
        "generated/openapi.yaml cannot be opened: you do not have permission. Change its permissions or those of its folder.",
      ),
    );
    expect(new Set(Object.values(copy.files("generated")))).toEqual(new Set(["stale\n"]));
  });

  test("its folder cannot be made", async () => {
    const copy = staleCopy();
    copy.remove("generated");
    chmodSync(copy.folder, 0o555);
    expect(await generateIn(copy)).toEqual(
      sentence(
        "generated cannot be created: you do not have permission. Change its permissions or those of its folder.",
      ),
    );
    chmodSync(copy.folder, 0o755);
  });

  test("a file is in place of its folder", async () => {
    const copy = staleCopy();
    copy.remove("generated");
    copy.write("generated", "a file\n");
    expect(await generateIn(copy)).toEqual(
      sentence(
        "generated cannot be read: a part of its path is a file, not a folder. Move that file away, or correct the path.",
      ),
    );
  });

  test("a folder is in place of a file", async () => {
    const copy = staleCopy();
    copy.remove("generated/openapi.yaml");
    mkdirSync(join(copy.folder, "generated/openapi.yaml"));
    for (const path of ["generated", "generated/openapi.yaml"]) chmodSync(join(copy.folder, path), 0o777);
    expect(await generateIn(copy)).toEqual(
      sentence(
        "generated/openapi.yaml cannot be written: it is a folder. Move it away, or use another path.",
      ),
    );
  });

  test("a file is larger than the system allows, half-way through it, and keeps the old file", async () => {
    const copy = staleCopy();
    chmodSync(join(copy.folder, "generated"), 0o777);
    const limited = `ulimit -f 16; exec "$@"`; // blocks of 1 kB: any file that is larger fails in the middle
    const child = await run("scripts/generate.ts", [], {
      cwd: copy.folder,
      through: ["bash", "-c", limited, "bash"],
    });
    expect(child).toEqual(
      sentence(
        "generated/openapi.yaml cannot be written: it is larger than the system allows. Raise the limit for the size of files.",
      ),
    );
    expect(copy.read("generated/openapi.yaml")).toBe("stale\n");
    expect(listFiles(join(copy.folder, "generated")).filter((path) => path.endsWith(".tmp"))).toEqual([]);
  });
});

describe("a file of the document that may not be read stops every command in one sentence:", () => {
  test.each(["lint", "generate", "docs"])("%s", async (script) => {
    const copy = copyForTest("openapi", "generated");
    for (const path of ["", "openapi", "generated"]) chmodSync(join(copy.folder, path), 0o755);
    const file = join(copy.folder, "openapi/schemas/Meta.yaml");
    chmodSync(file, 0o000);
    const of = async () => {
      const { status, stdout, stderr } = await run(`scripts/${script}.ts`, [], {
        cwd: copy.folder,
        ...asUser,
      });
      return { status, stdout, stderr: stderr.replaceAll(copy.folder, "") };
    };
    const advice = "you do not have permission. Change its permissions or those of its folder.";
    expect(await of()).toEqual(sentence(`openapi/schemas/Meta.yaml cannot be read: ${advice}`));
    chmodSync(file, 0o644);
    chmodSync(join(copy.folder, "openapi/schemas"), 0o000); // a file for each reference into it would be told otherwise
    expect(await of()).toEqual(sentence(`openapi/schemas cannot be read: ${advice}`));
    chmodSync(join(copy.folder, "openapi/schemas"), 0o755);
  });
});

test("folders move onto a disk of its own, where nothing can be renamed to", async () => {
  const folder = folderWith({});
  const volume = mkdtempSync("/dev/shm/contract-");
  onTestFinished(() => rmSync(volume, { recursive: true }));
  expect(statSync(volume).dev).not.toBe(statSync(folder).dev);
  const from = join(folder, "next");
  writeFiles(join(from, "a"), [{ path: "b/c.txt", content: "new" }]);
  writeFiles(join(volume, "a"), [{ path: "old.txt", content: "old" }]);
  replaceFolders(volume, from);
  expect([listFiles(volume), existsSync(from)]).toEqual([["a/b/c.txt"], false]);
});

test("a full disk at the other end of stdout is told on stderr", async () => {
  const full = openSync("/dev/full", "w");
  const child = start("test/cli/program.ts", ["flood"], { stdout: full });
  const { status, stderr } = await ended(child);
  closeSync(full);
  expect([status, stderr]).toEqual([
    2,
    "error: The output cannot be written: the disk is full. Free some space, then run this again.\n",
  ]);
});
