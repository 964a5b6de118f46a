import { APPLIES_TO_LABELS, PARAM_LABELS, RETRY_LABELS } from "../contract/labels.ts";
import type { StyleText } from "../report/index.ts";
import type { ClientCodeRow } from "./client-codes.ts";
import type { CodeExplanation, UnknownCode } from "./explain-code.ts";
import { plainProse, visible, wrap } from "./text.ts";

/** All about a code, for a terminal. */
export function printCode(explanation: CodeExplanation, style: StyleText): string {
  const { code, title, type, status, statusMeaning, description, since, example, docUrl, more } = explanation;
  return [
    `${style("bold", code)}  ${visible(title)}`,
    style("dim", `${status} ${plainProse(statusMeaning)}  ${type}  since ${visible(since)}`),
    "",
    wrap(plainProse(description)),
    "",
    ...printAdvice(explanation, style),
    "",
    ...facts(explanation, style),
    "",
    heading("Example", style),
    JSON.stringify(example, null, 2),
    "",
    `${style("dim", "Documentation")}  ${style("underline", visible(docUrl))}`,
    ...(more ? [`${style("dim", "More")}           ${style("underline", visible(more.url))}`] : []),
    "",
  ].join("\n");
}

/** A code of the TypeScript client, for a terminal. */
export function printClientCode(explanation: ClientCodeRow, style: StyleText): string {
  const { code, title } = explanation;
  return [`${style("bold", code)}  ${visible(title)}`, ...printClientAdvice(explanation, style), ""].join(
    "\n",
  );
}

/** What a code of the TypeScript client means, and what to do. */
export function printClientAdvice({ description, fixes, retry }: ClientCodeRow, style: StyleText): string[] {
  const rule =
    retry === "status"
      ? "It depends on the status: 408, 429 and 5xx may be retried."
      : `${RETRY_LABELS[retry].short}. ${plainProse(RETRY_LABELS[retry].long)}`;
  return [
    style("dim", "A code of the TypeScript client; the API never returns it"),
    "",
    wrap(plainProse(description)),
    "",
    heading("How to fix it", style),
    ...fixes.map((fix, index) => `  ${index + 1}. ${wrap(plainProse(fix), { indent: 5 })}`),
    "",
    row("Retry", rule, style),
  ];
}

/** Why it happens, how to fix it, who can fix it and whether to retry. */
export function printAdvice(explanation: CodeExplanation, style: StyleText): string[] {
  const { causes, fixes, commonFix, retry, retryAdvice, actorAdvice } = explanation;
  return [
    heading("Why it happens", style),
    ...causes.map((cause) => `  - ${wrap(plainProse(cause), { indent: 4 })}`),
    "",
    heading("How to fix it", style),
    ...fixes.map((fix, index) => `  ${index + 1}. ${wrap(plainProse(fix), { indent: 5 })}`),
    `  ${wrap(`In general: ${plainProse(commonFix)}`, { indent: 2 }).replace("In general:", style("dim", "In general:"))}`,
    "",
    row("Who can fix it", plainProse(actorAdvice), style),
    row("Retry", `${RETRY_LABELS[retry].short}. ${plainProse(retryAdvice)}`, style),
  ];
}

/** A word that is no code. */
export function printUnknown({ code, nearest, retired }: UnknownCode, style: StyleText): string {
  const lines = [`There is no error code ${style("bold", visible(code))}.`];
  if (retired) lines.push(`It was retired in ${visible(retired.retired)}: ${plainProse(retired.reason)}`);
  if (nearest.length > 0)
    lines.push(`Did you mean ${nearest.map((word) => style("bold", word)).join(", ")}?`);
  return `${lines.join("\n")}\n`;
}

export function heading(text: string, style: StyleText): string {
  return style("underline", text);
}

/** A fact with its name before it. */
export function row(name: string, value: string, style: StyleText): string {
  return `${style("dim", name.padEnd(14))} ${wrap(value, { indent: 15 })}`;
}

function facts({ param, operations, appliesTo }: CodeExplanation, style: StyleText): string[] {
  const applies = appliesTo.map((word) => APPLIES_TO_LABELS[word]).join("; ");
  return [
    row("param", PARAM_LABELS[param].short, style),
    row("Returned by", `${applies}: ${operations.join(", ")}`, style),
  ];
}
