import { describe, expect, it } from "vitest";
import { emitServer } from "../../scripts/emit/server.ts";
import type { ErrorFact } from "../../src/contract/index.ts";
import { contract } from "../contract/project.ts";
import { addCodes, body, documentOf, inputOf, operation, pets, query, schemasOf } from "./document.ts";

/** The generated module of a contract whose code `parameter_missing` is changed. */
function emit(change: Partial<ErrorFact>): string {
  const errors = contract.errors.map((error) =>
    error.code === "parameter_missing" ? { ...error, ...change } : error,
  );
  return emitServer({ contract: { ...contract, errors } })[0]?.content ?? "";
}

describe("The generated server kit", () => {
  it("knows of each operation what it can return and what a client sends it, and of each code its texts", () => {
    const filter = (name: string, place: string) => ({ ...query(name), in: place });
    const document = documentOf({
      "GET /pets": operation("list-pets", { responses: { 200: pets() } }),
      "POST /pets/{pet}": operation("feedPet", {
        parameters: [query("amount"), filter("X-Vet", "header"), query("name")],
        requestBody: body("application/json"),
      }),
    });
    const gone = schemasOf(addCodes(document, "lost-pet")).gone ?? {};
    Object.assign(gone, { "x-message": ["No more.", "Never."] });
    const [file, ...others] = emitServer(inputOf(document));
    expect([file?.path, others]).toEqual(["server.ts", []]);
    expect(file?.content).toContain(`  messages: {
    gone: ["No more.", "Never."],
    "lost-pet": ["It is gone."],
  },
  operations: {
    "list-pets": ["gone", "lost-pet"],
    feedPet: ["gone", "lost-pet"],
  },
  params: {
    "list-pets": [],
    feedPet: ["pet", "amount", "X-Vet", "name"],
  },
`);
  });

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
