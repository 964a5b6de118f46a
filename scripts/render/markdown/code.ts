import type { ErrorFact } from "../../../src/contract/index.ts";
import { ACTOR_WORDS, APPLIES_WORDS, PARAM_WORDS, RETRY_WORDS } from "../../../src/explain/words.ts";
import { markdown, markdownBlock, markdownCode } from "../escape.ts";
import { isSafeLink, type LinkTo, lineMarkdown, proseMarkdown } from "../prose/index.ts";
import { markdownList, markdownTable } from "./table.ts";

/** All about one code, without its heading. `level` is the number of `#` of the headings below it. */
export function codeMarkdown(error: ErrorFact, linkTo: LinkTo, level: number): string {
  const heading = (text: string) => `${"#".repeat(level)} ${text}`;
  return [
    `**${markdown(error.title)}.** ${proseMarkdown(error.description, linkTo)}`,
    factTable(error),
    heading("Why it happens"),
    markdownList(error.causes.map((cause) => lineMarkdown(cause, linkTo))),
    heading("How to fix it"),
    markdownList(
      error.fixes.map((fix) => lineMarkdown(fix, linkTo)),
      "1.",
    ),
    ...more(error, linkTo),
    heading("Example"),
    markdownBlock("json", JSON.stringify(error.example, null, 2)),
  ].join("\n\n");
}

function factTable(error: ErrorFact): string {
  const { type, status, retry, actor, param, since, operations, appliesTo } = error;
  const applies = appliesTo.map((word) => APPLIES_WORDS[word]).join("; ");
  return markdownTable(
    ["Fact", "Value"],
    [
      ["Type", markdownCode(type)],
      ["HTTP status", String(status)],
      ["Retry", `${RETRY_WORDS[retry].short} (\`${retry}\`). ${RETRY_WORDS[retry].long}`],
      ["Who must act", ACTOR_WORDS[actor].long],
      ["`param`", PARAM_WORDS[param].short],
      ["Returned by", `${applies}: ${operations.map(markdownCode).join(", ")}`],
      ["Since", markdown(since)],
    ],
  );
}

function more({ more: page }: ErrorFact, linkTo: LinkTo): string[] {
  if (page === undefined) return [];
  const text = markdown(page.description || page.url);
  return [`More: ${isSafeLink(page.url) ? lineMarkdown(`[${text}](<${page.url}>)`, linkTo) : text}`];
}
