import { expect, test } from "vitest";
import { run } from "../cli/spawn.ts";

const LONG = { timeout: 120_000 };

test("npm run diff compares the hand-written document with the base that is named", LONG, async () => {
  const args = ["--base", "generated/openapi.yaml", "--format", "json"];
  const { status, stdout, stderr } = await run("scripts/diff.ts", args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({
    base: { label: "generated/openapi.yaml" },
    head: { label: "openapi/openapi.yaml" },
    changes: [],
    bump: "none",
    compared: ["errors", "api"],
  });
});
