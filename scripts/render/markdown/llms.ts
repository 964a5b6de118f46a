import type { Contract, ErrorFact, ErrorTypeFact } from "../../../src/contract/index.ts";
import { ACTOR_LABELS, RETRY_LABELS } from "../../../src/contract/labels.ts";
import { CLIENT_CODES } from "../../../src/explain/client-codes.ts";
import { banner } from "../banner.ts";
import { markdown, markdownBlock, markdownCode } from "../escape.ts";
import { type LinkTo, lineMarkdown, linkCodes } from "../prose/index.ts";
import { shapeExample } from "../shape.ts";
import { markdownList } from "./table.ts";

/**
 * The summary for language models. The format (https://llmstxt.org) wants the title first and a quoted summary next,
 * so the banner comes third. `place` says where each code is described.
 */
export function llmsText(contract: Contract, place: (error: ErrorFact) => string): string {
  const places = new Map(contract.errors.map((error) => [error.code, place(error)]));
  const linkTo = linkCodes(contract, (code) => places.get(code) ?? "");
  const parts = [
    `# ${markdown(contract.title)}: errors`,
    `> Every error of the ${markdown(contract.title)} (version ${markdown(contract.version)}): ${contract.errors.length} codes in ${contract.types.length} types, with status, cause, fix and retry rule. Base URL: ${contract.baseUrl}`,
    banner("<!--").trimEnd(),
    "Every error response has this shape:",
    markdownBlock("json", JSON.stringify(shapeExample(contract), null, 2)),
    markdownList(
      contract.fields.map(
        ({ name, description }) => `${markdownCode(name)}: ${lineMarkdown(description, linkTo)}`,
      ),
    ),
    "How to handle errors:",
    markdownList([
      "Branch on `code`, never on `message` or on the status alone. Expect codes and fields that are not listed here.",
      ...Object.entries(RETRY_LABELS).map(([rule, { long }]) => `Retry rule \`${rule}\`: ${long}`),
      ...contract.tips.map((tip) => lineMarkdown(tip, linkTo)),
    ]),
    ...contract.types.flatMap((type) => section(contract, type, place, linkTo)),
    "## Errors of the TypeScript client",
    "The API never returns these codes; the client uses them when there is no error of the API to report.",
    markdownList(
      CLIENT_CODES.map(
        ({ code, description, retry }) =>
          `${markdownCode(code)}: ${lineMarkdown(description, linkTo)} Retry rule \`${retry}\`.`,
      ),
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

function section(
  { errors }: Contract,
  { type, title, description, fix }: ErrorTypeFact,
  place: (error: ErrorFact) => string,
  linkTo: LinkTo,
): string[] {
  return [
    `## ${markdown(title)}`,
    `Type ${markdownCode(type)}. ${lineMarkdown(description, linkTo)} ${lineMarkdown(fix, linkTo)}`,
    markdownList(
      errors.filter((error) => error.type === type).map((error) => entry(error, place(error), linkTo)),
    ),
  ];
}

function entry(
  { code, status, description, fixes, retry, actor }: ErrorFact,
  href: string,
  linkTo: LinkTo,
): string {
  const facts = `Retry rule \`${retry}\`. Who can fix it: ${ACTOR_LABELS[actor].short.toLowerCase()}.`;
  const fix = fixes[0] === undefined ? "" : ` Fix: ${lineMarkdown(fixes[0], linkTo)}`;
  return `[${code}](${href}): ${status}. ${lineMarkdown(description, linkTo)} ${facts}${fix}`;
}
