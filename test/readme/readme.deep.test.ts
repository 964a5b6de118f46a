import { describe, expect, test } from "vitest";
import { copyProject } from "../copy.ts";
import { shown } from "./readme.ts";

/** Times differ from run to run, and counts with every file that is added. */
const uncounted = (text: string) => text.replace(/ +[\d.]+/g, " 0");

describe("the README", () => {
  test("shows what lint says of a mistake, and what the build prints", async () => {
    const copy = copyProject();
    try {
      const built = await copy.run("build");
      expect(uncounted(built.stdout)).toBe(uncounted(shown("npm run build")));
      const file = "openapi/errors/key_expired.yaml";
      copy.edit(file, "errors#key_expired", "errors#expired_key");
      const linted = await copy.run("lint");
      expect(linted.stdout).toBe(shown("npm run lint"));
      expect(linted.status).toBe(1);
    } finally {
      copy.dispose();
    }
  });
});
