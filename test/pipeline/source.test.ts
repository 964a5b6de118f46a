import { expect, test, vi } from "vitest";
import { filesOf } from "../../scripts/disk.ts";
import { lintSource as lint, readSource as read } from "../../scripts/source.ts";
import { ContractError } from "../../src/document/index.ts";
import { compareFindings, type Finding } from "../../src/report/index.ts";
import { readText } from "../contract/project.ts";
import type { Copy } from "../copy.ts";
import { copyForTest } from "./copy.ts";

vi.setConfig({ testTimeout: 60_000 }); // real linters and compilers take their time on a busy machine

const lintSource = async ({ folder }: Copy) => (await lint({ files: filesOf(folder) })).findings;
const readSource = ({ folder }: Copy) => read(filesOf(folder));

/** Findings in short: `rule file:line message`. */
function brief(findings: readonly Finding[]): string[] {
  const sorted = [...findings].sort(compareFindings);
  return sorted.map(({ rule, file, line, message }) => `${rule} ${file}:${line} ${message}`);
}

async function stopOf(copy: Copy): Promise<string[]> {
  const error = await readSource(copy).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ContractError)) throw new Error("The document was read.", { cause: error });
  return brief(error.findings);
}

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
      `source-unreadable ${union}:LINE ../errors/key_expired.yaml cannot be read (it is not UTF-8). Create or repair it, or correct this reference.`,
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
      const path = "  /teams/{teamId}/tickets/{ticketId}/messages:\n";
      copy.edit("openapi/openapi.yaml", path, path.replace("/messages", ".json"));
    },
    ["listTicketMessages", "createTicketMessage"].map((id) => {
      return expect.stringMatching(
        new RegExp(`^client-method openapi/openapi\\.yaml:\\d+ ${id} \\(.*\\{ticketId\\}\\.json`),
      ) as never;
    }),
  ],
];

test.each(ways)("%s stops the build and is named with file, line and advice", async (_, change, want) => {
  const copy = copyForTest("openapi");
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
  const copy = copyForTest("openapi");
  copy.write("openapi/a.yaml", "");
  copy.edit(code, "x-retry: never\n", "");
  expect((await stopOf(copy)).map((row) => row.split(" ")[0])).toEqual(["source-unreached", "contract-fact"]);
});

test("the document as it is has no findings, and is read with its bundle", async () => {
  const copy = copyForTest("openapi");
  expect(await lintSource(copy)).toEqual([]);
  const { tree, contract, bundle } = await readSource(copy);
  expect(tree.entry).toBe("openapi/openapi.yaml");
  expect(contract.errors.length).toBeGreaterThan(0);
  expect(bundle.openapi).toBe("3.1.0");
});

test("a method whose operationId says another verb is a warning, which does not stop the build", async () => {
  const copy = copyForTest("openapi");
  copy.edit("openapi/openapi.yaml", "operationId: deleteTicket", "operationId: removeTicket");
  const findings = await lintSource(copy);
  expect(findings).toMatchObject([
    { rule: "client-method", severity: "warning", file: "openapi/openapi.yaml" },
  ]);
  expect(findings[0]?.message).toContain("`tickets.delete`");
  await readSource(copy);
});

test("a keyword that OpenAPI 3.0 lacks is a warning on its line, one that responses are not checked for an error", async () => {
  const copy = copyForTest("openapi");
  copy.edit(
    "openapi/schemas/Metadata.yaml",
    "type: object\n",
    "type: object\npropertyNames: {maxLength: 40}\n",
  );
  const lines = copy.read("openapi/schemas/Metadata.yaml").split("\n");
  const line = lines.findIndex((text) => text.startsWith("propertyNames")) + 1;
  const place = `openapi/schemas/Metadata.yaml:${line}`;
  expect(brief(await lintSource(copy))).toEqual([
    expect.stringContaining(
      `contract-schema ${place} The check of responses does not know \`propertyNames\``,
    ),
    expect.stringContaining(`openapi-3-0 ${place} \`propertyNames\` has no counterpart`),
  ]);
  expect(await stopOf(copy)).toEqual([expect.stringContaining(`contract-schema ${place} `)]);
});

