import type { EmitInput, OutputFile } from "../../emit/emitter.ts";
import { emitErrorsJson } from "../../emit/errors-json.ts";
import { emitPublished } from "../../emit/published.ts";
import type { Places } from "./places.ts";
import { envelopeSchema } from "./schema.ts";

/** The contract for other programs: the document as YAML and JSON, and the error table. */
export interface Published {
  yaml: OutputFile;
  json: OutputFile;
  table: OutputFile;
}

/**
 * Takes the published files from what was generated already, else makes them; making them costs the most of the site.
 * @throws Error when `generated` is given and lacks one.
 */
export function publishedOf(input: EmitInput, generated?: readonly OutputFile[]): Published {
  const files = generated ?? [...emitPublished(input), ...emitErrorsJson(input)];
  const named = (path: string) => {
    const file = files.find((candidate) => candidate.path === path);
    if (file === undefined) throw new Error(`Nothing generates ${path}, which the site needs.`);
    return file;
  };
  return { yaml: named("openapi.yaml"), json: named("openapi.json"), table: named("errors.json") };
}

/** The files that other programs fetch, at an address that stays and at one per version. */
export function publishedFiles(
  input: EmitInput,
  { yaml, json, table }: Published,
  { versions }: Places,
): OutputFile[] {
  const content = `${JSON.stringify(envelopeSchema(input), null, 2)}\n`;
  const files = [yaml, json, table, { path: "error-envelope.schema.json", content }];
  return [
    ...versions.flatMap((folder) => files.map((file) => ({ ...file, path: `${folder}/${file.path}` }))),
    table,
  ];
}
