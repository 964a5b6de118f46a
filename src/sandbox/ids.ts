/** Ids of one world, from a counter, so that the same requests get the same ids. */
export interface IdSource {
  /** `tkt_000000000001` */
  prefixed(prefix: string): string;
  /** The other id that every resource has. */
  uuid(): string;
  /** How many it has given. */
  count(): number;
}

const LENGTH = 12;

/** @param given how many ids were given before */
export function createIds(given = 0): IdSource {
  let count = given;
  const next = (radix: number) => (++count).toString(radix).padStart(LENGTH, "0");
  return {
    prefixed: (prefix) => `${prefix}_${next(36)}`,
    // Version 4 and variant 1 by its form (RFC 9562, 5.4); nothing about it is random.
    uuid: () => `00000000-0000-4000-8000-${next(16)}`,
    count: () => count,
  };
}
