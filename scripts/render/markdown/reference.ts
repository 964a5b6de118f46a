import type { Contract, ErrorTypeFact } from "../../../src/contract/index.ts";
import { RETRY_LABELS } from "../../../src/contract/labels.ts";
import { markdown, markdownBlock, markdownCode } from "../escape.ts";
import { firstSentence, type LinkTo, lineMarkdown, linkCodes, proseMarkdown } from "../prose/index.ts";
import { shapeExample } from "../shape.ts";
import { codeMarkdown } from "./code.ts";
import { markdownList, markdownTable } from "./table.ts";

/** The whole error reference as one page of Markdown; every code is a heading of its own name. */
export function referenceMarkdown(contract: Contract): string {
  const linkTo = linkCodes(contract, (code) => `#${code}`);
  const parts = [
    `# ${markdown(contract.title)}: errors`,
    `Version ${markdown(contract.version)}. ${contract.errors.length} codes in ${contract.types.length} types. Branch on \`code\`, and expect codes that you do not know.`,
    ...overview(contract, linkTo),
    ...contract.types.flatMap((type) => group(contract, type, linkTo)),
    "## Operations and their codes",
    operationTable(contract),
  ];
  return `${parts.join("\n\n")}\n`;
}

function overview(contract: Contract, linkTo: LinkTo): string[] {
  return [
    "## The shape of an error",
    markdownBlock("json", JSON.stringify(shapeExample(contract), null, 2)),
    markdownTable(
      ["Field", "Meaning"],
      contract.fields.map(({ name, description }) => [markdownCode(name), lineMarkdown(description, linkTo)]),
    ),
    "## Types",
    markdownTable(
      ["Type", "Meaning"],
      contract.types.map(({ type, description }) => [markdownCode(type), lineMarkdown(description, linkTo)]),
    ),
    "## Statuses",
    markdownTable(
      ["Status", "Meaning"],
      contract.statuses.map(({ status, meaning }) => [String(status), lineMarkdown(meaning, linkTo)]),
    ),
    "## Debugging tips",
    markdownList(
      contract.tips.map((tip) => lineMarkdown(tip, linkTo)),
      "1.",
    ),
  ];
}

function group(
  contract: Contract,
  { type, title, description, fix }: ErrorTypeFact,
  linkTo: LinkTo,
): string[] {
  const errors = contract.errors.filter((error) => error.type === type);
  return [
    `## ${markdown(title)}`,
    proseMarkdown(description, linkTo),
    markdownTable(
      ["Code", "Status", "Meaning", "Retry"],
      errors.map(({ code, status, description: meaning, retry }) => [
        `[${markdownCode(code)}](#${code})`,
        String(status),
        lineMarkdown(firstSentence(meaning), linkTo),
        RETRY_LABELS[retry].short,
      ]),
    ),
    `**Common fix.** ${proseMarkdown(fix, linkTo)}`,
    ...errors.flatMap((error) => [`### ${markdownCode(error.code)}`, codeMarkdown(error, linkTo, 4)]),
  ];
}

function operationTable({ operations }: Contract): string {
  return markdownTable(
    ["Operation", "Request", "Codes"],
    operations.map(({ id, method, path, codes }) => [
      markdownCode(id),
      markdownCode(`${method.toUpperCase()} ${path}`),
      codes.map((code) => `[${markdownCode(code)}](#${code})`).join(", "),
    ]),
  );
}
