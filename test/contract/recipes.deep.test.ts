import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Copy, copyProject } from "../copy.ts";
import { programOf } from "../package/consumer.ts";
import { run, succeed } from "../package/run.ts";
import { readText } from "./project.ts";
import type { Ended } from "./run.ts";

// What CONTRIBUTING says about changes of the contract, done as it says, all in one copy of the project.
let copy: Copy;
let ended: Ended;
const document = "openapi/openapi.yaml";
const registry = "openapi/schemas/ErrorCode.yaml";

/** Removes each line that `pattern` finds from a file, which must have some. */
function removeLines(file: string, pattern: RegExp): void {
  const lines = copy.read(file).split("\n");
  const left = lines.filter((line) => !pattern.test(line));
  expect(left.length, file).toBeLessThan(lines.length);
  copy.write(file, left.join("\n"));
}

function retire(code: string, entry: string): void {
  copy.remove(`openapi/errors/${code}.yaml`);
  removeLines(registry, new RegExp(`^ {2}- ${code}$`));
  removeLines("openapi/responses/Unauthenticated.yaml", new RegExp(`/${code}\\.yaml$`));
  const text = copy.read(registry);
  copy.write(
    registry,
    text.includes("codes: []") ? text.replace("codes: []", `codes:\n${entry}`) : `${text}${entry}`,
  );
}

function addCode(code: string, like: string): void {
  const text = copy.read(`openapi/errors/${like}.yaml`).replaceAll(like, code);
  copy.write(`openapi/errors/${code}.yaml`, text.replace(/^title: .*$/m, `title: The code ${code}`));
  const repeat = (file: string, line: string) => copy.edit(file, line, line + line.replace(like, code));
  repeat(registry, `  - ${like}\n`);
  repeat("openapi/responses/Unauthenticated.yaml", `                - $ref: ../errors/${like}.yaml\n`);
}

beforeAll(async () => {
  copy = copyProject();
  retire(
    "invalid_key_format",
    "  - {code: invalid_key_format, retired: 1.1.0, reason: No key looks wrong any more.}\n",
  );
  addCode("key_outdated", "key_expired");
  retire(
    "key_expired",
    "  - {code: key_expired, retired: 1.1.0, reason: Another word for it., replacedBy: key_outdated}\n",
  );
  // The compiler names these lines: the sandbox acts as the API does.
  copy.edit("src/sandbox/checks.ts", '"invalid_key_format"', '"invalid_api_key"');
  copy.edit("src/sandbox/checks.ts", '"key_expired"', '"key_outdated"');
  const close = copy
    .read(document)
    .slice(copy.read(document).indexOf("    delete:\n      operationId: deleteTicket"))
    .split("\n  /teams")[0] as string;
  copy.edit(
    document,
    "  /teams/{teamId}/tickets/{ticketId}/messages:\n",
    `  /teams/{teamId}/tickets/{ticketId}/close:
    parameters:
      - $ref: parameters/TeamId.yaml
      - $ref: parameters/TicketId.yaml
${close
  .replace("    delete:", "    post:")
  .replace("deleteTicket", "closeTicket")
  .replace("summary: Delete a ticket", "summary: Close a ticket")
  .replace(
    / {6}description: .*\n/,
    "      description: Closes the ticket. Requires a secret key.\n      parameters:\n        - $ref: parameters/IdempotencyKey.yaml\n",
  )}
  /teams/{teamId}/tickets/{ticketId}/messages:
`,
  );
  const filter = copy.read("openapi/parameters/PublicFilter.yaml");
  copy.write("openapi/parameters/Deep.yaml", filter.replace(/^name: .*$/m, "name: deep"));
  copy.edit(
    document,
    "      operationId: getTicket\n",
    "      operationId: getTicket\n      parameters:\n        - $ref: parameters/Deep.yaml\n",
  );
  const get = copy.read(document).split("operationId: getTicket\n");
  get[1] = (get[1] as string).replace("responses/InvalidId.yaml", "responses/InvalidQuery.yaml");
  copy.write(document, get.join("operationId: getTicket\n"));
  ended = await copy.run("build");
});
afterAll(() => copy.dispose());

test("the whole job runs after all of them, without a finding", () => {
  expect(ended.stdout + ended.stderr).toContain("no findings");
  expect(ended, ended.stdout + ended.stderr).toMatchObject({ status: 0 });
});

test("a retired code is in no type, and reserved with its reason", () => {
  expect(copy.read("generated/catalog.ts")).not.toContain("invalid_key_format");
  const { retired } = JSON.parse(copy.read("generated/errors.json"));
  expect(retired).toContainEqual(expect.objectContaining({ code: "invalid_key_format", retired: "1.1.0" }));
});

test("a renamed code is there under its new name, and the old one leads to it", () => {
  const { retired, errors } = JSON.parse(copy.read("generated/errors.json"));
  expect(errors.map(({ code }: { code: string }) => code)).toContain("key_outdated");
  expect(retired).toContainEqual(
    expect.objectContaining({ code: "key_expired", replacedBy: "key_outdated" }),
  );
});

test("an operation whose path says what it does is a method of that name, and a query parameter is an argument", () => {
  const client = copy.read("generated/client.ts");
  expect(client).toMatch(
    /^ {2}close\(ticketId: string, options\?: RequestOptions\): Promise<Result<Deletion, /m,
  );
  expect(client).toMatch(/^ {2}get\(ticketId: string, query\?: GetTicketQuery, options\?: /m);
});

describe("its release", () => {
  test("goes through the steps of `npm run versions`, and says in the changelog what became of each code", async () => {
    const lines = ["invalid_key_format: removed", "key_expired: renamed", "key_outdated: added"];
    const changeset = lines.map((line) => `code ${line}\n`).join("");
    copy.write(".changeset/keys.md", `---\n"@cstar.help/api-contract": major\n---\n\nKeys.\n\n${changeset}`);
    await succeed(copy.folder, "git", "init", "--quiet", "--initial-branch", "main");
    const version = programOf("@changesets/cli", "bin.js");
    const outcome = await run(copy.folder, process.execPath, version, "version");
    expect(outcome.status, outcome.stdout + outcome.stderr).toBe(0);
    await succeed(copy.folder, process.execPath, ".changeset/stamp.mjs");
    expect(await copy.run("generate")).toMatchObject({ status: 0 });
    const changelog = copy.read("CHANGELOG.md");
    for (const line of [
      "- **Error code `invalid_key_format` (retired)**: removed",
      "- **Error code `key_expired` (retired)**: renamed",
      "- **Error code `key_outdated` (401)**: added",
    ]) {
      expect(changelog).toContain(line);
    }
    expect(changelog).not.toBe(readText("CHANGELOG.md"));
  });
});
