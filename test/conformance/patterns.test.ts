import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conformanceFacts as facts } from "../../generated/conformance.ts";
import { DOUBT, sourceOf } from "../../src/conformance/bytes/json.ts";
import { compilePattern } from "../../src/conformance/bytes/pattern.ts";
import { FORMAT_PATTERNS } from "../../src/conformance/format.ts";

const ofContract = [...JSON.stringify(facts).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(
  ([, json = ""]) => new RegExp(JSON.parse(json)),
);
const patterns = [
  ...new Map([...ofContract, ...Object.values(FORMAT_PATTERNS)].map((one) => [one.source, one])).values(),
];

/** Tells what the table of states says of a text that JSON writes as it is; undefined where there is none. */
function matcherOf(pattern: RegExp): ((text: string) => boolean) | undefined {
  const read = compilePattern(pattern.source, pattern.ignoreCase);
  if (read === undefined) return undefined;
  return (text) => {
    const json = `"${text}"`;
    const end = read(sourceOf(new TextEncoder().encode(json)), 1);
    if (end !== DOUBT) expect(end).toBe(json.length);
    return end !== DOUBT;
  };
}

const plain = /^[ !#-[\]-~]*$/;

/** Texts that match a pattern, or did until something happened to them. */
function texts(pattern: RegExp) {
  const good = fc.stringMatching(new RegExp(pattern.source, pattern.flags.replace("i", "")));
  const bad = fc.tuple(good, fc.nat(), fc.string({ maxLength: 2 })).map(([text, at, more]) => {
    const index = at % (text.length + 1);
    return text.slice(0, index) + more + text.slice(index + 1);
  });
  return fc.oneof(good, bad).filter((text) => plain.test(text));
}

describe("a pattern as a table of states", () => {
  it.each(
    patterns.filter(({ source }) => source !== "\\S").map((pattern) => [pattern.source, pattern] as const),
  )("accepts what the expression accepts: %s", (_, pattern) => {
    const matches = matcherOf(pattern);
    const seen = { yes: 0, no: 0 };
    fc.assert(
      fc.property(texts(pattern), (text) => {
        const want = pattern.test(text);
        seen[want ? "yes" : "no"]++;
        expect(matches?.(text)).toBe(want);
      }),
      { numRuns: 300 },
    );
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(20);
  });

  it.each([
    { pattern: /^a|b$/, why: "an end that belongs to one alternative alone" },
    { pattern: /a$/, why: "no beginning" },
    { pattern: /^a/, why: "no end" },
    { pattern: /^(a)$/, why: "a group that is remembered" },
    { pattern: /^(?=a)a$/, why: "a look ahead" },
    { pattern: /^[^a]$/, why: "a class of all others" },
    { pattern: /^.$/, why: "any character" },
    { pattern: /^\bab$/, why: "an end of a word" },
    { pattern: /^a+?$/, why: "a repetition of as few as possible" },
    { pattern: /^ä$/, why: "a character beyond ASCII" },
    { pattern: /^(?:[a-z]{0,99}[0-9]){20}$/, why: "more states than are worth it" },
  ])("is not made of an expression with $why", ({ pattern }) => {
    expect(compilePattern(pattern.source)).toBeUndefined();
  });

  it.each([
    [/^a{2}$/, ["aa"], ["a", "aaa", ""]],
    [/^a{2,}$/, ["aa", "aaaa"], ["a"]],
    [/^a{10}$/, ["aaaaaaaaaa"], ["a", "aaaaaaaaa"]],
    [/^a{10,12}$/, ["aaaaaaaaaa", "aaaaaaaaaaaa"], ["aaaaaaaaa", "aaaaaaaaaaaaa"]],
    [/^\w$/, ["A", "M", "Z", "a", "z", "0", "9", "_"], ["@", "[", "`", "{", "/", ":", "-"]],
    [/^a{1,2}$/, ["a", "aa"], ["", "aaa"]],
    [/^a?b*$/, ["", "a", "bb", "abb"], ["aa", "ba"]],
    [/^(?:ab|c)+$/, ["ab", "c", "abcab"], ["", "a", "ac"]],
    [/^[a-c-]$/, ["a", "c", "-"], ["d", "b-"]],
    [/^[.^($]$/, [".", "^", "(", "$"], ["a"]],
    [/^\d\w\.$/, ["1_.", "0z."], ["a1.", "11x"]],
    [/^[A-F]x$/i, ["fX", "Ax"], ["gx"]],
  ])("reads %s as an expression does", (pattern, good, bad) => {
    const matches = matcherOf(pattern);
    const verdicts = (texts: string[]) => texts.map((text) => [text, pattern.test(text), matches?.(text)]);
    expect(verdicts(good)).toEqual(good.map((text) => [text, true, true]));
    expect(verdicts(bad)).toEqual(bad.map((text) => [text, false, false]));
  });

  it("accepts nothing that JSON writes with an escape, or beyond ASCII", () => {
    for (const json of ['"a\\\\b"', '"a\\u0062"', '"aä"', '"a', '"a\n"']) {
      const read = compilePattern("^a(?:\\\\|\\w|u)*$");
      expect(read?.(sourceOf(new TextEncoder().encode(json)), 1)).toBe(DOUBT);
    }
  });
});
