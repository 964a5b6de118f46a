import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import {
  firstSentence,
  isSafeLink,
  lineHtml,
  lineMarkdown,
  linkCodes,
  plainText,
  proseHtml,
  proseMarkdown,
} from "../../scripts/render/prose/index.ts";
import { HOSTILE } from "./hostile.ts";
import { petsContract } from "./pets.ts";

const same = (href: string) => href;
const commonMark = new MarkdownIt({ html: true });

describe("a text of the document", () => {
  it.each([
    { given: "One.\nTwo.", html: "<p>One. Two.</p>", markdown: "One.\nTwo." },
    { given: "Use `a<b`.", html: "<p>Use <code>a&lt;b</code>.</p>", markdown: "Use `a<b`." },
    { given: "**No** *way*", html: "<p><strong>No</strong> <em>way</em></p>", markdown: "**No** *way*" },
    {
      given: "See [it](https://a.example/x).",
      html: '<p>See <a href="https://a.example/x">it</a>.</p>',
      markdown: "See [it](https://a.example/x).",
    },
    { given: "[a](#b)", html: '<p><a href="#b">a</a></p>', markdown: "[a](#b)" },
    { given: "- a\n- b", html: "<ul><li>a</li><li>b</li></ul>", markdown: "-  a\n\n-  b" },
    { given: "<b>x</b>", html: "<p>&lt;b&gt;x&lt;/b&gt;</p>", markdown: "\\<b\\>x\\</b\\>" },
    { given: "[a](javascript:b)", html: "<p>[a](javascript:b)</p>", markdown: "\\[a\\](javascript:b)" },
    {
      given: "[a](data:text/html,b)",
      html: "<p>[a](data:text/html,b)</p>",
      markdown: "\\[a\\](data:text/html,b)",
    },
    { given: "# a", html: "<p># a</p>", markdown: "\\# a" },
    {
      given: "snake_case and a * b",
      html: "<p>snake_case and a * b</p>",
      markdown: "snake_case and a \\* b",
    },
    { given: "1.0.0 is a version", html: "<p>1.0.0 is a version</p>", markdown: "1.0.0 is a version" },
    { given: "`` a`b ``", html: "<p><code>a`b</code></p>", markdown: "``a`b``" },
    {
      given: "1. a\n2. b\n   c\n\n   d",
      html: "<ol><li><p>a</p></li><li><p>b c</p><p>d</p></li></ol>",
      markdown: "1. a\n\n2. b\n   c\n\n   d",
    },
    {
      given: "- a\n  1. b\n- c\n\nd",
      html: "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul><p>d</p>",
      markdown: "-  a\n\n   1. b\n\n-  c\n\nd",
    },
    { given: "a  \nb\\\nc", html: "<p>a b c</p>", markdown: "a\nb\nc" },
    {
      given: "**[a *b*](https://a.example/?x=1&y='z')**",
      html: '<p><strong><a href="https://a.example/?x=1&amp;y=&#39;z&#39;">a <em>b</em></a></strong></p>',
      markdown: "**[a *b*](https://a.example/?x=1&y='z')**",
    },
    {
      given: "[a](<https://a.example/(x)|y z>)",
      html: '<p><a href="https://a.example/(x)%7Cy%20z">a</a></p>',
      markdown: "[a](https://a.example/%28x%29%7Cy%20z)",
    },
    { given: "", html: "", markdown: "" },
    { given: "&lt;script&gt;", html: "<p>&lt;script&gt;</p>", markdown: "\\<script\\>" },
  ])("is the same in HTML and in Markdown: $given", ({ given, html, markdown }) => {
    expect(proseHtml(given, same)).toBe(html);
    expect(proseMarkdown(given, same)).toBe(markdown);
  });

  it("means the same to another reader of Markdown, which knows HTML, headings and all the rest", () => {
    const written = commonMark.render(proseMarkdown(HOSTILE, same));
    expect(written).not.toMatch(/<(?!\/?(?:p|code|a|em|strong|ol|ul|li)\b)/);
    expect(written).not.toMatch(/href="(?!https?:|#)/);
    const words = (html: string) => html.replace(/<[^>]*>/g, "").replace(/\s+/g, "");
    expect(words(written)).toBe(words(proseHtml(HOSTILE, same)));
  });

  it("fits into one line", () => {
    expect(lineHtml("One.\n\nTwo `x`.", same)).toBe("One. Two <code>x</code>.");
    expect(lineMarkdown("One.\n\nTwo `x`.", same)).toBe("One. Two `x`.");
    expect(lineHtml("- One\n- Two\n  lines", same)).toBe("One Two lines");
    expect(lineMarkdown("- One\n- Two\n  lines", same)).toBe("One Two lines");
    expect(lineMarkdown(HOSTILE, same)).not.toContain("\n");
  });

  it.each([
    ["One *two*\nthree.\n\n- `four`  [five](https://a.example)", "One two three. four five"],
    ["a  \nb\\\nc", "a b c"],
    [" <b> & [a](javascript:b)", "<b> & [a](javascript:b)"],
    ["", ""],
  ])("is without its markup, in one line: %j", (given, want) => {
    expect(plainText(given)).toBe(want);
  });

  it.each([
    ["https://a.example", true],
    ["HTTP://a.example", true],
    ["#a", true],
    ["javascript:alert(1)", false],
    ["data:text/html,https://a.example", false],
    ["xhttps://a.example", false],
    ["https:a.example", false],
    ["//a.example", false],
    ["a#b", false],
  ])("may lead to %s: %s", (href, safe) => {
    expect(isSafeLink(href)).toBe(safe);
  });

  it("leads where the caller says", () => {
    const linkTo = (href: string) => (href === "https://a.example/#x" ? "#x" : href);
    expect(lineHtml("[x](https://a.example/#x) [y](https://b.example)", linkTo)).toBe(
      '<a href="#x">x</a> <a href="https://b.example">y</a>',
    );
    expect(lineMarkdown("[x](https://a.example/#x) [y](https://b.example)", linkTo)).toBe(
      "[x](#x) [y](https://b.example)",
    );
  });

  it("leads to the place of a code where it names the address of one", () => {
    const linkTo = linkCodes(petsContract(), (code) => `${code}.md`);
    expect(linkTo("https://pets.example/docs/errors#bad_name")).toBe("bad_name.md");
    expect(linkTo("https://pets.example/docs/errors#none")).toBe("https://pets.example/docs/errors#none");
  });

  it.each([
    { given: "One. Two.", want: "One." },
    { given: "One\nline. Two.", want: "One\nline." },
    { given: "See e.g. this. Two.", want: "See e.g. this." },
    { given: "Version 1.0.0 is here.", want: "Version 1.0.0 is here." },
    { given: "No stop", want: "No stop" },
    { given: "Really? Yes.", want: "Really?" },
    { given: "Stop!\n\nnow.", want: "Stop!" },
    { given: "To a.example.\nOver", want: "To a.example." },
    { given: "End.", want: "End." },
    { given: "Über. Öl.", want: "Über." },
    { given: "", want: "" },
  ])("has the first sentence $want", ({ given, want }) => {
    expect(firstSentence(given)).toBe(want);
  });
});
