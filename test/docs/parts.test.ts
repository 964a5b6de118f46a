import { describe, expect, it } from "vitest";
import { joined, markup, nothing, trusted } from "../../scripts/docs/html/markup.ts";
import { breakable, codeBox, jsonCode, list, plainCode, retryBadge } from "../../scripts/docs/html/parts.ts";

describe("a template for HTML", () => {
  it("escapes what it is given as text, and nothing else", () => {
    const items = [markup`<b>${"<"}</b>`, trusted("<i>")];
    expect(markup`<p title="${'"'}">${1}${items}${items[0] ?? nothing}\\${nothing}</p>`.html).toBe(
      '<p title="&quot;">1<b>&lt;</b><i><b>&lt;</b>\\</p>',
    );
    expect(joined(items, ", ").html).toBe("<b>&lt;</b>, <i>");
  });
});

describe("code on a page", () => {
  it.each([
    ["is escaped but for quotes", `a < b && c == "d" || 'e'`, `a &lt; b &amp;&amp; c == "d" || 'e'`],
    [
      "may be broken inside a long address, after its separators",
      'See "https://pets.example/docs/a?b=1&c_d#e", or call',
      'See "https://pets.example/<wbr>docs/<wbr>a?<wbr>b=1&amp;<wbr>c_<wbr>d#<wbr>e", or call',
    ],
    ["is not broken in a short address", "https://pets.example/a_b c_d/e", "https://pets.example/a_b c_d/e"],
    [
      "is broken in each long address up to its quote",
      "'http://pets.example/aaaaaaaaaaaaa//b/' 'https://pets.example/aaaaaaaaaaaaa/b'",
      "'http://pets.example/<wbr>aaaaaaaaaaaaa//b/' 'https://pets.example/<wbr>aaaaaaaaaaaaa/<wbr>b'",
    ],
  ])("%s", (_, given, want) => {
    expect(plainCode(given).html).toBe(want);
  });

  it("is JSON on lines", () => {
    expect(jsonCode({ a: ["<"] }).html).toBe('{\n  "a": [\n    "&lt;"\n  ]\n}');
  });

  it("is in a box that is closed unless it is to be open", () => {
    expect(codeBox("A", nothing).html).toBe('<details class="box"><summary>A</summary><pre></pre></details>');
    expect(codeBox("A", nothing, { open: true }).html).toContain('<details class="box" open><summary>');
  });
});

it.each([
  ["a_bc__d_", "a_<wbr>bc_<wbr>_<wbr>d_"],
  ["_a", "_<wbr>a"],
  ["<a>", "&lt;a&gt;"],
])("the name %s may be broken after an underscore", (name, want) => {
  expect(breakable(name).html).toBe(want);
});

it("a badge says whether to retry, in the words of the rule or in others", () => {
  expect(retryBadge("after").html).toBe('<span class="retry after">Retry after the wait</span>');
  expect(retryBadge("never", "No").html).toBe('<span class="retry never">No</span>');
});

it("a list has numbers where it is ordered", () => {
  expect(list([markup`a`]).html).toBe("<ul><li>a</li></ul>");
  expect(list([markup`a`, markup`b`], true).html).toBe("<ol><li>a</li><li>b</li></ol>");
});
