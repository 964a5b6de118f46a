import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import {
  html,
  htmlContent,
  markdown,
  markdownBlock,
  markdownCode,
  tsComment,
  tsLiteral,
  tsProperty,
  tsString,
} from "../../scripts/render/escape.ts";

const commonMark = new MarkdownIt({ html: true });

/** Texts of few signs, each of which means something in Markdown. */
const text = fc
  .array(fc.constantFrom(..."ab _*`[]()<>|~&!\\#+=-19.\n:/\"'", "\u2028", "\r\n", "www.", "&amp;"), {
    minLength: 1,
    maxLength: 12,
  })
  .map((signs) => signs.join(""));
const inOneLine = (given: string) => given.replace(/\r\n?|[\n\u2028\u2029]/g, " ");

describe("text of the document", () => {
  it.each([
    ["ends no comment", tsComment("a */ b\r\nc */"), "a *\\/ b\nc *\\/"],
    ["leaves no string", tsString('a"b\\c\n\u2028\u2029'), '"a\\"b\\\\c\\n\\u2028\\u2029"'],
    ["opens no tag", html(`<a href="x">&'`), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;"],
    ["opens no tag where quotes mean nothing", htmlContent(`<a href="x">&'`), `&lt;a href="x"&gt;&amp;'`],
    ["ends no cell of a table", markdown("a|b\n<d>"), "a\\|b \\<d\\>"],
    [
      "stays readable where nothing has to be escaped",
      markdown("snake_case! 1.0 a-b + c = #1"),
      "snake_case! 1.0 a-b + c = #1",
    ],
    ["is no item of a list", markdown("12. x"), "12\\. x"],
    ["is no item of a list after white space", markdown(" 1) "), " 1\\) "],
    ["is no heading", markdown("  # x"), "  \\# x"],
    ["keeps its signs behind a word", markdown("x# 1.0 and 2."), "x# 1.0 and 2."],
    ["keeps the number that it begins with", markdown("1.5 s"), "1.5 s"],
    ["is in one line", markdown("a\rb\r\nc\u2028d\u2029e"), "a b c d e"],
    ["has a fence of its own in a code span", markdownCode("a`b"), "``a`b``"],
    ["has white space at one end of a code span", markdownCode(" a"), "` a`"],
    ["is no image", markdown("![a](b) c!"), "\\!\\[a\\](b) c\\!"],
  ])("%s", (_, made, want) => {
    expect(made).toBe(want);
  });

  it("means nothing in Markdown, in a paragraph of its own or after a word of ours", () => {
    fc.assert(
      fc.property(text, (given) => {
        const words = html(given).replaceAll("&#39;", "'").replace(/\s+/g, " ").trim();
        fc.pre(words !== "");
        for (const before of ["", "Word "]) {
          const shown = commonMark.render(`${before}${markdown(given).trim()}`);
          expect(shown.replace(/\s+/g, " ").replaceAll(" </p>", "</p>").trim()).toBe(
            `<p>${before}${words}</p>`,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(["a", "`", "``a```", " a ", "a`", " `", "a\nb", "<b>&amp;"])(
    "%j is the content of a code span",
    (given) => {
      expect(commonMark.render(`${markdownCode(given)} ends`)).toBe(
        `<p><code>${html(inOneLine(given))}</code> ends</p>\n`,
      );
    },
  );

  it("is the content of a code span whatever it holds", () => {
    fc.assert(
      fc.property(text, (given) => {
        const shown = commonMark.renderInline(`(${markdownCode(given)})`);
        expect(shown).toBe(`(<code>${html(inOneLine(given)).replaceAll("&#39;", "'")}</code>)`);
      }),
    );
  });

  it("is the content of a block whatever it holds", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("`", "\n```", "\n````", "a", "\n", "~~~"), { maxLength: 12 }),
        (signs) => {
          const [token, ...rest] = commonMark.parse(markdownBlock("json", signs.join("")), {});
          expect([token?.info, token?.content, rest.length]).toEqual(["json", `${signs.join("")}\n`, 0]);
        },
      ),
    );
    expect(markdownBlock("", "a")).toBe("```\na\n```");
  });
});

describe("a value of JSON", () => {
  const evaluated = (code: string): unknown => new Function(`return (${code})`)();

  it("is the same as a literal of TypeScript, on one line", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), (value) => {
        const code = tsLiteral(value);
        expect(code).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(JSON.stringify(evaluated(code))).toBe(JSON.stringify(value));
      }),
    );
  });

  it.each([
    [{ a: 1, "b-c": [true, null] }, '{ a: 1, "b-c": [true, null] }'],
    [{}, "{}"],
    [[], "[]"],
    [JSON.parse('{ "__proto__": 1 }'), '{ ["__proto__"]: 1 }'],
  ])("%j is written as people write it", (value, want) => {
    expect(tsLiteral(value)).toBe(want);
  });

  it.each([
    ["a", "a"],
    ["$_A1", "$_A1"],
    ["1a", '"1a"'],
    ["a b", '"a b"'],
    ["a-b", '"a-b"'],
    ["", '""'],
  ])("the property %j is written as %s", (name, want) => {
    expect(tsProperty(name)).toBe(want);
  });
});
