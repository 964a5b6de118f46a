import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { copyProject } from "../copy.ts";
import { succeed } from "../package/run.ts";

test("a code that was released is retired as CONTRIBUTING says, and goes through npm run versions", async () => {
  const copy = copyProject();
  onTestFinished(copy.dispose);
  const npm = (...args: string[]) => succeed(copy.folder, "npm", "run", "--silent", ...args);
  await succeed(copy.folder, "git", "init", "--quiet", "--initial-branch", "main");

  copy.remove("openapi/errors/key_expired.yaml");
  copy.edit("openapi/schemas/ErrorCode.yaml", "  - key_expired\n", "");
  copy.edit(
    "openapi/responses/Unauthenticated.yaml",
    "                - $ref: ../errors/key_expired.yaml\n",
    "",
  );
  copy.edit(
    "openapi/schemas/ErrorCode.yaml",
    "x-retired-codes: []",
    "x-retired-codes:\n  - {code: key_expired, retired: 2.0.0, reason: Keys no longer expire.}",
  );
  await npm("lint");
  await npm("generate");
  copy.write(
    ".changeset/no-expiry.md",
    '---\n"@cstar.help/api-contract": major\n---\n\nKeys no longer expire.\n\ncode key_expired: removed\n',
  );
  await npm("versions");

  expect(parse(copy.read("openapi/openapi.yaml")).info.version).toBe("2.0.0");
  expect(copy.read("CHANGELOG.md")).toContain(
    "## 2.0.0\n\n### Major Changes\n\n- Keys no longer expire.\n- **Error code `key_expired` (retired)**: removed\n",
  );
  const { version, errors, retired } = JSON.parse(copy.read("generated/errors.json"));
  expect(version).toBe("2.0.0");
  expect(retired).toEqual([{ code: "key_expired", retired: "2.0.0", reason: "Keys no longer expire." }]);
  expect(errors.map(({ code }: { code: string }) => code)).not.toContain("key_expired");
});
