import type { StyleText } from "../report/index.ts";
import type { Problem } from "./check-answer.ts";
import type { AnswerExplanation } from "./explain-answer.ts";
import { heading, printAdvice, printUnknown, row } from "./print-code.ts";
import type { RetryTime } from "./retry-time.ts";
import { plainProse, visible, wrap } from "./text.ts";

/** What a pasted answer was and what to do, for a terminal. */
export function printAnswer(answer: AnswerExplanation, style: StyleText): string {
  const { explanation, unknown, problems } = answer;
  return [
    ...printFacts(answer, style),
    "",
    ...(explanation
      ? [wrap(plainProse(explanation.description)), "", ...printAdvice(explanation, style)]
      : []),
    ...(explanation && answer.retry?.allowed ? [row("When", when(answer, answer.retry), style)] : []),
    ...(unknown ? [printUnknown(unknown, style).trimEnd()] : []),
    ...(answer.codesOfStatus
      ? [`Codes with status ${answer.status}: ${answer.codesOfStatus.join(", ")}`, ""]
      : []),
    ...(explanation ? [row("Documentation", visible(explanation.docUrl), style)] : []),
    ...(explanation || (unknown && !answer.codesOfStatus) ? [""] : []),
    ...printProblems(problems, style),
    "",
  ].join("\n");
}

function printFacts(answer: AnswerExplanation, style: StyleText): string[] {
  const { code, explanation, status, statusMeaning, message, param, requestId } = answer;
  const title = explanation ? `  ${visible(explanation.title)}` : "";
  return [
    `${style("bold", code === undefined ? "No error code" : visible(code))}${title}`,
    ...(status === undefined ? [] : [row("Status", plainProse(`${status} ${statusMeaning ?? ""}`), style)]),
    ...(message === undefined ? [] : [row("Message", visible(message), style)]),
    ...(param === undefined ? [] : [row("Parameter", visible(param), style)]),
    ...(requestId === undefined ? [] : [row("Request", visible(requestId), style)]),
  ];
}

function when({ status, explanation }: AnswerExplanation, { seconds, at, header }: RetryTime): string {
  if (header === undefined && explanation?.retry === "backoff")
    return "After a pause of your choice; the answer sets none.";
  if (header === undefined && status === undefined)
    return "The headers of the answer say it; only the body is here.";
  if (header === undefined) return "The answer does not say it, although it should.";
  const moment = [
    ...(seconds === undefined ? [] : [`${seconds} s after the answer`]),
    ...(at === undefined ? [] : [`at ${at}`]),
  ];
  return `Not before ${moment.join(", ")} (${header}).`;
}

function printProblems(problems: readonly Problem[], style: StyleText): string[] {
  if (problems.length === 0) return [style("green", "The answer is as the contract says.")];
  return [
    heading("What is wrong with the answer itself", style),
    ...problems.map(({ rule, pointer, message, severity }) => {
      const color = severity === "error" ? "red" : "yellow";
      const place = pointer === "" ? "" : `${visible(pointer)} `;
      return `  ${style(color, severity)}  ${wrap(visible(message), { indent: 9 })} ${style("dim", `${place}${rule}`)}`;
    }),
  ];
}
