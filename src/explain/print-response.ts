import type { Problem } from "../conformance/index.ts";
import type { StyleText } from "../report/index.ts";
import type { ResponseExplanation } from "./explain-response.ts";
import { heading, printAdvice, printUnknown, row } from "./print-code.ts";
import { plainProse, visible, wrap } from "./text.ts";
import { whenToRetry } from "./when-to-retry.ts";

/** What a pasted response was and what to do, for a terminal. */
export function printResponse(response: ResponseExplanation, style: StyleText): string {
  const { explanation, unknown } = response;
  return [
    ...printFacts(response, style),
    "",
    ...(explanation
      ? [wrap(plainProse(explanation.description)), "", ...printAdvice(explanation, style)]
      : []),
    ...(explanation && response.retry?.allowed
      ? [row("When", whenToRetry(response, response.retry), style)]
      : []),
    ...(unknown ? [printUnknown(unknown, style).trimEnd()] : []),
    ...(response.codesOfStatus
      ? [`Codes with status ${response.status}: ${response.codesOfStatus.join(", ")}`, ""]
      : []),
    ...(explanation ? [row("Documentation", visible(explanation.docUrl), style)] : []),
    ...(explanation || (unknown && !response.codesOfStatus) ? [""] : []),
    ...printProblems(response, style),
    "",
  ].join("\n");
}

function printFacts(response: ResponseExplanation, style: StyleText): string[] {
  const { code, explanation, status, statusMeaning, message, param, requestId } = response;
  const title = explanation ? `  ${visible(explanation.title)}` : "";
  return [
    `${style("bold", code === undefined ? "No error code" : visible(code))}${title}`,
    ...(status === undefined ? [] : [row("Status", plainProse(`${status} ${statusMeaning ?? ""}`), style)]),
    ...(message === undefined ? [] : [row("Message", visible(message), style)]),
    ...(param === undefined ? [] : [row("Parameter", visible(param), style)]),
    ...(requestId === undefined ? [] : [row("Request", visible(requestId), style)]),
  ];
}

function printProblems({ problems, status }: ResponseExplanation, style: StyleText): string[] {
  const faults = problems.filter(({ severity }) => severity === "error");
  const what = status === undefined ? "body" : "response";
  return [
    ...(faults.length > 0
      ? [
          heading(`What is wrong with the ${what} itself`, style),
          ...faults.map((one) => printProblem(one, style)),
        ]
      : [style("green", `The ${what} is as the contract says.`)]),
    ...problems.filter(({ severity }) => severity === "note").map((one) => printProblem(one, style)),
  ];
}

function printProblem({ rule, pointer, message, severity }: Problem, style: StyleText): string {
  const color = severity === "error" ? "red" : "yellow";
  const place = pointer === "" ? "" : `${visible(pointer)} `;
  return `  ${style(color, severity)}  ${wrap(visible(message), { indent: 9 })} ${style("dim", `${place}${rule}`)}`;
}
