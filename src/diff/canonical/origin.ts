import { locationKey, type SourceLocation } from "../../document/index.ts";

/**
 * Where in the document a part of its canonical form comes from. A schema that many operations share has one origin
 * however often it is written out, so that a change of it can be reported once. It is kept under a symbol: neither JSON nor
 * a comparison sees it.
 */
const ORIGIN = Symbol("origin");

interface Marked {
  [ORIGIN]?: readonly SourceLocation[];
}

export function originsOf(value: unknown): readonly SourceLocation[] {
  return (value as Marked | null | undefined)?.[ORIGIN] ?? [];
}

/** The same object, marked with its origins. */
export function withOrigins<T extends object>(value: T, origins: readonly SourceLocation[]): T {
  const known = new Map(origins.map((origin) => [locationKey(origin), origin]));
  return Object.assign(value, { [ORIGIN]: [...known.values()] });
}
