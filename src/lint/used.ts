import { locationId, locationKey, type Tree } from "../document/index.ts";
import { walkReferences } from "../document/references.ts";
import type { Finding } from "../report/finding.ts";

/**
 * Takes out what Redocly says of unused components that are used: it does not know the `$ref`s that name a schema by its
 * `$anchor` or `$id` (JSON Schema 2020-12, 8.2).
 */
export function withoutUsed(findings: readonly Finding[], tree: Tree): Finding[] {
  if (!findings.some(isUnused)) return [...findings];
  const used = new Set<string>();
  for (const { file, data } of tree.sources.values()) {
    walkReferences(data, ({ kind, ref }) => {
      const target = kind === "$ref" ? tree.resolve(file, ref) : undefined;
      if (target) used.add(locationId(target));
    });
  }
  return findings.filter((finding) => !isUnused(finding) || !used.has(locationKey(finding)));
}

function isUnused({ rule }: Finding): boolean {
  return rule === "no-unused-components";
}
