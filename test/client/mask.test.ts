import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMask, hide } from "../../src/client/mask.ts";

describe("hide", () => {
  it.each([
    ["keeps what was not sent", "nothing of that here", "nothing of that here"],
    ["hides a run of 16, wherever it begins", "<p>3456789abcdefghi</p>", "<p>***</p>"],
    ["keeps a run of 15", "<p>3456789abcdefgh</p>", "<p>3456789abcdefgh</p>"],
    ["hides the whole run, and each", "0123456789abcdefghij, z456789abcdefghijkl!", "***, z***!"],
  ])("%s", (_, text, want) => {
    expect(hide(text, "0123456789abcdefghijklmnop")).toBe(want);
  });

  it("leaves no run of 16 characters of what was sent, and takes little time for a lot", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 60 });
    fc.assert(
      fc.property(word, word, (sent, text) => {
        const masked = hide(text, sent.padEnd(16, "c"));
        for (let at = 0; at + 16 <= masked.length; at++)
          expect(sent.includes(masked.slice(at, at + 16))).toBe(false);
      }),
      { numRuns: 3000, seed: 7 },
    );
    const same = "a".repeat(4096);
    expect(hide(same, same.repeat(500))).toBe("***");
  });
});

describe("createMask", () => {
  it("hides whatever looks like a key, sent or not", () => {
    expect(createMask(new Set(), () => [], ["sk_live_"])("refused: sk_live_Abc-9_x, so there")).toBe(
      "refused: sk_live_***, so there",
    );
  });

  it("survives values that cannot be read, circles and half characters", () => {
    const circle: Record<string, unknown> = { text: "in a circle", half: "\ud800 broken" };
    circle.self = circle;
    Object.defineProperty(circle, "trap", {
      enumerable: true,
      get: () => {
        throw new Error("trap");
      },
    });
    const mask = createMask(new Set(), () => [["before it"], circle], ["sk_live_"]);
    expect(mask("before it and after", true)).toBe("*** and after");
  });
});
