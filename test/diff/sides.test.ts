import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { DiffInputError, defaultBase, diffContracts, readSides } from "../../src/diff/index.ts";
import { parseSide } from "../../src/diff/sides/parse-side.ts";
import { toPosix } from "../../src/diff/sides/read-side.ts";
import { ContractError } from "../../src/document/index.ts";
import { createRepository, filesIn, type Repository } from "./repository.ts";
import { caseOf, shop } from "./support.ts";

test.each([
  ["api/openapi.yaml", { kind: "file", path: "api/openapi.yaml" }],
  ["git:main", { kind: "git", ref: "main", mergeBase: false }],
  ["git:HEAD~3", { kind: "git", ref: "HEAD~3", mergeBase: false }],
  ["git:v1.0.0:api/a.yaml", { kind: "git", ref: "v1.0.0", mergeBase: false, path: "api/a.yaml" }],
  ["git:origin/main...", { kind: "git", ref: "origin/main", mergeBase: true }],
  ["git:main...:api/a.yaml", { kind: "git", ref: "main", mergeBase: true, path: "api/a.yaml" }],
  [
    "git:main@{2026-03-30 10:00}:a.yaml",
    { kind: "git", ref: "main@{2026-03-30 10:00}", mergeBase: false, path: "a.yaml" },
  ],
])("the side %s is read as what it says", (text, side) => {
  expect(parseSide(text)).toEqual(side);
});

test.each([
  "git:",
  "git::a.yaml",
  "git:...",
  "git:--upload-pack=x",
  "git:-h",
  "git:a..b",
  "git:a\nb",
  "git:a*",
])("%j names no commit, and is never handed to Git", (text) => {
  expect(() => parseSide(text)).toThrow(
    "names no commit. Write `git:<ref>`, `git:<ref>:<path>` or `git:<ref>...`.",
  );
});

test("paths of Windows are written as documents write them", () => {
  expect(toPosix("api\\errors\\a.yaml", "\\")).toBe("api/errors/a.yaml");
  expect(toPosix("api/a.yaml", "/")).toBe("api/a.yaml");
});

