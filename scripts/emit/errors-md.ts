import { banner } from "../render/banner.ts";
import { referenceMarkdown } from "../render/markdown/reference.ts";
import type { EmitInput, OutputFile } from "../render/output.ts";

/** The error reference for people and machines that read Markdown. */
export function emitErrorsMd({ contract }: Pick<EmitInput, "contract">): OutputFile[] {
  return [{ path: "errors.md", content: `${banner("<!--")}\n${referenceMarkdown(contract)}` }];
}
