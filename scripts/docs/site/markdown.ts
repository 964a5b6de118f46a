import type { Contract } from "../../../src/contract/index.ts";
import { banner } from "../../emit/banner.ts";
import type { OutputFile } from "../../emit/emitter.ts";
import { emitErrorsMd } from "../../emit/errors-md.ts";
import { markdownCode } from "../../render/escape.ts";
import { codeMarkdown } from "../../render/markdown/code.ts";
import { llmsText } from "../../render/markdown/llms.ts";
import { linkCodes } from "../../render/prose/index.ts";
import { type Places, pageName } from "./places.ts";

/** The reference for machines: one page of Markdown with all codes, one per code beside it, and the summary. */
export function markdownFiles(contract: Contract, { errors }: Places): OutputFile[] {
  const linkTo = linkCodes(contract, (code) => pageName({ code }));
  const pages = contract.errors.map((error) => ({
    path: `${errors}/${pageName(error)}`,
    content: `${banner("<!--")}\n# ${markdownCode(error.code)}\n\n${codeMarkdown(error, linkTo, 2)}\n`,
  }));
  return [
    ...emitErrorsMd({ contract }).map(({ content }) => ({ path: `${errors}.md`, content })),
    ...pages,
    { path: "llms.txt", content: llmsText(contract, (error) => `${errors}/${pageName(error)}`) },
  ];
}
