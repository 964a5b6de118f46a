import type { Problem } from "../conformance/index.ts";
import type { StyleText } from "../report/index.ts";
import type { ResponseExplanation } from "./explain-response.ts";
import { heading, printAdvice, printClientAdvice, printUnknown, row } from "./print-code.ts";
import { plainProse, visible, wrap } from "./text.ts";
import { whenToRetry } from "./when-to-retry.ts";

/** What a pasted response was and what to do, for a terminal. */
export function printResponse(response: ResponseExplanation, style: StyleText): string {
  const { explanation, clientCode, unknown, advice, codesOfStatus, status } = response;
  const sections = [
    printFacts(response, style),
    explanation ? [wrap(plainProse(explanation.description))] : [],
    explanation
      ? [
          ...printAdvice(explanation, style),
          ...(response.retry?.allowed ? [row("When", whenToRetry(response, response.retry), style)] : []),
          row("Documentation", visible(explanation.docUrl), style),
        ]
      : [],
    clientCode ? printClientAdvice(clientCode, style) : [],
    advice ? [wrap(plainProse(advice))] : [],
    unknown ? [printUnknown(unknown, style).trimEnd()] : [],
    codesOfStatus ? [`Codes with status ${status}: ${codesOfStatus.join(", ")}`] : [],
    response.kind === "client-error" || response.kind === "compressed" ? [] : printProblems(response, style),
  ];
  const full = sections.filter((lines) => lines.length > 0).map((lines) => `${lines.join("\n")}\n`);
  return full.join("\n");
}

const HEADINGS: Readonly<Record<ResponseExplanation["kind"], string>> = {
  error: "No error code",
  success: "A success",
  empty: "No body, and none is needed",
  "client-error": "An error of the client",
  "not-the-api": "Not a response of the API",
  compressed: "A compressed body",
  unknown: "No error code",
};

function printFacts(response: ResponseExplanation, style: StyleText): string[] {
  const { kind, code, explanation, clientCode, status, statusMeaning, message, param, requestId } = response;
  const title = explanation?.title ?? clientCode?.title;
  const about = title === undefined ? "" : `  ${visible(title)}`;
  return [
    `${style("bold", code === undefined ? HEADINGS[kind] : visible(code))}${about}`,
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
