import type { Paint } from "../report/index.ts";
import type { CodeExplanation, UnknownCode } from "./explain-code.ts";
import { plainProse, visible, wrap } from "./text.ts";
import { APPLIES_WORDS, PARAM_WORDS, RETRY_WORDS } from "./words.ts";

/** All about a code, for a terminal. */
export function printCode(explanation: CodeExplanation, paint: Paint): string {
  const { code, title, type, status, statusMeaning, description, since, example, docUrl, more } = explanation;
  return [
    `${paint("bold", code)}  ${visible(title)}`,
    paint("dim", `${status} ${plainProse(statusMeaning)}  ${type}  since ${visible(since)}`),
    "",
    wrap(plainProse(description)),
    "",
    ...printAdvice(explanation, paint),
    "",
    ...facts(explanation, paint),
    "",
    heading("Example", paint),
    JSON.stringify(example, null, 2),
    "",
    `${paint("dim", "Documentation")}  ${paint("underline", visible(docUrl))}`,
    ...(more ? [`${paint("dim", "More")}           ${paint("underline", visible(more.url))}`] : []),
    "",
  ].join("\n");
}

/** Why it happens, how to fix it, who must act and whether to retry. */
export function printAdvice(explanation: CodeExplanation, paint: Paint): string[] {
  const { causes, fixes, commonFix, retry, retryAdvice, actorAdvice } = explanation;
  return [
    heading("Why it happens", paint),
    ...causes.map((cause) => `  - ${wrap(plainProse(cause), { indent: 4 })}`),
    "",
    heading("How to fix it", paint),
    ...fixes.map((fix, index) => `  ${index + 1}. ${wrap(plainProse(fix), { indent: 5 })}`),
    `  ${wrap(`In general: ${plainProse(commonFix)}`, { indent: 2 }).replace("In general:", paint("dim", "In general:"))}`,
    "",
    row("Who must act", plainProse(actorAdvice), paint),
    row("Retry", `${RETRY_WORDS[retry].short}. ${plainProse(retryAdvice)}`, paint),
  ];
}

/** A word that is no code. */
export function printUnknown({ code, nearest, retired }: UnknownCode, paint: Paint): string {
  const lines = [`There is no error code ${paint("bold", visible(code))}.`];
  if (retired) lines.push(`It was retired in ${visible(retired.retired)}: ${plainProse(retired.reason)}`);
  if (nearest.length > 0)
    lines.push(`Did you mean ${nearest.map((word) => paint("bold", word)).join(", ")}?`);
  return `${lines.join("\n")}\n`;
}

export function heading(text: string, paint: Paint): string {
  return paint("underline", text);
}

/** A fact with its name before it. */
export function row(name: string, value: string, paint: Paint): string {
  return `${paint("dim", name.padEnd(14))} ${wrap(value, { indent: 15 })}`;
}

function facts({ param, operations, appliesTo }: CodeExplanation, paint: Paint): string[] {
  const applies = appliesTo.map((word) => APPLIES_WORDS[word]).join("; ");
  return [
    row("param", PARAM_WORDS[param].short, paint),
    row("Returned by", `${applies}: ${operations.join(", ")}`, paint),
  ];
}
