import { expect, test } from "vitest";
import type { JudgedChange } from "../../src/diff/accept.ts";
import { changeOf } from "../../src/diff/change.ts";
import { type DiffFormat, type DiffReport, formatDiff } from "../../src/diff/index.ts";
import { plain, type StyleText } from "../../src/report/index.ts";

const tool = { name: "contract", version: "1.0.0", url: "https://shop.example" };
const letters = ["a", "b", "c", "d", "e", "f", "g"];
const changes: JudgedChange[] = [
  {
    ...changeOf("code-removed", {
      operations: letters,
      message: "`a`  is\n gone.",
      location: { file: "api/a.yaml", pointer: "/a" },
    }),
    accepted: { reason: "Nobody read it.", until: "2.0.0" },
  },
  changeOf("code-added", { operations: letters.slice(1), message: "`b` is new." }),
  changeOf("text-changed", { message: "Words." }),
];
const report: DiffReport = {
  title: "Shop API",
  base: { label: "old.yaml", version: "1.0.0" },
  head: { label: "new.yaml", version: "1.1.0" },
  changes,
  declared: "minor",
  notCompared: ["webhooks", "links of `a`", "callbacks of `b`"],
  lineOf: () => 7,
};
const print = (format: DiffFormat, more: Partial<DiffReport> = {}, style: StyleText = plain) =>
  formatDiff({ ...report, ...more }, { format, style, tool, entry: "api/openapi.yaml" });
const NOTE =
  "Not compared, though different: webhooks, links of `a` and callbacks of `b`. Read what changed there yourself.";

test("a comment on GitHub has a title, the sides, notes and a table", () => {
  expect(print("markdown")).toBe(`<!-- cstar-contract diff -->
## Changes of the contract: \`Shop API\`

✅ **3 changes (1 accepted) ask for a minor version; \`1.0.0\` to \`1.1.0\` declares minor.**

\`old.yaml\` to \`new.yaml\`

${NOTE}

| version | breaks | change | touches |
|---|---|---|---|
| **major** | compiled programs | \`code-removed\`: \`a\` is gone. *(accepted until \`2.0.0\`: \`Nobody read it.\`)* | 7 operations |
| minor | compiled programs | \`code-added\`: \`b\` is new. | \`b\`, \`c\`, \`d\`, \`e\`, \`f\`, \`g\` |
| patch | nobody | \`text-changed\`: Words. |  |
`);
});

test("a comment on GitHub about no change has no table", () => {
  const nothing = { changes: [], declared: "none" as const, notCompared: [] };
  expect(print("markdown", nothing)).toBe(`<!-- cstar-contract diff -->
## Changes of the contract: \`Shop API\`

**Nothing changed between \`1.0.0\` and \`1.1.0\`.**

\`old.yaml\` to \`new.yaml\`
`);
});

test("text on a terminal shows what matters in bold and in colour", () => {
  const styled = (undeclared: boolean) =>
    print("text", { declared: undeclared ? "none" : "minor" }, (style, text) => `<${style}>${text}</>`);
  expect(styled(false)).toBe(`Shop API: old.yaml to new.yaml

<red>major  </>  <bold>code-removed</>  breaks compiled programs
         \`a\`  is
 gone.
         operations: a, b, c, d, e, f, g
<dim>         api/a.yaml:7</>
<green>         accepted until 2.0.0: Nobody read it.</>

<yellow>minor  </>  <bold>code-added</>  breaks compiled programs
         \`b\` is new.
         operations: b, c, d, e, f, g

<dim>patch  </>  <bold>text-changed</>  breaks nobody
         Words.

<bold>3 changes (1 accepted) ask for a minor version; 1.0.0 to 1.1.0 declares minor.</>
<dim>${NOTE}</>
`);
  expect(styled(true)).toContain(
    "\n<red>3 changes (1 accepted) ask for a minor version; 1.0.0 to 1.1.0 declares none.</>\n",
  );
});

test("JSON names both sides, and has an empty list where everything was compared", () => {
  const { notCompared: _, ...whole } = report;
  const value = JSON.parse(formatDiff(whole, { format: "json", style: plain, tool, entry: "a.yaml" }));
  expect(value).toMatchObject({
    base: { label: "old.yaml", version: "1.0.0" },
    head: { label: "new.yaml", version: "1.1.0" },
    notCompared: [],
  });
  expect(Object.keys(value.base)).toEqual(["label", "version"]);
});
