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
 * whoever raises one should know what for. Measured by putting in the place of each part the least that would still do,
 * a program with `createClient` pays for
 *
 *     70  a retry budget as large as the number of calls in flight
 *    340  all forms of HTTP dates, several or fractional `Retry-After`, and JSON with a wrong label
 *    260  telling mistakes of the caller from failures of the network
 *    360  telling what cannot have been sent: TLS, routes, ports, several addresses
 *    440  the reason: codes of the platform, operation and path, frames of the stack, what is wrong in one clause
 *    290  runtimes without streams, `randomUUID`, `canParse` and others, and one listener per signal
 *     20  results that are plain data
 *    190  options of `fetch`, queries and headers sent as given or refused, ids by function
 *    160  the largest pages, none twice, and deadlines that hold when the clock is set or the machine sleeps
 *  1,630  redaction in any spelling and in linear time, that leaves alone what the API says (250 of it the contract's words)
 *    110  hooks that cannot change a result, and the `User-Agent`
 *  7,890  everything else, of which 800 are the routes and the catalog
 */
const limits: [what: string, program: string, most: number][] = [
  [
    "a program that uses createClient",
    `export { createClient, isCStarError, unwrap } from "${main}";`,
    11_780 + more,
  ],
  ["everything that there is, openapi-fetch included", `export * from "${main}";`, 15_190 + more],
  ["./errors", `export * from "${errors}";`, 1_910 + more],
  ["the check for an error of ours", `export { isCStarError } from "${errors}";`, 160],
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
