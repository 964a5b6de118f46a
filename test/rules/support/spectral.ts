import core from "@stoplight/spectral-core";
import ruleset from "../../../src/rules/index.ts";

/** A finding as the tests compare it; `at` is an RFC 6901 pointer. */
export interface Found {
  rule: string;
  at: string;
  message: string;
}

const spectral = new core.Spectral();
spectral.setRuleset(ruleset);

/** What the real Spectral reports with our ruleset alone. */
export async function lint(document: unknown): Promise<Found[]> {
  const results = await spectral.run(JSON.stringify(document), { ignoreUnknownFormat: true });
  return results.map(({ code, path, message }) => ({ rule: String(code), at: toPointer(path), message }));
}

function toPointer(path: readonly (string | number)[]): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
