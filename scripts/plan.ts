import { emitCatalog } from "./emit/catalog.ts";
import { emitClient } from "./emit/client.ts";
import type { EmitInput, Emitter, OutputFile } from "./emit/emitter.ts";
import { emitErrorsJson } from "./emit/errors-json.ts";
import { emitErrorsMd } from "./emit/errors-md.ts";
import { emitLlms } from "./emit/llms.ts";
import { emitPublished } from "./emit/published.ts";
import { emitTypes } from "./emit/types.ts";

const EMITTERS: readonly Emitter[] = [
  emitPublished,
  emitTypes,
  emitCatalog,
  emitClient,
  emitErrorsJson,
  emitErrorsMd,
  emitLlms,
];

/** Everything that belongs into `generated/`: written by `generate`, compared by `generate -- --check`. */
export async function planGenerated(input: EmitInput): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  for (const emit of EMITTERS) files.push(...(await emit(input)));
  return files;
}
