import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLIENT_CODES } from "../../src/explain/index.ts";
import { startServer } from "../client/server.ts";
import { expectNone } from "../contract/expect-none.ts";
import { contract, operationOf, readText } from "../contract/project.ts";
import { answers } from "./answers.ts";
import { compileSamples } from "./compile.ts";
import { prepare, type Runnable } from "./run.ts";
import { readSamples, readToolSamples } from "./samples.ts";

const samples = readSamples();
/** `mock` needs the mock, which takes longer to start; its test is in mock.deep.test.ts. */
const here = samples.filter(({ name }) => name !== "mock");

const exhaustive = samples.find(({ name }) => name === "exhaustive")?.code ?? "";
/** The exhaustive switch again and again, each time without another one of its cases. */
const cut = (exhaustive.match(/^ +case "\w+":.*\n/gm) ?? []).map((line, index) => ({
  name: `without-${index}`,
  code: exhaustive.replace(line, ""),
}));
/** What it lacks of the codes of its operation and the client, and what it has beside them. */
const [, operation = ""] = /OperationErrorCode<"(\w+)">/.exec(exhaustive) ?? [];
const returned: readonly string[] = [
  ...operationOf(operation).codes,
  ...CLIENT_CODES.map(({ code }) => code),
];
const handled = [...exhaustive.matchAll(/case "(\w+)":/g)].map(([, code = ""]) => code);
const corrections = [
  ...returned.filter((code) => !handled.includes(code)).map((code) => `Add case "${code}" to`),
  ...handled.filter((code) => !returned.includes(code)).map((code) => `Remove case "${code}" from`),
].map((change) => `${change} the sample \`exhaustive\` of docs/client-guide.md.`);

describe("The client guide", () => {
  let errors: string[];
  beforeAll(() => {
    errors = compileSamples([...samples, ...cut]);
  });

  it("has samples that compile as they stand, with every strict option", () => {
    const others = errors.filter(
      (error) => !/^without-/.test(error) && !(corrections[0] && /^exhaustive:/.test(error)),
    );
    expect(samples.length).toBeGreaterThan(0);
    expectNone([
      ...corrections,
      ...others.map((error) => `Correct in docs/client-guide.md the sample ${error}`),
    ]);
  });

  it("is right that an exhaustive switch without one of its cases does not compile", () => {
    expect(cut.length).toBeGreaterThan(contract.types.length);
    const broken = new Set(errors.map((error) => error.split(":")[0]));
    expect(cut.filter(({ name }) => !broken.has(name)).length).toBeLessThanOrEqual(corrections.length);
  });

  it("shows what each of its samples prints, but for the one that only sets up", () => {
    expect(samples.filter(({ prints }) => prints === undefined).map(({ name }) => name)).toEqual(["cstar"]);
  });

  it("has an answer for each sample that calls the API, and no other", () => {
    const calling = here.filter(({ code }) => code.includes("./cstar.js") || code.includes("CSTAR_API_KEY"));
    const wanted = calling.map(({ name }) => name).filter((name) => name !== "cstar");
    expect(Object.keys(answers).sort()).toEqual(wanted.sort());
  });

  it("shows nothing together with another tool that is not run with it", () => {
    const [, ...tests] = readText("test/guide/tools.deep.test.ts").split('describe("');
    const run = tests.join("") + readText("test/guide/next.deep.test.ts");
    const shown = [...readToolSamples("client-guide").keys()];
    expect(shown).toContain("ticket.tsx");
    expect(shown.filter((name) => !run.includes(`"${name}"`))).toEqual([]);
  });

  it("names the rate-limit headers that the contract has, where it says what a server must expose", () => {
    const exposed = readText("docs/client-guide.md")
      .match(/^Access-Control-Expose-Headers: (.*)$/m)?.[1]
      ?.split(", ");
    const names = readText("generated/openapi.yaml").match(/\b(X-RateLimit-\w+|Retry-After)(?=:$)/gm) ?? [];
    expect(names).toContain("Retry-After");
    expect(exposed).toEqual(expect.arrayContaining(names));
  });
});

describe("A sample of the guide prints what the guide says", () => {
  let runnable: Runnable;
  beforeAll(async () => {
    runnable = await prepare(samples);
  });
  afterAll(() => runnable.remove());

  it.concurrent.each(here.map(({ name, prints }) => [name, prints ?? ""]))("%s", async (name, prints) => {
    const server = await startServer();
    server.reply(...(answers[name] ?? []));
    try {
      const { stdout, stderr, status } = await runnable.run(name, server.baseUrl);
      expect({ stdout, stderr, status }).toEqual({ stdout: prints, stderr: "", status: 0 });
    } finally {
      await server.close();
    }
  });
});
