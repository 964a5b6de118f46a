import { expect, test } from "vitest";
import { run } from "../cli/spawn.ts";
import { createRepository } from "./repository.ts";
import { caseOf, shop } from "./support.ts";

test("from the command line, a commit is compared with the file beside it", { timeout: 60_000 }, async () => {
  const repository = createRepository();
  repository.write("base.yaml", shop());
  repository.commit("As it was");
  repository.write("base.yaml", caseOf("errors", "limit-lowered").head);
  const args = ["diff", "git:HEAD", "base.yaml", "--format", "json"];
  const { status, stdout } = await run("src/cli/main.ts", args, { cwd: repository.folder });
  repository.remove();
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ bump: "major", changes: [{ id: "limit-lowered" }] });
});
