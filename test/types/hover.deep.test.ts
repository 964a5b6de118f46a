import ts from "typescript";
import { expect, test } from "vitest";
import { root } from "../contract/project.ts";

/** What an editor shows at the last place of `word` in a program of somebody who uses the package. */
function hover(program: string, word: string): string {
  const file = `${root}hover.ts`;
  const config = ts.parseJsonConfigFileContent(
    { extends: `${root}test/types/programs/tsconfig.json`, files: [] },
    ts.sys,
    root,
  );
  const service = ts.createLanguageService({
    getCompilationSettings: () => config.options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => {
      const text = path === file ? program : ts.sys.readFile(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => path === file || ts.sys.fileExists(path),
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
  });
  const info = service.getQuickInfoAtPosition(file, program.lastIndexOf(word));
  // What openapi-typescript writes is a tag, `@description`.
  const tags = info?.tags?.map(({ text }) => ts.displayPartsToString(text)) ?? [];
  return [ts.displayPartsToString(info?.documentation), ...tags].join("\n");
}

const program = (last: string) => `import { createClient } from "@cstar.help/api-contract";
const cstar = createClient({ apiKey: "sk_test_x", teamId: "t" });
const result = await cstar.tickets.list({}, {});
if (!result.ok) {
  ${last}
}
`;

test.each([
  ["await cstar.customers.list({ pageSize: 5 });", "pageSize", /entries per page.*\b100\b/],
  [
    "for await (const one of cstar.tickets.iterate({ pageSize: 5 })) console.log(one);",
    "pageSize",
    /\b100\b/,
  ],
  ["result.error.outcome;", "outcome", /\w/],
  ["result.error.stopped;", "stopped", /\w/],
  ["result.error.attempts;", "attempts", /\w/],
  ["result.error.retryAt;", "retryAt", /\w/],
  ["result.error.docUrl;", "docUrl", /\w/],
  ["result.error.type;", "type", /\w/],
])("an editor explains the name at the end of: %s", (last, word, text) => {
  expect(hover(program(last), word)).toMatch(text);
});
