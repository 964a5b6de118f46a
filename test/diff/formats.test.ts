import { XMLValidator } from "fast-xml-parser";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import type { JudgedChange } from "../../src/diff/accept.ts";
import { changeOf } from "../../src/diff/change.ts";
import { type Bump, type DiffFormat, type DiffReport, formatDiff } from "../../src/diff/index.ts";
import { quote, shorten } from "../../src/diff/words.ts";
import { plain } from "../../src/report/index.ts";

const tool = { name: "contract", version: "1.0.0", url: "https://shop.example" };
const changes: JudgedChange[] = [
  changeOf("code-renamed", {
    code: "new_code",
    operations: ["listOrders"],
    message: "`old_code` is now called `new_code`.",
    guess: true,
    location: { file: "api/new_code.yaml", pointer: "/title" },
  }),
  {
    ...changeOf("field-removed", { codes: ["a", "b"], message: "`hint` is gone." }),
    accepted: { reason: "Nobody read it.", until: "2.0.0" },
  },
  changeOf("text-changed", { message: "The words of `a` changed." }),
  changeOf("since-mismatch", { code: "a", message: "Odd." }),
];
const report = (more: Partial<DiffReport> = {}): DiffReport => ({
  title: "Shop API",
  base: { label: "old.yaml", version: "1.0.0" },
  head: { label: "new.yaml", version: "1.1.0" },
  changes,
  declared: "minor",
  lineOf: () => 7,
  ...more,
});
const print = (format: DiffFormat, more: Partial<DiffReport> = {}) =>
  formatDiff(report(more), { format, style: plain, tool, entry: "api/openapi.yaml" });

test("text has a block for each change and the summary at its end", () => {
  expect(print("text")).toBe(`Shop API: old.yaml to new.yaml

major    code-renamed  breaks running programs and compiled ones
         \`old_code\` is now called \`new_code\`.
         operations: listOrders
         api/new_code.yaml:7

major    field-removed  breaks running programs and compiled ones
         \`hint\` is gone.
         codes: a, b
         accepted until 2.0.0: Nobody read it.

patch    text-changed  breaks nobody
         The words of \`a\` changed.

warning  since-mismatch  breaks nobody
         Odd.

4 changes (1 accepted) ask for a major version; 1.0.0 to 1.1.0 declares minor.
`);
});

