import type { ErrorFact } from "../../../src/contract/index.ts";
import { ACTOR_LABELS, APPLIES_TO_LABELS, PARAM_LABELS, RETRY_LABELS } from "../../../src/contract/labels.ts";
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
  const applies = appliesTo.map((word) => APPLIES_TO_LABELS[word]).join("; ");
  return markdownTable(
    ["Fact", "Value"],
    [
      ["Type", markdownCode(type)],
      ["HTTP status", String(status)],
      ["Retry", `${RETRY_LABELS[retry].short} (\`${retry}\`). ${RETRY_LABELS[retry].long}`],
      ["Who can fix it", ACTOR_LABELS[actor].long],
      ["`param`", PARAM_LABELS[param].short],
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
