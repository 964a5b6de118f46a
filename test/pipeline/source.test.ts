import { expect, test, vi } from "vitest";
import { readText } from "../contract/project.ts";
import type { Copy } from "../copy.ts";
import { shortCopyForTest } from "./copy.ts";
import { stopOf } from "./findings.ts";

vi.setConfig({ testTimeout: 60_000 }); // real linters and compilers take their time on a busy machine

const code = "openapi/errors/key_expired.yaml";
const union = "openapi/responses/Unauthenticated.yaml";
const registry = "openapi/schemas/ErrorCode.yaml";

/** The line of a file that has a text in it. */
const lineIn = (file: string, text: string): number =>
  readText(file)
    .split("\n")
    .findIndex((line) => line.includes(text)) + 1;

const ways: [name: string, change: (copy: Copy) => void, want: string[]][] = [
  [
    "a file that nothing reaches",
    (copy) => copy.write("openapi/schemas/Spare.yaml", "type: string\n"),
    [
      "source-unreached openapi/schemas/Spare.yaml:1 Nothing in the document refers to this file: add a $ref to it where it belongs, or delete it.",
    ],
  ],
  [
    "a file of another kind",
    (copy) => copy.write("openapi/notes/todo.txt", "x"),
    [
      "source-unreached openapi/notes/todo.txt:1 Nothing in the document refers to this file: add a $ref to it where it belongs, or delete it.",
    ],
  ],
  [
    "a file name that disagrees with its code",
    (copy) => {
      copy.write("openapi/errors/key_gone.yaml", copy.read(code));
      copy.remove(code);
      copy.edit(union, "errors/key_expired.yaml", "errors/key_gone.yaml");
    },
    [
      "contract-file-name openapi/errors/key_gone.yaml:1 key_gone declares the code key_expired: the name of its file must be key_expired.",
    ],
  ],
  [
    "a code that the enum does not have",
    (copy) => copy.edit(registry, "  - key_expired\n", ""),
    [`contract-code ${code}:1 Code key_expired is not in the enum of codes: add it there.`],
  ],
  [
    "a code in the enum that no file has",
    (copy) => copy.edit(registry, "  - key_expired\n", "  - key_expired\n  - key_lost\n"),
    [
      `contract-code ${registry}:${lineIn(registry, "- key_expired") + 1} Code key_lost has no schema that a response carries: write its file and name it in its responses.`,
    ],
  ],
  [
    "a file that is gone",
    (copy) => copy.remove(code),
    [
      `source-unreadable ${union}:LINE ../errors/key_expired.yaml cannot be read (there is no such file). Create or repair it, or correct this reference.`,
    ],
  ],
  [
    "a folder in place of a file",
    (copy) => {
      copy.remove(code);
      copy.write(`${code}/x.txt`, "");
    },
    [
      `source-unreadable ${union}:LINE ../errors/key_expired.yaml cannot be read (it is a folder). Create or repair it, or correct this reference.`,
    ],
  ],
  [
    "a file that is not UTF-8",
    (copy) => copy.write(code, Uint8Array.of(0x74, 0x3a, 0x20, 0xff, 0xfe)),
    [
      `source-unreadable ${union}:LINE ../errors/key_expired.yaml cannot be read (it is not UTF-8, which line 1 shows: save it as UTF-8). Create or repair it, or correct this reference.`,
    ],
  ],
  [
    "a file that is not YAML",
    (copy) => copy.edit(code, "x-http-status: 401", "x-http-status: [401"),
    [
      expect.stringMatching(
        /^source-syntax openapi\/errors\/key_expired.yaml:\d+ This file is not valid YAML: .* Correct it here.$/,
      ) as never,
    ],
  ],
  [
    "a reference to nothing",
    (copy) => copy.edit(union, "errors/key_expired.yaml", "errors/key_expired.yaml#/none"),
    [
      `ref-dangling ${union}:LINE The $ref "../errors/key_expired.yaml#/none" points at nothing. Correct its pointer.`,
    ],
  ],
  [
    "a fact that is missing",
    (copy) => copy.edit(code, "x-retry: never\n", ""),
    [`contract-fact ${code}:1 \`x-retry\` is missing: write one of never, after, backoff.`],
  ],
  [
    "an operation that the client cannot have",
    (copy) => {
      const path = "  /teams/{teamId}/articles/{articleId}:\n";
      copy.edit("openapi/openapi.yaml", path, path.replace(":\n", ".json:\n"));
    },
    ["getArticle", "updateArticle", "deleteArticle"].map((id) => {
      return expect.stringMatching(
        new RegExp(`^client-method openapi/openapi\\.yaml:\\d+ ${id} \\(.*\\{articleId\\}\\.json`),
      ) as never;
    }),
  ],
];

test.each(ways)("%s stops the build and is named with file, line and advice", async (_, change, want) => {
  const copy = shortCopyForTest();
  const line =
    copy
      .read(union)
      .split("\n")
      .findIndex((text) => text.includes("key_expired.yaml")) + 1;
  change(copy);
  expect(await stopOf(copy)).toEqual(
    want.map((row) => (typeof row === "string" ? row.replace("LINE", `${line}`) : row)),
  );
});

test("files that nothing reaches and facts that are missing are told together", async () => {
  const copy = shortCopyForTest();
  copy.write("openapi/a.yaml", "");
  copy.edit(code, "x-retry: never\n", "");
  expect((await stopOf(copy)).map((row) => row.split(" ")[0])).toEqual(["source-unreached", "contract-fact"]);
});
