import { expect, test } from "vitest";
import { sandboxFacts } from "../../generated/sandbox.ts";
import { welcome } from "../../src/cli/sandbox/welcome.ts";
import { createSandbox } from "../../src/entries/sandbox.ts";

const { operations } = sandboxFacts;

/** The commands below each code, as they are printed. */
function recipes(text: string): Map<string, string[]> {
  const [, part = ""] = text.split("Every error, by its cause\n");
  const blocks = (part.split("\n\n")[0] ?? "").split(/^ {2}# /m).slice(1);
  return new Map(
    blocks.map((block) => {
      const [code = "", ...lines] = block.trimEnd().split("\n");
      return [code, lines.map((line) => line.trim())];
    }),
  );
}

/** Sends what a printed `curl` command sends. */
function send(command: string, fetch: typeof globalThis.fetch): Promise<Response> {
  const [, url = ""] = /'(http[^']+)'/.exec(command) ?? [];
  const [, authorization] = /-H 'Authorization: ([^']+)'/.exec(command) ?? [];
  const [, body] = /-d '([^']*)'/.exec(command) ?? [];
  const [, method = body === undefined ? "GET" : "POST"] = /-X (\w+)/.exec(command) ?? [];
  const headers: HeadersInit = authorization === undefined ? {} : { authorization };
  return fetch(url, { method, headers, ...(body !== undefined && { body }) });
}

test.each([...new Set(operations.flatMap(({ codes }) => codes))])(
  "the commands that are printed for %s end in it",
  async (code) => {
    const sandbox = createSandbox();
    const commands = recipes(welcome(sandbox.world(), operations)).get(code) ?? [];
    let response = new Response();
    for (const command of commands) response = await send(command, sandbox.fetch);
    expect(await response.json()).toMatchObject({ success: false, error: { code } });
  },
);

test("a command is curl with its method, address, key and body, as far as they are needed", () => {
  const all = recipes(welcome(createSandbox().world(), operations));
  const form =
    /^curl -s(?: -X (?:POST|PUT|PATCH|DELETE))? 'http:\/\/[^' ]+'(?: -H 'Authorization: Bearer [^' ]+')?(?: -d '[^']+')?$/;
  for (const commands of all.values()) for (const command of commands) expect(command).toMatch(form);
  const ofCode = (code: string) => all.get(code)?.at(-1) ?? "";
  expect(ofCode("authentication_required")).toMatch(/^curl -s 'http:[^']+\/tickets'$/);
  expect(ofCode("parameter_missing")).toMatch(/^curl -s -X POST 'http:[^']+' -H 'Authorization: [^']+' -d '/);
});

test("a code for which the sandbox knows of no cause is asked for in the world first", () => {
  const more = operations.map((operation) => ({ ...operation, codes: [...operation.codes, "teapot"] }));
  const [first, second] = recipes(welcome(createSandbox().world(), more)).get("teapot") ?? [];
  const fault = { operation: more[0]?.id, code: "teapot" };
  expect(first).toBe(
    `curl -s 'http://127.0.0.1:4010/~default/_sandbox/faults' -d '${JSON.stringify(fault)}'`,
  );
  expect(second).toContain("http://127.0.0.1:4010/~default/api/v1/");
});
