import type { StyleText } from "../report/index.ts";
import type { StatusExplanation } from "./explain-status.ts";
import { heading } from "./print-code.ts";
import { plainProse, visible, wrap } from "./text.ts";

/** A status, and the codes that come with it, for a terminal. */
export function printStatus(
  { status, meaning, codes, notTheApi }: StatusExplanation,
  style: StyleText,
): string {
  const about = meaning ?? "The contract has no such status.";
  const width = Math.max(0, ...codes.map(({ code }) => code.length));
  return [
    `${style("bold", String(status))}  ${plainProse(about)}`,
    ...(notTheApi ? ["", wrap(notTheApi)] : []),
    ...(codes.length > 0
      ? [
          "",
          heading("Codes", style),
          ...codes.map(({ code, title }) => `  ${code.padEnd(width)}  ${visible(title)}`),
        ]
      : []),
    "",
  ].join("\n");
}