test("lint lists what the files, the extensions, the facts and the linters give away, in one run", async () => {
  const copy = copyForTest("openapi");
  copy.write("openapi/a.yaml", "");
  copy.edit("openapi/openapi.yaml", "x-statuses:\n", "x-own: 1\nx-statuses:\n");
  copy.edit(code, "x-actor: ", "x-actor: x");
  copy.edit("openapi/responses/NotFound.yaml", "description: ", "descriptoin: ");
  const rules = (await lintSource(copy)).map(({ rule, file }) => `${rule} ${file.slice("openapi/".length)}`);
  expect(rules).toEqual(
    expect.arrayContaining([
      "source-unreached a.yaml",
      "extension-registered openapi.yaml",
      "extension-registered errors/key_expired.yaml",
      "struct responses/NotFound.yaml",
    ]),
  );
  expect(rules.filter((row) => row === "contract-fact errors/key_expired.yaml")).toEqual([]);
});

test("what an error rule finds in the bundle is told on the hand-written line, once", async () => {
  const copy = copyForTest("openapi");
  copy.edit(code, "errors#key_expired", "errors#key_gone");
  const line =
    copy
      .read(code)
      .split("\n")
      .findIndex((text) => text.includes("errors#key_gone")) + 1;
  const findings = await lintSource(copy);
  const own = findings.filter(({ rule }) => rule === "error-doc-url-matches-code");
  expect(own.map((finding) => [finding.severity, finding.file, finding.line])).toEqual([
    ["error", code, line],
  ]);
});

test("lint tells of a fact that the build stops at, where no linter does", async () => {
  const copy = copyForTest("openapi");
  copy.edit(code, "type: {type: string, const: authentication_error}", "type: {type: string}");
  expect(brief(await lintSource(copy))).toEqual([
    `contract-fact ${code}:1 Property \`type\` needs a \`const\` with the value of this code.`,
  ]);
});

test("lint tells of one mistake once, where rules and facts say the same of it", async () => {
  const copy = copyForTest("openapi");
  copy.write("openapi/errors/key_gone.yaml", copy.read(code));
  copy.remove(code);
  copy.edit(union, "errors/key_expired.yaml", "errors/key_gone.yaml");
  expect(brief(await lintSource(copy))).toEqual([
    "error-code-registered openapi/errors/key_gone.yaml:23 The schema key_gone describes the code key_expired. Call it key_expired, or correct its code.",
  ]);
});

test("lint tells of a schema that is a reference to itself once, however many refer to it", async () => {
  const copy = copyForTest("openapi");
  copy.write("openapi/schemas/Tags.yaml", "$ref: Tags.yaml\n");
  expect(brief(await lintSource(copy))).toEqual([
    'ref-circular openapi/schemas/Tags.yaml:1 The $ref "Tags.yaml" leads in a circle. Let one of its references end at a value.',
  ]);
});

test("lint tells of two operations with one id, and of no example that follows from it", async () => {
  const copy = copyForTest("openapi");
  copy.edit("openapi/openapi.yaml", "operationId: updateTicket", "operationId: createTicket");
  const rules = (await lintSource(copy)).map(({ rule }) => rule);
  expect(rules.sort()).toEqual(["client-method", "operation-operationId-unique"]);
});

test("lint tells of an example that would be published and is none, and the build stops at it", async () => {
  const conflict = "openapi/errors/resource_conflict.yaml";
  const want = [
    `contract-example ${conflict}:34 In the published example of resource_conflict: \`error.param\` must be a string; it is a number. Give the field a \`const\` or \`examples\` that fit.`,
  ];
  const copy = copyForTest("openapi");
  copy.edit(conflict, "examples: [email]", "examples: [7]");
  expect(brief(await lintSource(copy))).toEqual(want);
  expect(await stopOf(copy)).toEqual(want);
});

test("lint of a document that cannot be read is about its files alone", async () => {
  const copy = copyForTest("openapi");
  copy.edit(code, "x-http-status: 401", "x-http-status: [401");
  expect((await lintSource(copy)).map(({ rule }) => rule)).toEqual(["source-syntax"]);
});

test("a comment allows a finding of the extensions too", async () => {
  const copy = copyForTest("openapi");
  copy.edit(
    "openapi/openapi.yaml",
    "x-statuses:\n",
    "x-own: 1 # lint-allow extension-registered: on trial\nx-statuses:\n",
  );
  expect(brief(await lintSource(copy))).toEqual([]);
});
