import type { KeyKind } from "./facts.ts";

/** An API key of a world. */
export interface ApiKey {
  /** What it is for, in the log in place of the key itself. */
  name: string;
  key: string;
  kind: KeyKind;
  teamId: string;
  /** What it may do, such as `tickets:read`; everything when absent. */
  permissions?: readonly string[];
  /** Requests an hour. */
  limit: number;
  /** Whether a request takes from the limit; a key that does not is never limited. */
  limited: boolean;
  state: "active" | "expired" | "revoked";
}

/** The keys that every world has. */
export interface SeededKeys {
  /** Reads and writes test data, without a limit. */
  unlimited: string;
  /** Reads and writes test data, with the limit of its kind. */
  standard: string;
  /** Reads test data only. */
  publishable: string;
  /** Reads and writes tickets, and nothing else. */
  narrow: string;
  /** May do nothing. */
  powerless: string;
  expired: string;
  revoked: string;
  /** Two requests an hour. */
  limited: string;
  /** Reads and writes live data, which is kept apart. */
  live: string;
  /** Belongs to another team. */
  otherTeam: string;
}

export const TEAM = "550e8400-e29b-41d4-a716-446655440000";
export const OTHER_TEAM = "9b2f1c64-7d3a-4e18-8c5f-2a6d0e4b7f31";

/** What each seeded key is for, in the order in which they are shown. */
export const keyPurposes: Readonly<Record<keyof SeededKeys, string>> = {
  unlimited: "reads and writes test data, no rate limit",
  standard: "reads and writes test data, the usual rate limit",
  publishable: "reads test data only",
  narrow: "reads and writes tickets, nothing else",
  powerless: "has no permissions",
  expired: "has expired",
  revoked: "has been revoked",
  limited: "two requests an hour",
  live: "reads and writes live data, which is kept apart",
  otherTeam: `belongs to the team ${OTHER_TEAM}`,
};

type Seed = Partial<Omit<ApiKey, "name" | "key" | "kind">> & { kind: string; environment: string };

const secret = { kind: "secret", environment: "test" };

const seeds: Readonly<Record<keyof SeededKeys, Seed>> = {
  unlimited: { ...secret, limited: false },
  standard: secret,
  publishable: { kind: "publishable", environment: "test" },
  narrow: { ...secret, permissions: ["tickets:read", "tickets:write"] },
  powerless: { ...secret, permissions: [] },
  expired: { ...secret, state: "expired" },
  revoked: { ...secret, state: "revoked" },
  limited: { ...secret, limit: 2 },
  live: { kind: "secret", environment: "production" },
  otherTeam: { ...secret, teamId: OTHER_TEAM },
};

/** What follows the prefix of a key has 32 characters. */
const SECRET_LENGTH = 32;

/** The same keys in every world, readable, since the world is told by its address. */
export function seedKeys(kinds: readonly KeyKind[]): ApiKey[] {
  return Object.entries(seeds).map(([name, seed]) => createKey(kinds, { name, ...seed }));
}

/** @throws RangeError when the contract has no such kind of key. */
export function createKey(kinds: readonly KeyKind[], seed: Seed & { name: string }): ApiKey {
  const { name, kind: kindName, environment, ...rest } = seed;
  const kind = kinds.find((one) => one.kind === kindName && one.environment === environment);
  if (kind === undefined) {
    const known = kinds.map((one) => `${one.kind} for ${one.environment}`).join(", ");
    throw new RangeError(`There is no key of kind ${kindName} for ${environment}; there are ${known}.`);
  }
  return {
    name,
    key: kind.prefix + name.padEnd(SECRET_LENGTH, "0"),
    kind,
    teamId: TEAM,
    limit: kind.requestsPerHour,
    limited: true,
    state: "active",
    ...rest,
  };
}
