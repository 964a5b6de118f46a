import { describe, expect, it } from "vitest";
import { html, markdown, tsComment, tsString } from "../../scripts/render/escape.ts";

describe("text of the document", () => {
  it("cannot end a comment, leave a string or open a tag", () => {
    expect(tsComment("a */ b\r\nc")).toBe("a *\\/ b\nc");
    expect(tsString('a"b\\c\n\u2028')).toBe('"a\\"b\\\\c\\n\\u2028"');
    expect(html(`<a href="x">&'`)).toBe("&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
    expect(markdown("a|b\n<d>")).toBe("a\\|b \\<d\\>");
  });
});