describe("in a repository", () => {
  let repository: Repository;
  const { base: before, head: after } = caseOf("errors", "code-renamed");

  beforeAll(() => {
    repository = createRepository();
    const { ErrorCode } = before.components.schemas;
    const split = structuredClone(before);
    split.components.schemas.ErrorCode = { $ref: "schemas/ErrorCode.yaml" };
    repository.write("old/shop.yaml", split);
    repository.write("old/schemas/ErrorCode.yaml", ErrorCode);
    repository.write("old/broken.yaml", "openapi: [3.1.0\n");
    repository.write("old/other.json", '{"name": "other"}');
    repository.commit("The first version");
    repository.git("tag", "v1");
    repository.git("mv", "old", "api");
    repository.commit("Another folder");
    repository.git("tag", "v2");
    repository.git("switch", "--quiet", "--create", "change");
    repository.write("api/shop.yaml", after);
    repository.commit("A rename");
    repository.git("switch", "--quiet", "main");
    repository.write("api/shop.yaml", { ...split, info: { ...split.info, title: "Main has moved on" } });
    repository.commit("Main has moved on");
    repository.git("switch", "--quiet", "change");
  });
  afterAll(() => repository.remove());

  const open = (base: string, head: string, folder = "") => {
    const cwd = join(repository.folder, folder);
    return readSides({ base, head }, { cwd, files: filesIn(cwd) });
  };
  const ids = (base: string, head: string, folder = "") => {
    const sides = open(base, head, folder);
    return diffContracts(sides.base.contract, sides.head.contract).map(({ id }) => id);
  };

  test.each([
    ["the path of the other side", "git:v2", "api/shop.yaml", ""],
    ["the path of the other side, from a folder below the root", "git:v2", "shop.yaml", "api"],
    ["an absolute path of the other side", "git:v2", "ABSOLUTE", ""],
    [
      "a path from the root of the repository, wherever one is",
      "git:v1:old/shop.yaml",
      "../api/shop.yaml",
      "old-or-new",
    ],
    ["a path from the working folder", "git:v2:./shop.yaml", "shop.yaml", "api"],
    ["commits on both sides", "git:v2", "git:change:api/shop.yaml", ""],
    ["the commit where HEAD left the ref", "git:main...", "api/shop.yaml", ""],
  ])("a commit is read under %s", (_, base, head, folder) => {
    if (folder === "old-or-new") repository.write("old-or-new/note", "");
    const path = head === "ABSOLUTE" ? join(repository.folder, "api/shop.yaml") : head;
    expect(ids(base, path, folder)).toEqual(["code-renamed"]);
  });

  test("changes that only the other branch has are no changes from where HEAD left it, and would be reported reversed otherwise", () => {
    expect(ids("git:main", "api/shop.yaml")).toEqual(["code-renamed", "text-changed"]);
  });

  test("a report names the file and the commit", () => {
    const { base, head } = open("git:main...", "api/shop.yaml");
    const hash = repository.git("rev-parse", "v2").slice(0, 9);
    expect([base.label, head.label]).toEqual([
      `api/shop.yaml where HEAD left main (${hash})`,
      "api/shop.yaml",
    ]);
  });

  test("the usual base is the bundle of the last release before HEAD, and the main branch before the first", () => {
    const usual = () => defaultBase(repository.folder, "bundle.yaml");
    expect(usual()).toBe("git:main...");
    for (const tag of ["v1.9.0", "v1.10.0", "v2.0.0-beta.1", "vacation"]) repository.git("tag", tag, "v2");
    repository.git("tag", "v3.0.0", "change"); // the release that is being made
    repository.git("tag", "v4.0.0", "main"); // of another branch
    expect(usual()).toBe("git:v1.10.0:bundle.yaml");
    repository.git("tag", "--delete", "v1.9.0", "v1.10.0");
  });

  test("line endings of a checkout are no change", () => {
    const text = stringify(after, { aliasDuplicateObjects: false });
    repository.write("crlf.yaml", text.replaceAll("\n", "\r\n"));
    expect(ids("git:HEAD:api/shop.yaml", "crlf.yaml")).toEqual([]);
  });

  test.each([
    [
      "git:v1",
      "api/shop.yaml",
      /^v1 \([0-9a-f]{9}\) has no file api\/shop\.yaml\. .* name it such as `git:v1:old\/shop\.yaml`\.$/,
    ],
    [
      "git:v1:api/none.yaml",
      "api/shop.yaml",
      /has no file api\/none\.yaml\. .* name it as `git:v1:<path>`\.$/,
    ],
    [
      "git:gone",
      "api/shop.yaml",
      /^There is no commit "gone" in this repository\. Check its name; `git branch --all` and `git tag`/,
    ],
    ["git:v1", "git:v2", /^Which file of v1 is the document\? Write `git:v1:<path>`\.$/],
    ["git:v2:../../shop.yaml", "api/shop.yaml", /is outside of the repository\.$/],
    ["git:v2:api/other.json", "api/shop.yaml", /^api\/other\.json at v2 .* is not an OpenAPI 3 document/],
    [
      "git:$(touch pwned);`touch pwned`",
      "api/shop.yaml",
      /^There is no commit "\$\(touch pwned\);`touch pwned`" in this repository\./,
    ],
  ])("%s beside %s is refused with what to do", (base, head, message) => {
    expect(() => open(base, head)).toThrow(DiffInputError);
    expect(() => open(base, head)).toThrow(message);
    expect(readdirSync(repository.folder)).not.toContain("pwned");
  });

  test("a document that cannot be parsed, or refers to a URL, is no version without changes", () => {
    expect(() => open("git:v2:api/broken.yaml", "api/shop.yaml")).toThrow(ContractError);
    repository.write("url.yaml", {
      ...before,
      components: { schemas: { Order: { $ref: "https://shop.example/order.yaml" } } },
    });
    expect(() => open("git:v2:api/shop.yaml", "url.yaml")).toThrow(/leaves the document/);
  });

  test("in a shallow clone, a missing commit is reported with how to fetch it", () => {
    const clone = createRepository();
    const from = pathToFileURL(repository.folder).href;
    clone.git("clone", "--quiet", "--depth=1", "--branch=change", from, "shallow");
    const cwd = join(clone.folder, "shallow");
    const read = (base: string) => () =>
      readSides({ base, head: "api/shop.yaml" }, { cwd, files: filesIn(cwd) });
    expect(read("git:v1")).toThrow(
      'There is no commit "v1" in this repository, which is a shallow clone: fetch more of it, in GitHub Actions with `fetch-depth: 0`',
    );
    clone.remove();
  });

  test("outside of a repository, and without Git, the message says so", () => {
    const lonely = createRepository();
    lonely.write("shop.yaml", shop());
    const read = () =>
      readSides(
        { base: "git:main", head: "shop.yaml" },
        { cwd: lonely.folder, files: filesIn(lonely.folder) },
      );
    const { PATH } = process.env;
    process.env.PATH = lonely.folder;
    expect(read).toThrow("`git` is not installed, or not in PATH.");
    process.env.PATH = PATH;
    lonely.remove();
    const bare = createRepository();
    bare.write("shop.yaml", shop());
    process.env.GIT_DIR = join(bare.folder, "none");
    expect(() =>
      readSides({ base: "git:main", head: "shop.yaml" }, { cwd: bare.folder, files: filesIn(bare.folder) }),
    ).toThrow(/is not in a Git repository\. Run this in one, or compare two files\.$/);
    delete process.env.GIT_DIR;
    bare.remove();
  });
});
