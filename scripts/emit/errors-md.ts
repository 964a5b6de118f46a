import { referenceMarkdown } from "../render/markdown/reference.ts";
import { banner } from "./banner.ts";
import type { EmitInput, OutputFile } from "./emitter.ts";

/** The error reference for people and machines that read Markdown. */
export function emitErrorsMd({ contract }: Pick<EmitInput, "contract">): OutputFile[] {
  return [{ path: "errors.md", content: `${banner("<!--")}\n${referenceMarkdown(contract)}` }];
}
