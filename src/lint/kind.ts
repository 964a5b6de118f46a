import { memberOf, type Tree } from "../document/index.ts";
import type { Finding } from "../report/finding.ts";

/** A finding if the entry is no kind of document that can be linted. */
export function checkKind(tree: Tree): Finding | undefined {
  const { value } = tree.root;
  const version = memberOf(value, "openapi") ?? memberOf(value, "swagger");
  if (typeof version === "string" && /^(2\.0|3\.[0-2](\.\d+.*)?)$/.test(version)) return undefined;
  const location = { file: tree.entry, pointer: "" };
  const message = `This is no OpenAPI document that can be linted: ${whyNot(value, version)}.`;
  return { rule: "source-kind", severity: "error", ...location, ...tree.locate(location), message };
}

function whyNot(value: unknown, version: unknown): string {
  const begin = "begin it with `openapi: 3.1.0`";
  if (value === null || value === undefined) return `it is empty; ${begin}`;
  if (Array.isArray(value) || typeof value !== "object") {
    return `it is ${Array.isArray(value) ? "a list" : "a single value"} and no object; ${begin}`;
  }
  if (typeof version === "number") {
    const [key, meant] = memberOf(value, "openapi") === undefined ? ["swagger", "2.0"] : ["openapi", "3.1.0"];
    return `its version is a number; write the whole version as a text, such as \`${key}: '${meant}'\``;
  }
  if (version === undefined) return `it has no \`openapi\`; ${begin}`;
  return `its version is ${JSON.stringify(version)}, and Swagger 2.0 and OpenAPI 3.0 to 3.2 are known`;
}
