import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/client/fold.ts";
import { createMatcher } from "../../src/client/matcher.ts";

describe("createMatcher", () => {
  const hide = createMatcher([fold("0123456789abcdefghijklmnop")], { run: 16 });

  it.each([
    ["keeps what was not sent", "nothing of that here", "nothing of that here"],
    ["hides a run of 16, wherever it begins", "<p>3456789abcdefghi</p>", "<p>***</p>"],
    ["keeps a run of 15", "<p>3456789abcdefgh</p>", "<p>3456789abcdefgh</p>"],
    ["hides the whole run, and each", "0123456789abcdefghij, z456789abcdefghijkl!", "***, z***!"],
    ["hides a run right behind another", "3456789abcdefghi!3456789abcdefghi", "***!***"],
    ["hides a spelling whole, though only its end was sent", "%2d%30%31%32%33456789abcdefghi", "***"],
  ])("%s", (_, text, want) => {
    expect(hide(text)).toBe(want);
  });

  it.each([
    ["at the beginning and at the end", "cat and cat", "*** and ***"],
    ["between signs", "(cat),<cat>", "(***),<***>"],
    ["not inside of words, numbers or names", "cats, 1cat, cat_1, concat", "cats, 1cat, cat_1, concat"],
    ["not beside letters of any script, also long ones", "écat catя cat𝒳 𝒳cat", "écat catя cat𝒳 𝒳cat"],
    ["the longer of two", "catalogue: cat", "***: ***"],
    ["in a spelling of which it is a part", "%63at &#99;at", "*** ***"],
  ])("hides short values as whole words: %s", (_, text, want) => {
    expect(createMatcher(["cat", "catalogue"], { run: 16, whole: true })(text)).toBe(want);
  });

  it("hides short values anywhere, if they need not be whole", () => {
    expect(createMatcher(["cat"], { run: 16 })("concatenate cats")).toBe("con***enate ***s");
  });

  it("returns a text in which there is nothing to hide as it is, in its own spelling", () => {
    const text = "100 %25 of it &amp; more: İ \\u00fc +";
    for (const values of [[], ["cat"], ["0123456789abcdefghijklmnop"]])
      expect(createMatcher(values, { run: 16 })(text)).toBe(text);
  });

  it("hides the right part behind letters that grow when they are made small", () => {
    const hide = createMatcher([fold("Cat"), fold("İSTANBUL")], { run: 16 });
    expect(hide("İİİ cat dog, İ CAT DOG, İstanbul")).toBe("İİİ *** dog, İ *** DOG, ***");
  });

  it.each([
    ["as they are", (name: string) => name],
    ["in small letters", (name: string) => name.toLowerCase()],
    ["in HTML", (name: string) => name.replace(/./gu, (letter) => `&#${letter.codePointAt(0)};`)],
    [
      "in JSON",
      (name: string) => name.replace(/./gu, (letter) => `\\u0${letter.charCodeAt(0).toString(16)}`),
    ],
    ["in a URL", encodeURIComponent],
  ])("hides letters that are small in two ways, %s", (_, spell) => {
    const hide = createMatcher([fold("ΓΙΩΡΓΟΣ")], { run: 16 });
    expect(hide(`<p>${spell("ΓΙΩΡΓΟΣ")}</p>`)).toBe("<p>***</p>");
  });

  it("hides a backslash before what HTML spells otherwise, and capitals that JSON spells in halves", () => {
    expect(createMatcher([fold("C:\\Ωmega")], { run: 16 })(String.raw`in C:\&#937;mega`)).toBe("in ***");
    // Two letters of Deseret, each a pair of surrogates.
    const spelt = String.raw`\ud801\udc04\ud801\udc05`;
    expect(createMatcher([fold("\u{10404}\u{10405}")], { run: 16 })(`in ${spelt}`)).toBe("in ***");
  });

  it("hides a value however each of its characters is spelt", () => {
    const hex = (letter: string) => letter.charCodeAt(0).toString(16);
    const spell = [
      (letter: string) => letter,
      (letter: string) => letter.toUpperCase(),
      (letter: string) => `%${hex(letter)}`,
      (letter: string) => `\\u00${hex(letter)}`,
      (letter: string) => `&#${letter.charCodeAt(0)};`,
      (letter: string) => `&#x${hex(letter)};`,
    ];
    const letter = fc.constantFrom(..."abcdefgh");
    const spelt = fc.array(fc.tuple(letter, fc.nat(spell.length - 1)), { minLength: 16, maxLength: 40 });
    const rest = fc.string({ unit: fc.constantFrom(..."xyz .,"), maxLength: 20 });
    fc.assert(
      fc.property(spelt, rest, rest, (letters, before, after) => {
        const value = letters.map(([one]) => one).join("");
        const text = letters.map(([one, kind]) => spell[kind]?.(one)).join("");
        expect(createMatcher([value], { run: 16 })(before + text + after)).toBe(`${before}***${after}`);
      }),
      { numRuns: 2000, seed: 10 },
    );
  });

  it("hides every run that a plain search finds, and nothing else", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 60 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 4 }), word, (values, text) => {
        const run = 8;
        const hidden = new Set<number>();
        for (const value of values) {
          const length = Math.min(run, value.length);
          for (let from = 0; length > 0 && from + length <= value.length; from++) {
            const piece = value.slice(from, from + length);
            for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1))
              for (let index = at; index < at + length; index++) hidden.add(index);
          }
        }
        const want = [...text].map((letter, index) => (hidden.has(index) ? "*" : letter)).join("");
        const given = values.filter(Boolean);
        expect(createMatcher(given, { run })(text)).toBe(want.replace(/\*+/g, "***"));
      }),
      { numRuns: 5000, seed: 10 },
    );
  });

  it.each<[string, (size: number) => string[], string]>([
    ["one letter against a page of it", (size) => ["a".repeat(size)], "a".repeat(8192)],
    ["a near miss", (size) => [`${"a".repeat(15)}b`.repeat(size / 16)], `${"a".repeat(15)}c`.repeat(512)],
    [
      "many short values",
      (size) => Array.from({ length: size / 10 }, (_, i) => `v${i}`.padEnd(10, "x")),
      "v".repeat(8192),
    ],
    [
      "an indented page",
      (size) => [JSON.stringify({ a: " ".repeat(size) })],
      `<div>\n${" ".repeat(12)}`.repeat(400),
    ],
  ])("takes time in proportion to what was sent: %s", (_, make, text) => {
    const cost = (size: number) => {
      const values = make(size);
      const before = process.cpuUsage();
      createMatcher(values, { run: 16 })(text);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    cost(160_000);
    // Eight times as much may take eight times as long and no longer; the machine may be busy, so the least of three counts.
    const least = (size: number) => Math.min(cost(size), cost(size), cost(size));
    const once = Math.max(least(160_000), 5_000);
    expect(least(1_280_000) / once).toBeLessThan(24);
  });
});
