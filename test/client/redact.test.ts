import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRedact, headerValues, redactValue, requestContent } from "../../src/client/redact.ts";

describe("redactValue", () => {
  it.each([
    ["keeps what was not sent", "nothing of that here", "nothing of that here"],
    ["hides a run of 16, wherever it begins", "<p>3456789abcdefghi</p>", "<p>***</p>"],
    ["keeps a run of 15", "<p>3456789abcdefgh</p>", "<p>3456789abcdefgh</p>"],
    ["hides the whole run, and each", "0123456789abcdefghij, z456789abcdefghijkl!", "***, z***!"],
    ["hides a run right behind another", "3456789abcdefghi!3456789abcdefghi", "***!***"],
  ])("%s", (_, text, want) => {
    expect(redactValue(text, "0123456789abcdefghijklmnop")).toBe(want);
  });

  it("leaves no run of 16 characters of what was sent, and takes little time for a lot", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 60 });
    fc.assert(
      fc.property(word, word, (sent, text) => {
        const redacted = redactValue(text, sent.padEnd(16, "c"));
        for (let at = 0; at + 16 <= redacted.length; at++)
          expect(sent.includes(redacted.slice(at, at + 16))).toBe(false);
      }),
      { numRuns: 3000, seed: 7 },
    );
    const same = "a".repeat(4096);
    expect(redactValue(same, same.repeat(500))).toBe("***");
  });
});

describe("createRedact", () => {
  const redacting = (sent: unknown, ...keys: string[]) =>
    createRedact(new Set(keys), () => sent, ["sk_live_", "pk_live_"]);

  it("hides what was sent, as it is and as JSON and URLs write it", () => {
    const redact = redacting({ deep: [{ a: 'a"bcde', b: "x yäz1" }], number: 123_456 });
    expect(redact('a"bcde a\\"bcde a%22bcde')).toBe("*** *** ***");
    expect(redact("x yäz1 x%20y%C3%A4z1 123456")).toBe("*** *** ***");
  });

  it("keeps what is too short to tell something, and what is no text and no number", () => {
    const redact = redacting(["12345", "123456", undefined, {}, true, "abcdef"]);
    expect(redact("12345 123456 undefined [object Object] abcdef")).toBe(
      "12345 *** undefined [object Object] abcdef",
    );
    expect(redact("abcdef", true)).toBe("***");
  });

  it("hides a key that was used by the part that tells something, whatever that looks like", () => {
    const redact = redacting([], "sk_live_small.letters", "pk_live_other1");
    expect(redact("small.letters, other1, sk_live_, pk_live_x")).toBe("***, ***, sk_live_, pk_live_***");
  });

  it("looks at what was sent once, when it is needed first", () => {
    let looked = 0;
    const redact = createRedact(new Set(), () => [++looked, "secret1"], ["sk_"]);
    expect(looked).toBe(0);
    expect(redact("secret1") + redact("secret1")).toBe("******");
    expect(looked).toBe(1);
  });

  it("leaves 4,096 characters of a longer text", () => {
    expect(redacting([])("x".repeat(5000))).toHaveLength(4096);
  });

  it("hides whatever looks like a key, sent or not", () => {
    expect(createRedact(new Set(), () => [], ["sk_live_"])("refused: sk_live_Abc-9_x, so there")).toBe(
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
    const redact = createRedact(new Set(), () => [["before it"], circle], ["sk_live_"]);
    expect(redact("before it and after", true)).toBe("*** and after");
  });
});

describe("what a request carries", () => {
  it("is each value of a header and its parts, but not what stands in messages", () => {
    const headers = {
      cookie: "a=one; b=two,three",
      "x-accept": "mine",
      "accept-language": "de",
      accept: "application/json",
      "content-type": "application/json",
      "idempotency-key": "k1",
    };
    expect(headerValues(headers).filter(Boolean)).toEqual([
      ...["a=one; b=two,three", "a", "one", "b", "two", "three"],
      ...["mine", "mine", "de", "de"],
    ]);
  });

  it("is the values of its query and its body, taken apart if it is JSON", () => {
    const url = "https://x.example/path?search=a%20b&page=2";
    expect(requestContent({ url, headers: {}, body: '{"a":1}' })).toEqual([[], ["a b", "2"], { a: 1 }]);
    expect(requestContent({ url, headers: {}, body: "plain" })).toEqual([[], ["a b", "2"], "plain"]);
    expect(requestContent({ url, headers: {} })).toEqual([[], ["a b", "2"], undefined]);
  });
});
