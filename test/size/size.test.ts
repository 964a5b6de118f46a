import { describe, expect, it } from "vitest";
import { contract } from "../contract/project.ts";
import { measure, type Size } from "./measure.ts";

const main = "./src/entries/main.ts";
const errors = "./src/entries/errors.ts";

/** The contract may grow: a code more is a row more in the catalog, and a word in the lists of its operations. */
const perCode = 60;
const more = (contract.errors.length - 16) * perCode;

/**
 * In bytes, minified and gzipped, with the sixteen codes of 1.0.0. These hold what there is, and are to go down with it;
 * whoever raises one should know what for. Of the client about 1,250 are redaction and the words of the contract that it
 * leaves alone, 700 network errors and mistakes of the caller, 450 what is wrong with a response in one clause, 360 all
 * forms of Retry-After and dates, 450 fetch options, headers, queries and results as data, 250 paging and both clocks.
 */
const limits: [what: string, program: string, most: number][] = [
  [
    "a program that uses createClient",
    `export { createClient, isCStarError, unwrap } from "${main}";`,
    11_650 + more,
  ],
  ["everything that there is, openapi-fetch included", `export * from "${main}";`, 15_060 + more],
  ["./errors", `export * from "${errors}";`, 1_900 + more],
  ["the check for an error of ours", `export { isCStarError } from "${errors}";`, 200],
];

/** What to look at when a gate is shut. */
function told({ parts, gzipped }: Size): string {
  return [`${gzipped} bytes gzipped`, ...parts.map(([path, bytes]) => `${bytes} ${path}`)].join("\n");
}

describe("What a page loads, minified and gzipped,", () => {
  it.each(limits)("for %s is small, and nothing of Node", async (_, program, most) => {
    const size = await measure(program);
    expect(size.gzipped).toBeGreaterThan(50);
    expect(size.gzipped, told(size)).toBeLessThanOrEqual(most);
    expect(size.text).not.toMatch(/["']node:|\brequire\(|\bBuffer\b/);
  });

  const heavy = ["node_modules/openapi-fetch/dist/index.mjs", "src/errors/from-json.ts"];

  // What is installed may be somewhere else, behind a link.
  const heavyParts = ({ parts }: Size) =>
    heavy.filter((end) => parts.some(([path]) => path === end || path.endsWith(`/${end}`)));

  it("has openapi-fetch in it where it is counted", async () => {
    expect(heavyParts(await measure(`export * from "${main}";`))).toEqual(heavy);
  });

  it("has neither openapi-fetch nor fromJSON in it for whoever names neither", async () => {
    expect(heavyParts(await measure(`export { createClient, isCStarError } from "${main}";`))).toEqual([]);
  });

  it("is nothing for types alone", async () => {
    const types = "CStarError, ErrorCode, OperationErrorCode, Result, Ticket, paths";
    const size = await measure(`import type { ${types} } from "${main}"; export type { ${types} };`);
    expect(size.minified).toBe(0);
  });

  it("is nothing of the client for whoever imports only the error class", async () => {
    const size = await measure(`export { CStarError } from "${main}";`);
    expect(size.parts.filter(([path]) => /src\/client\/|openapi-fetch/.test(path))).toEqual([]);
    expect(size.gzipped).toBeGreaterThan(0);
  });
});
