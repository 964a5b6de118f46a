/** A success that a write came to, kept together with the write. */
export interface KeptResponse {
  status: number;
  body: string;
  /** The request as it was sent, to tell when another one comes with the same key. */
  sent: string;
  at: Date;
}

/** The successes of one world, by API key, operation, path and `Idempotency-Key`. */
export interface KeptResponses {
  find(name: string, now: Date): KeptResponse | undefined;
  keep(name: string, response: KeptResponse): void;
}

/** How long an `Idempotency-Key` is remembered. */
const LIFE = 24 * 3_600_000;

export function createKeptResponses(): KeptResponses {
  const kept = new Map<string, KeptResponse>();
  return {
    find(name, now) {
      const found = kept.get(name);
      return found && now.getTime() - found.at.getTime() < LIFE ? found : undefined;
    },
    keep: (name, response) => void kept.set(name, response),
  };
}
