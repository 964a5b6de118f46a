import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { programOf } from "../package/consumer.ts";
import { run, succeed } from "../package/run.ts";
import { describeWithProgram } from "../program.ts";
import { contract, root } from "./project.ts";

// `redocly generate-client`, which makes clients of other languages, too.
const editions = ["openapi", "openapi-3.0"];
const temporary = mkdtempSync(join(tmpdir(), "contract-redocly-"));
afterAll(() => rmSync(temporary, { recursive: true }));

/** A new folder with the client of an edition in it. */
async function generate(language: string, edition: string): Promise<string> {
  const folder = join(temporary, `${edition}-${language}`);
  mkdirSync(folder);
  const script = programOf("@redocly/cli", "bin/cli.js");
  const input = join(root, `generated/${edition}.yaml`);
  const args = ["generate-client", input, "--output", "client.ts", "--generator", language];
  await succeed(folder, process.execPath, script, ...args);
  return folder;
}

/** `KeyExpired` for `key_expired`, as these generators name the type of a code. */
function typeName(code: string): string {
  return code.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

describeWithProgram("go", "Redocly's client in Go", () => {
  describe.each(editions)("of %s.yaml", (edition) => {
    let folder: string;
    beforeAll(async () => {
      folder = await generate("go", edition);
      writeFileSync(join(folder, "go.mod"), "module example.com/client\n\ngo 1.19\n");
    });

    test("compiles, with a type per code whose message is a text and not a pointer", async () => {
      const lines = contract.errors.map(
        ({ code }) => `var _ = ${typeName(code)}{Code: "${code}", Message: "text"}`,
      );
      writeFileSync(join(folder, "claims.go"), ["package client", ...lines, ""].join("\n"));
      expect(await run(folder, "go", "vet", ".")).toEqual({ status: 0, stdout: "", stderr: "" });
    });

    test("has a constant for each code", () => {
      const source = readFileSync(join(folder, "client.go"), "utf8");
      const constants = [...source.matchAll(/^\tErrorCode\w+ +ErrorCode = "(\w+)"$/gm)].map(
        ([, code]) => code,
      );
      expect(constants).toEqual(contract.errors.map(({ code }) => code));
    });
  });
});

describeWithProgram("python3", "Redocly's client in Python", () => {
  test.each(editions)("of %s.yaml knows each code, and that it has a message", async (edition) => {
    const folder = await generate("python", edition);
    // httpx sends the requests; nothing is sent here.
    const program = `import json, sys, types, typing
sys.modules["httpx"] = types.ModuleType("httpx")
import client
print(json.dumps({
    "codes": [code.value for code in client.ErrorCode],
    "messages": sorted({str(typing.get_type_hints(getattr(client, name))["message"]) for name in sys.argv[1:]}),
}))
`;
    const names = contract.errors.map(({ code }) => typeName(code));
    const { stdout, stderr } = await run(folder, "python3", "-c", program, ...names);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({
      codes: contract.errors.map(({ code }) => code),
      messages: ["<class 'str'>"],
    });
  });
});
