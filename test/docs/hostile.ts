import type { EmitInput } from "../../scripts/render/output.ts";
import { readInput } from "./site.ts";

/** Texts that try to be more than text, in every language that the site is written in. */
export const HOSTILE = [
  "</script><script>window.pwned=1</script>",
  "<img src=x onerror=window.pwned=1>",
  "[click](javascript:window.pwned=1) ![shot](https://evil.example/p.png)",
  '"><svg onload=window.pwned=1>',
  "</style><style>*{display:none}</style> <!-- ",
  "`</code><b>` | a | b |",
  "&lt;script&gt;window.pwned=1&lt;/script&gt;",
  "# heading",
  "---",
  "$" + "{window.pwned=1} $(touch /tmp/pwned) `touch pwned`",
  "[auto]: https://evil.example\n\n<https://evil.example>",
  "<iframe src=https://evil.example></iframe>",
  "*/ window.pwned=1 /* --> ]]>",
].join("\n\n");

/** The real contract with that in place of every text that is prose. */
export async function readHostile(): Promise<EmitInput> {
  const { contract, bundle } = await readInput();
  const bad = HOSTILE;
  return {
    contract: {
      ...contract,
      title: bad,
      description: bad,
      types: contract.types.map((type) => ({ ...type, title: bad, description: bad, fix: bad })),
      fields: contract.fields.map((field) => ({ ...field, description: bad })),
      statuses: contract.statuses.map((status) => ({ ...status, meaning: bad })),
      keys: contract.keys.map((key) => ({ ...key, kind: bad, access: bad, environment: bad })),
      tips: [bad],
      errors: contract.errors.map((error) => ({
        ...error,
        title: bad,
        description: bad,
        causes: [bad],
        fixes: [bad, bad],
        since: bad,
        more: { url: "javascript:window.pwned=1", description: bad },
        example: { ...error.example, error: { ...error.example.error, message: bad, param: bad } },
      })),
    },
    bundle: JSON.parse(
      JSON.stringify(bundle).replaceAll("Charged twice for March", JSON.stringify(bad).slice(1, -1)),
    ),
  };
}
