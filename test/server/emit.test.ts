import { describe, expect, it } from "vitest";
import { emitServer } from "../../scripts/emit/server.ts";
import type { ErrorFact } from "../../src/contract/index.ts";
import { contract } from "../contract/project.ts";

/** The generated module of a contract whose code `parameter_missing` is changed. */
function emit(change: Partial<ErrorFact>): string {
  const errors = contract.errors.map((error) =>
    error.code === "parameter_missing" ? { ...error, ...change } : error,
  );
  return emitServer({ contract: { ...contract, errors } })[0]?.content ?? "";
}

describe("The generated server kit", () => {
  it("takes the example's message of a code that has no text of its own", () => {
    expect(emit({ param: "never", messages: [] })).toContain(
      `parameter_missing: ["The 'title' field is required."]`,
    );
  });

  it("escapes what the document says", () => {
    expect(emit({ messages: ['{param} "is"\n*/ here'] })).toContain(String.raw`["{param} \"is\"\n*/ here"]`);
  });

  it.each([
    ["a code with a param and no text", { messages: [] }, "names `{param}`"],
    ["a text that does not name the param", { messages: ["Missing."] }, "names `{param}`"],
    [
      "no text for the time without a param",
      { param: "optional", messages: ["{param}"] },
      "without `{param}`",
    ],
  ] as const)("refuses %s, and says where", (_, change, demand) => {
    expect(() => emit({ ...change, messages: [...change.messages] })).toThrow(
      new RegExp(`^openapi/errors/parameter_missing\\.yaml: .*${demand}`),
    );
  });
});
