import type { Contract } from "../../../src/contract/index.ts";
import { banner } from "../../render/banner.ts";
import { markdownCode } from "../../render/escape.ts";
import { codeMarkdown } from "../../render/markdown/code.ts";
import { llmsText } from "../../render/markdown/llms.ts";
import type { OutputFile } from "../../render/output.ts";
import { linkCodes } from "../../render/prose/index.ts";
import { markdownName, type SitePaths } from "./paths.ts";

/** What machines read: a page of Markdown per code, and the summary. */
export function markdownFiles(contract: Contract, { errors }: SitePaths): OutputFile[] {
  const linkTo = linkCodes(contract, (code) => markdownName({ code }));
  const pages = contract.errors.map((error) => ({
    path: `${errors}/${markdownName(error)}`,
    content: `${banner("<!--")}\n# ${markdownCode(error.code)}\n\n${codeMarkdown(error, linkTo, 2)}\n`,
  }));
  return [
    ...pages,
    { path: "llms.txt", content: llmsText(contract, (error) => `${errors}/${markdownName(error)}`) },
  ];
}
