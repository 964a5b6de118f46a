/** Small pieces of the sentences that changes are told in; CommonMark. */

/** A name as code. The document's own words never get here unquoted, so no escaping is needed inside. */
export const quote = (name: string | number): string => `\`${name}\``;

/** `a`, `a and b`, `a, b and c`. */
export function listing(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** `1 operation`, `17 operations`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** The codes as quoted names; only their number when there are many. */
export function naming(names: readonly string[], noun: string): string {
  return names.length > 4 ? count(names.length, noun) : listing(names.map(quote));
}