test("text of the document cannot steer the terminal", () => {
  const nasty = "\u001b[2Ja\u0007b\u009bc";
  const change = changeOf("code-removed", {
    code: nasty,
    operations: [nasty],
    message: `${quote(nasty)} is removed.`,
  });
  const text = print("text", { changes: [change], title: nasty, head: { label: nasty, version: "1.0.0" } });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be left
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

test("JSON has the entries with their verdicts, and the file and line where head has one", () => {
  const value = JSON.parse(print("json"));
  expect(Object.keys(value)).toEqual([
    "base",
    "head",
    "changes",
    "bump",
    "declared",
    "compared",
    "notCompared",
  ]);
  expect(value).toMatchObject({ bump: "major", declared: "minor", compared: ["errors", "api"] });
  expect(value.changes[0]).toEqual({
    id: "code-renamed",
    code: "new_code",
    operations: ["listOrders"],
    runtime: "breaking",
    types: "breaking",
    bump: "major",
    message: "`old_code` is now called `new_code`.",
    guess: true,
    file: "api/new_code.yaml",
    line: 7,
  });
});

test("without a change, JSON has the same shape and every other form says so", () => {
  const nothing = { changes: [], declared: "none" as const };
  expect(JSON.parse(print("json", nothing))).toMatchObject({ changes: [], bump: "none", declared: "none" });
  expect(Object.keys(JSON.parse(print("json", nothing)))).toEqual(Object.keys(JSON.parse(print("json"))));
  expect(print("text", nothing)).toContain("Nothing changed between 1.0.0 and 1.1.0.");
  expect(print("markdown", nothing)).toContain("**Nothing changed between `1.0.0` and `1.1.0`.**");
  expect(print("github", nothing)).toBe("");
});

test("annotations stand on the line of head, and on its document where head has no line", () => {
  const lines = print("github").trimEnd().split("\n");
  expect(lines).toHaveLength(4);
  expect(lines.find((line) => line.includes("code-renamed"))).toMatch(
    /^::error file=api\/new_code\.yaml,line=7,col=1,title=code-renamed::/,
  );
  expect(lines.find((line) => line.includes("field-removed"))).toMatch(
    /^::notice file=api\/openapi\.yaml,line=1,.*Accepted until 2\.0\.0: Nobody read it\./,
  );
  expect(lines.find((line) => line.includes("since-mismatch"))).toMatch(/^::warning /);
});

test("that only errors were compared is said", () => {
  const errorsOnly = "The rest needs another tool.";
  expect(print("text", { errorsOnly })).toContain(`declares minor.\n${errorsOnly}\n`);
  expect(print("markdown", { errorsOnly })).toContain(`\n${errorsOnly}\n`);
  expect(JSON.parse(print("json", { errorsOnly })).compared).toEqual(["errors"]);
});

test("what differs and was not compared is named, so that no form says that nothing changed", () => {
  const more = { changes: [], declared: "none" as const, notCompared: ["webhooks", "links of `a`"] };
  const note = "Not compared, though different: webhooks and links of `a`. Read what changed there yourself.";
  expect(print("text", more)).toContain(
    `Nothing that was compared changed between 1.0.0 and 1.1.0.\n${note}\n`,
  );
  expect(print("markdown", more)).toContain(`\n${note}\n`);
  expect(print("github", more)).toBe(
    `::notice file=api/openapi.yaml,line=1,col=1,title=not-compared::${note}\n`,
  );
  expect(JSON.parse(print("json", more)).notCompared).toEqual(more.notCompared);
});

describe("Markdown", () => {
  test("has a marker, the summary and a row for each change", () => {
    const lines = print("markdown").split("\n");
    expect(lines[0]).toBe("<!-- cstar-contract diff -->");
    expect(lines).toContain(
      "❌ **4 changes (1 accepted) ask for a major version; `1.0.0` to `1.1.0` declares minor.**",
    );
    expect(lines).toContain(
      "| **major** | running programs and compiled ones | `code-renamed`: `old_code` is now called `new_code`. | `listOrders` |",
    );
    expect(lines).toContain("| warning | nobody | `since-mismatch`: Odd. |  |");
  });

  const NASTY = [
    "a|b",
    "a`b",
    "``x``",
    "<!-- x -->",
    "@team",
    "<img src=x onerror=alert(1)>",
    "a\n| b | c |\n|---|---|",
    "[x](javascript:y)",
    "&lt;",
  ];

  test.each(NASTY)("takes no text of the document for markup or a mention: %j", (nasty) => {
    const message = `${quote(nasty)} is gone.`;
    const change: JudgedChange = {
      ...changeOf("code-removed", { operations: [nasty], message }),
      accepted: { reason: nasty, until: nasty },
    };
    const text = print("markdown", {
      changes: [change],
      title: nasty,
      base: { label: nasty, version: nasty },
    });
    const html = new MarkdownIt({ html: true }).render(text);
    const outside = html.replace(/<code>.*?<\/code>/gs, "");
    expect(outside).not.toMatch(/@team|<img|onerror|javascript:|x --/);
    expect(XMLValidator.validate(`<p>${html.replace(/<!--.*?-->/gs, "")}</p>`)).toBe(true);
    expect((html.match(/<tr>/g) ?? []).length).toBe(2);
    expect((html.match(/<td/g) ?? []).length).toBe(4);
  });

  test("keeps the summary and cuts the rows before a comment is too long for GitHub", () => {
    const many = Array.from({ length: 2000 }, (_, index) =>
      changeOf("code-removed", { message: `\`code_${index}\` is no longer a code of the contract.` }),
    );
    const text = print("markdown", { changes: many });
    expect(text.length).toBeLessThan(60_000);
    expect(text.length).toBeGreaterThan(55_000);
    expect(text).toContain("**2000 changes ask for a major version;");
    const rows = text.split("\n").filter((line) => line.startsWith("| **major**")).length;
    expect(text).toContain(
      `\n${2000 - rows} more changes did not fit here; run \`cstar-contract diff\` to see all.\n`,
    );
  });

  test("names a few operations, and counts many", () => {
    const operations = ["a", "b", "c", "d", "e", "f", "g"];
    expect(
      print("markdown", { changes: [changeOf("code-removed", { operations, message: "Gone." })] }),
    ).toContain("| 7 operations |");
  });
});

describe("the summary", () => {
  const major = changeOf("code-removed", { message: "Gone." });
  const minor = changeOf("code-added", { message: "New." });
  const patch = changeOf("text-changed", { message: "Words." });
  const warning = changeOf("since-mismatch", { message: "Odd." });
  const accepted = (change: JudgedChange) => ({ ...change, accepted: { reason: "Agreed.", until: "2.0.0" } });
  const from = "1.0.0 to 1.1.0";

  test.each<[changes: JudgedChange[], declared: Bump, sentence: string, mark: string]>([
    [[major], "minor", `1 change asks for a major version; ${from} declares minor.`, "❌ "],
    [[major], "none", `1 change asks for a major version; ${from} declares none.`, "❌ "],
    [[major, minor], "major", `2 changes ask for a major version; ${from} declares major.`, "✅ "],
    [[minor], "patch", `1 change asks for a minor version; ${from} declares patch.`, "❌ "],
    [[minor], "minor", `1 change asks for a minor version; ${from} declares minor.`, "✅ "],
    [[patch], "none", `1 change asks for a patch version; ${from} declares none.`, "✅ "],
    [[warning, warning], "none", "2 changes ask for no new version.", "✅ "],
    [[accepted(major), warning], "none", "2 changes (1 accepted) ask for no new version.", "✅ "],
    [[], "none", "Nothing changed between 1.0.0 and 1.1.0.", ""],
  ])("of %j with %s is told", (some, declared, sentence, mark) => {
    const more = { changes: some, declared };
    expect(print("text", more)).toContain(`\n${sentence}\n`);
    const marked = sentence.replace(/1\.\d\.0/g, "`$&`");
    expect(print("markdown", more).split("\n")).toContain(`${mark}**${marked}**`);
  });

  test.each<[change: JudgedChange, row: string, annotation: string]>([
    [major, "| **major** | compiled programs |", "Gone. Breaks compiled programs; major version."],
    [minor, "| minor | compiled programs |", "New. Breaks compiled programs; minor version."],
    [patch, "| patch | nobody |", "Words. Breaks nobody; patch version."],
    [warning, "| warning | nobody |", "Odd. Breaks nobody; no version."],
    [
      changeOf("limit-lowered", { message: "Lower." }),
      "| **major** | running programs |",
      "Lower. Breaks running programs; major version.",
    ],
  ])("of each change in a row, and in an annotation: %j", (change, row, annotation) => {
    expect(print("markdown", { changes: [change] })).toContain(`\n${row} `);
    expect(
      print("github", { changes: [change] })
        .trimEnd()
        .endsWith(`::${annotation}`),
    ).toBe(true);
  });
});

test.each([
  ["a|b", "`a|b`", "`a\\|b`"],
  ["a`b", "`` a`b ``", "`` a`b ``"],
  ["``", "``` `` ```", "``` `` ```"],
  ["a`b``c", "``` a`b``c ```", "``` a`b``c ```"],
  ["a\n  b", "`a b`", "`a b`"],
  ["\u0007", "`\ufffd`", "`\ufffd`"],
])("%j is quoted whatever is in it", (text, quoted, inTable) => {
  expect(quote(text)).toBe(quoted);
  const change = changeOf("code-removed", { operations: [text], message: "Gone." });
  expect(print("markdown", { changes: [change] })).toContain(`| ${inTable} |`);
});

test("a long text is cut where it has to be, and its end is marked", () => {
  expect([shorten("a".repeat(5), 5), shorten("a".repeat(6), 5)]).toEqual(["aaaaa", "aaaa…"]);
  expect(shorten("a".repeat(121))).toBe(`${"a".repeat(119)}…`);
});

test("several operations of a change are listed as text", () => {
  const change = changeOf("code-removed", { operations: ["one", "two"], message: "Gone." });
  expect(print("text", { changes: [change] })).toContain("\n         operations: one, two\n");
});
