import { getEventListeners } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { handlers } from "../../src/lint/handlers.ts";
import { lintDocument, MissingPeerError } from "../../src/lint/index.ts";
import { askLinter, askLinterHere, LinterError, TimeLimitError } from "../../src/lint/linters.ts";
import { clean, folderWith } from "./document.ts";

vi.setConfig({ testTimeout: 120_000 }); // real linters take their time on a busy machine

const faulty = {
  ...clean,
  "openapi.yaml": clean["openapi.yaml"]
    .replace("  contact: {name: Shop, url: https://shop.example.org}\n", "")
    .replace("operationId: deleteOrders", "operationId: listOrders"),
};

function lint(isOwn: boolean, signal?: AbortSignal, files: Readonly<Record<string, string>> = faulty) {
  const folder = folderWith(files);
  const readText = (file: string) => readFileSync(file, "utf8");
  return lintDocument(join(folder, "openapi.yaml"), {
    readText,
    folder: `${folder}/`,
    isOwn,
    ...(signal && { signal }),
  });
}

test("a project's own document gets the findings that it would get from linters that can be stopped", async () => {
  const rules = async (isOwn: boolean) =>
    (await lint(isOwn)).findings.map(({ rule, line }) => `${rule} ${line}`);
  const own = await rules(true);
  expect(own).toEqual(expect.arrayContaining([expect.stringMatching(/^info-contact /)]));
  expect(own).toEqual(await rules(false));
});

test.each([
  ["as it is", faulty],
  ["with rules that nobody can be asked for any more", { ...faulty, "redocly.yaml": "rules: {a-rule: off}" }],
])(
  "a lint of one's own document whose time is over (%s) says which linters did not run",
  async (_, files) => {
    const { findings, unfinished } = await lint(true, AbortSignal.abort(), files);
    expect([findings, [...unfinished].sort()]).toEqual([[], ["Redocly", "Spectral"]]);
  },
);

test("a linter that cannot cope is a finding with the first line of its reason, and the others go on", async () => {
  const failing = vi.spyOn(handlers, "redocly-lint").mockRejectedValueOnce(new Error("Too odd.\n  at a.js"));
  const { findings, unfinished } = await lint(true);
  failing.mockRestore();
  expect(unfinished).toEqual([]);
  expect(findings.map(({ rule }) => rule)).toEqual(["linter-failed", "info-contact"]);
  expect(findings[0]?.message).toBe(
    "Redocly cannot cope with this document (Too odd.), so its rules were not checked. The others were.",
  );
});

test("the text of a document that has been read already is not read again", async () => {
  const folder = folderWith(faulty);
  const { findings } = await lintDocument(join(folder, "openapi.yaml"), {
    readText: (file) => readFileSync(file, "utf8"),
    entryText: clean["openapi.yaml"],
    folder: `${folder}/`,
    isOwn: true,
  });
  expect(findings).toEqual([]);
});

test("a linter that is not installed ends the lint", async () => {
  const failing = vi.spyOn(handlers, "redocly-lint").mockRejectedValueOnce(new MissingPeerError("No."));
  await expect(lint(true)).rejects.toThrow(MissingPeerError);
  failing.mockRestore();
});

test("what rules had nothing to check is noted, once, and nothing is where all had", async () => {
  const { notes } = await lint(true);
  expect(notes).toEqual([expect.stringMatching(/^No error body of this document has a schema\. /)]);
  const without = clean["openapi.yaml"].replace(/^ +'401': .*\n/gm, "");
  expect((await lint(true, undefined, { ...clean, "openapi.yaml": without })).notes).toEqual([]);
});

test("the signal of a lint is let go of with the lint, and a stopped linter is there for the next document", async () => {
  const control = new AbortController();
  expect((await askLinter("spectral-rules", undefined, control.signal)).length).toBeGreaterThan(10);
  expect(getEventListeners(control.signal, "abort")).toEqual([]);
  const stopped = askLinter("spectral-rules", undefined, control.signal);
  control.abort();
  await expect(stopped).rejects.toThrow("spectral did not come to an end in time.");
  expect((await askLinter("spectral-rules", undefined)).length).toBeGreaterThan(10);
});

test.each([
  ["here", askLinterHere],
  ["in a worker", askLinter],
])("a linter %s that cannot cope, or has no time, fails with its reason", async (_, ask) => {
  const settings = { extends: [], rules: {} };
  const failed = ask("redocly-bundle", { entry: "none.yaml", files: new Map(), settings });
  await expect(failed).rejects.toThrow(LinterError);
  await expect(failed).rejects.toThrow("none.yaml is no file of this document");
  const late = ask("redocly-rules", undefined, AbortSignal.abort());
  await expect(late).rejects.toThrow(TimeLimitError);
  await expect(late).rejects.toThrow("redocly did not come to an end in time.");
});
