import { expect, test } from "vitest";
import { emitErrorsJson, errorTable } from "../../scripts/emit/errors-json.ts";
import { emitErrorsMd } from "../../scripts/emit/errors-md.ts";
import { emitLlms } from "../../scripts/emit/llms.ts";
import { addCodes, documentOf, exampleOf, inputOf, operation, schemasOf } from "./document.ts";

function input() {
  const document = addCodes(documentOf({ "GET /pets": operation("listPets") }), "lost");
  const schemas = schemasOf(document);
  Object.assign(schemas.ErrorCode ?? {}, {
    "x-retired-codes": [{ code: "stolen", retired: "0.9.0", reason: "Nobody steals pets." }],
  });
  Object.assign(schemas.lost ?? {}, {
    externalDocs: { url: "https://pets.example/lost", description: "Lost and found" },
  });
  return inputOf({ ...document, "x-statuses": { 404: "Not there." }, "x-debugging-tips": ["Whistle."] });
}

test("the table of errors has every fact of each, in the order of the document", () => {
  const { contract } = input();
  const { $comment, clientErrors, fields, ...table } = errorTable(contract);
  const error = (code: string, more = {}) => ({
    ...{ code, type: "gone_error", status: 404, title: "Gone", description: "It is gone.", param: "never" },
    ...{ retry: "never", actor: "nobody", causes: ["Somebody took it."], fixes: ["Look elsewhere."] },
    ...{ appliesTo: ["always"], docUrl: `https://pets.example/errors#${code}`, ...more, since: "1.0.0" },
    operations: ["listPets"],
    example: exampleOf(code),
  });
  expect(table).toEqual({
    version: "1.0.0",
    types: { gone_error: "It is gone." },
    typeTitles: { gone_error: "Gone" },
    typeFixes: { gone_error: "Look elsewhere." },
    statuses: contract.statuses.length > 0 ? { 404: "Not there." } : {},
    tips: contract.tips,
    keys: [{ prefix: "sk_", kind: "secret", environment: "test", access: "All.", requestsPerHour: 1 }],
    retired: contract.retired,
    errors: [error("gone"), error("lost", { more: contract.errors[1]?.more })],
  });
  expect(table.errors.map(({ more }) => more?.url)).toEqual([undefined, "https://pets.example/lost"]);
  expect($comment).toMatch(/Do not edit/);
  expect(Object.keys(fields)).toEqual(["type", "code", "message", "doc_url"]);
  expect(clientErrors.map(({ code }) => code)).toContain("timeout");
});

test("it is written as JSON, and the reference as Markdown that says who wrote it", () => {
  const given = input();
  const [json] = emitErrorsJson(given);
  expect(json?.path).toBe("errors.json");
  expect(JSON.parse(json?.content ?? "")).toEqual(JSON.parse(JSON.stringify(errorTable(given.contract))));
  const [markdown] = emitErrorsMd(given);
  expect(markdown?.path).toBe("errors.md");
  expect(markdown?.content).toMatch(/^<!-- Written by .* -->\n\n#/);
  expect(markdown?.content).toContain("lost");
});

test("the summary for language models leads to the page of each code", () => {
  const [file] = emitLlms(input());
  expect(file?.path).toBe("llms.txt");
  for (const code of ["gone", "lost"])
    expect(file?.content).toContain(`](https://pets.example/errors#${code})`);
});
