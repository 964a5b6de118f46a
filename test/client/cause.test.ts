import { describe, expect, it } from "vitest";
import { copyCause } from "../../src/client/error.ts";
import type { Redactor } from "../../src/client/redact.ts";

/** Hides what is spelt in capitals. */
const redact: Pick<Redactor, "strict"> = { strict: (text) => text.replace(/[A-Z]{5,}/g, "***") };

/** An error whose causes go down to level `depth`. */
function nested(depth: number): Error {
  return new Error(`level ${depth}`, depth > 0 ? { cause: nested(depth - 1) } : {});
}

function levels(error: unknown): string[] {
  return error instanceof Error ? [error.message, ...levels(error.cause)] : [];
}

describe("a copy of what was thrown", () => {
  it.each([TypeError, SyntaxError, RangeError, Error])("is a %o again, with its message masked", (Class) => {
    const copy = copyCause(new Class("the key SECRET is wrong"), redact);
    expect(copy).toBeInstanceOf(Class);
    expect(copy).toMatchObject({ name: Class.name, message: "the key *** is wrong" });
  });

  it("keeps name and code, masked, and no other property", () => {
    const thrown = Object.assign(new Error("x"), { name: "SECRET error", code: "E_SECRET", request: "y" });
    const copy = copyCause(thrown, redact);
    expect(copy).toMatchObject({ name: "*** error", code: "E_***" });
    expect(Object.keys(copy)).toEqual(["code"]);
  });

  it("has neither code nor cause nor a name of its own where there was none", () => {
    const copy = copyCause({ message: "plain", name: "", code: 5, cause: null }, redact);
    expect(Reflect.ownKeys(copy).sort()).toEqual(["message", "stack"]);
    expect(copy.name).toBe("Error");
  });

  it("goes down the chain of causes for four levels, and ends in a circle too", () => {
    expect(levels(copyCause(nested(9), redact))).toEqual([
      "level 9",
      "level 8",
      "level 7",
      "level 6",
      "level 5",
    ]);
    expect(levels(copyCause(nested(1), redact))).toEqual(["level 1", "level 0"]);
    const circle = new Error("round");
    circle.cause = circle;
    expect(levels(copyCause(circle, redact))).toHaveLength(5);
  });

  it.each([
    ["a text", "just SECRET", "just ***"],
    ["nothing", undefined, ""],
    ["a number", 5, ""],
    ["an object without a message", {}, ""],
  ])("can be made of %s", (_, thrown, message) => {
    expect(copyCause(thrown, redact).message).toBe(message);
  });

  it("says so when what was thrown cannot be read", () => {
    const thrown = Object.defineProperty({}, "message", {
      get() {
        throw new Error("SECRET");
      },
    });
    expect(copyCause(thrown, redact).message).toBe("an error that cannot be read");
  });
});
