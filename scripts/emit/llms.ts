import { llmsText } from "../render/markdown/llms.ts";
import type { EmitInput, OutputFile } from "../render/output.ts";

/** The summary for language models (https://llmstxt.org); its links lead to the documentation of each code. */
export function emitLlms({ contract }: Pick<EmitInput, "contract">): OutputFile[] {
  return [{ path: "llms.txt", content: llmsText(contract, ({ docUrl }) => docUrl) }];
}
