import { openTree } from "../../src/document/index.ts";
import { withoutConsequences } from "../../src/lint/consequences.ts";
import type { Finding } from "../../src/report/index.ts";

const files: Record<string, string> = {
  "openapi.yaml": `components:
  schemas:
    inner: {type: string, x-retry: never}
    outer:
      type: string
      x-retry: never
  responses:
    Refused:
      schema: {$ref: errors/lost.yaml}
      headers: {}
`,
  "errors/lost.yaml": "titel: Lost\ntype: oject\nproperties: {code: {const: lsot}}\nx-retri: never\n",
  "Codes.yaml": "enum: [lost, found, outer]\n",
};
const { tree } = openTree("openapi.yaml", (file) => {
  const text = files[file];
  if (text === undefined) throw new Error(`There is no ${file}.`);
  return text;
});
// Nothing refers to the list, but lint is handed all that it reads.
const sources = new Map([
  ...tree.sources,
  ...openTree("Codes.yaml", (file) => files[file] ?? "").tree.sources,
]);
export const whole = { ...tree, sources };

/** A finding in short: its message is that of its rule, unless it has one. */
export type Short = [rule: string, file: string, pointer: string, message?: string];

/** The rules that are left of some findings. */
export function left(...findings: Short[]): string[] {
  const all = findings.map(
    ([rule, file, pointer, message = rule]): Finding => ({
      ...{ rule, severity: "error", file, ...whole.locate({ file, pointer }), pointer, message },
    }),
  );
  return withoutConsequences(all, whole).map(({ rule, message }) => (message === rule ? rule : message));
}

export const lost = "errors/lost.yaml";
