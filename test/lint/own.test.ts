import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { lintDocument } from "../../src/lint/index.ts";
import { askLinter, askLinterHere, LinterError, TimeLimitError } from "../../src/lint/linters.ts";
import { clean, folderWith } from "./document.ts";

vi.setConfig({ testTimeout: 120_000 }); // real linters take their time on a busy machine

const faulty = {
  ...clean,
  "openapi.yaml": clean["openapi.yaml"]
    .replace("  contact: {name: Shop, url: https://shop.example.org}\n", "")
    .replace("operationId: deleteOrders", "operationId: listOrders"),
};

function lint(isOwn: boolean, signal?: AbortSignal) {
  const folder = folderWith(faulty);
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

test("a lint of one's own document whose time is over says which linters did not run", async () => {
  const { findings, unfinished } = await lint(true, AbortSignal.abort());
  expect([findings, [...unfinished].sort()]).toEqual([[], ["Redocly", "Spectral"]]);
});

test.each([
  ["here", askLinterHere],
  ["in a worker", askLinter],
])("a linter %s that cannot cope, or has no time, fails with its reason", async (_, ask) => {
  const settings = { extends: [], rules: {} };
  const failed = ask("redocly-bundle", { entry: "none.yaml", files: new Map(), settings });
  await expect(failed).rejects.toThrow(LinterError);
  await expect(failed).rejects.toThrow("none.yaml is no file of this document");
  await expect(ask("redocly-rules", undefined, AbortSignal.abort())).rejects.toThrow(TimeLimitError);
});
