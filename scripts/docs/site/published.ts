import type { EmitInput, OutputFile } from "../../emit/emitter.ts";
import { emitErrorsJson } from "../../emit/errors-json.ts";
import { emitPublished } from "../../emit/published.ts";
import type { Places } from "./places.ts";
import { envelopeSchema } from "./schema.ts";

/** The files that other programs fetch, at an address that stays and at one per version. */
export function publishedFiles(input: EmitInput, { versions }: Places): OutputFile[] {
  const table = emitErrorsJson(input);
  const schema = `${JSON.stringify(envelopeSchema(input), null, 2)}\n`;
  const files = [...emitPublished(input), ...table, { path: "error-envelope.schema.json", content: schema }];
  return [
    ...versions.flatMap((folder) => files.map((file) => ({ ...file, path: `${folder}/${file.path}` }))),
    ...table,
  ];
}
