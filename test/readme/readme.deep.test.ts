import { describe, expect, test } from "vitest";
import { runNode } from "../contract/run.ts";
import { copyProject } from "../copy.ts";
import { shown } from "./readme.ts";

/** Times differ from run to run, and counts with every file that is added. */
const uncounted = (text: string) => text.replace(/ +[\d.]+/g, " 0");

describe("the README", () => {
  test("shows what lint and diff say of a mistake, and what the build prints", async () => {
    const copy = copyProject();
    try {
      const built = await copy.run("build");
      expect(uncounted(built.stdout)).toBe(uncounted(shown("npm run build")));
      const file = "openapi/errors/key_expired.yaml";
      copy.edit(file, "errors#key_expired", "errors#expired_key");
      const linted = await copy.run("lint");
      expect(linted.stdout).toBe(shown("npm run lint"));
      expect(linted.status).toBe(1);
      copy.remove(".changeset"); // what waits for the next release is none of the example
      const diff = ["src/cli/main.ts", "diff", "generated/openapi.yaml", "openapi/openapi.yaml"];
      const compared = await runNode(["--import", "tsx", ...diff], { cwd: copy.folder });
      expect(compared.stdout).toBe(
        shown("npx cstar-contract diff generated/openapi.yaml openapi/openapi.yaml"),
      );
    } finally {
      copy.dispose();
    }
  });
});
