import { type Branch, branchesOf } from "../../document/branches.ts";
import { propertiesIn, schemaParts } from "../../document/composition.ts";
import { locationId, type Node, type Reader, refOf } from "../../document/node.ts";
import type { ParsedDocument } from "../../document/parsed.ts";
import { constantsOf } from "./constants.ts";
import { FIELD } from "./conventions.ts";
import type { Enumeration } from "./enumeration.ts";
import { errorObjects, type Media } from "./operations.ts";

/** One error that a response may carry: an alternative of its error object. */
export interface Variant {
  /** The entry in the response; the place to add, move or remove the code there. */
  at: Node;
  /** What defines it: the target of its `$ref`, or the entry itself. */
  definition: Node;
  /** Whether the response refers to the definition. */
  shared: boolean;
  /** All schemas that apply to the error object. */
  parts: readonly Node[];
  /** Its codes; empty when it leaves the code open. */
  codes: string[];
}

/** The variants of one media type of an error response. */
export function readVariants(
  document: ParsedDocument,
  registry: Enumeration | undefined,
  media: Media,
): Variant[] {
  const { reader } = document;
  return media.branches.flatMap((branch) => {
    const objects = errorObjects(reader, branch);
    const lists = objects.map((object) => branchesOf(reader, object));
    const common = objects.flatMap((object) => schemaParts(reader, object));
    const saying = lists.filter((list, index) =>
      list.some(({ at, parts }) => at !== objects[index] || codesOf(reader, registry, parts).length > 0),
    );
    // Where the envelope offers every code and the response narrows it, the shortest list is what the response says.
    const narrowest = [...saying].sort((a, b) => a.length - b.length)[0];
    const last = objects.at(-1);
    if (last === undefined) return [];
    const entries: Branch[] = narrowest ?? [{ at: last, parts: common }];
    const others = saying.filter((list) => list !== narrowest);
    const alone = entries.length === 1;
    return entries
      .map((entry) => readVariant(document, registry, { entry, branch, common, alone }))
      .filter((variant) => others.every((list) => offers(reader, registry, list, variant.codes)));
  });
}

interface Found {
  entry: Branch;
  branch: Branch;
  common: Node[];
  /** Whether the body has no other variant beside this one. */
  alone: boolean;
}

function readVariant(
  { reader }: ParsedDocument,
  registry: Enumeration | undefined,
  { entry, branch, common, alone }: Found,
): Variant {
  const parts = [...new Set([...common, ...entry.parts])];
  // Where the alternatives are whole bodies, the body's definition is the code's.
  const places = alone ? [entry.at, branch.at] : [entry.at];
  const named = places.find((node) => refOf(node.value) !== undefined);
  const definition = (named && reader.follow(named)) ?? entry.at;
  return {
    at: named ?? entry.at,
    definition,
    shared: named !== undefined,
    parts,
    codes: codesOf(reader, registry, parts),
  };
}

/** The codes that schemas of an error object allow together; empty when they allow every code of the registry. */
export function codesOf(reader: Reader, registry: Enumeration | undefined, parts: readonly Node[]): string[] {
  const registryId = registry && locationId(registry.node);
  let codes: string[] | undefined;
  for (const part of propertiesIn(reader, parts, FIELD.code).flatMap((property) =>
    schemaParts(reader, property),
  )) {
    const constants = locationId(part) === registryId ? undefined : constantsOf(part);
    if (constants !== undefined) codes = codes?.filter((code) => constants.includes(code)) ?? [...constants];
  }
  return codes ?? [];
}

function offers(reader: Reader, registry: Enumeration | undefined, list: Branch[], codes: string[]): boolean {
  if (codes.length === 0) return true;
  return list.some(({ parts }) => {
    const offered = codesOf(reader, registry, parts);
    return offered.length === 0 || offered.some((code) => codes.includes(code));
  });
}
