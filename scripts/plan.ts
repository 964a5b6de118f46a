import { emitCatalog } from "./emit/catalog.ts";
import { emitClient } from "./emit/client.ts";
import { emitConformance } from "./emit/conformance.ts";
import { emitEnvelopeSchema } from "./emit/envelope-schema.ts";
import { emitErrorsJson } from "./emit/errors-json.ts";
import { emitErrorsMd } from "./emit/errors-md.ts";
import { emitLlms } from "./emit/llms.ts";
import { emitOpenapi30 } from "./emit/openapi-3-0.ts";
import { emitPublished } from "./emit/published.ts";
import { emitSandbox } from "./emit/sandbox.ts";
import { emitServer } from "./emit/server.ts";
import { emitTypes } from "./emit/types.ts";
import type { EmitInput, Emitter, OutputFile } from "./render/output.ts";

const PUBLISHED: readonly Emitter[] = [
  emitPublished,
  emitOpenapi30,
  emitEnvelopeSchema,
  emitErrorsJson,
  emitErrorsMd,
  emitLlms,
];
const CODE: readonly Emitter[] = [
  emitTypes,
  emitCatalog,
  emitClient,
  emitServer,
  emitConformance,
  emitSandbox,
];

/** Everything that belongs into `generated/`: written by `generate`, compared by `generate -- --check`. */
export function planGenerated(input: EmitInput): Promise<OutputFile[]> {
  return plan([...PUBLISHED, ...CODE], input);
}

/** The part of `generated/` that is no code, which is all that the site needs. */
export function planPublished(input: EmitInput): Promise<OutputFile[]> {
  return plan(PUBLISHED, input);
}

async function plan(emitters: readonly Emitter[], input: EmitInput): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  for (const emit of emitters) files.push(...(await emit(input)));
  return files;
}
