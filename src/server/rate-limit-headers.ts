import type { RateLimit } from "../errors/index.ts";

const names = {
  limit: "x-ratelimit-limit",
  remaining: "x-ratelimit-remaining",
  reset: "x-ratelimit-reset",
  window: "x-ratelimit-window",
} as const satisfies Record<keyof RateLimit, string>;

/** The headers that tell a caller what is left of its limit; what is not known is left out. */
export function rateLimitHeaders({ limit, remaining, reset, window }: RateLimit): [string, string][] {
  // Unix seconds, rounded up: whoever waits until then must not be too early.
  const end = reset && Math.ceil(reset.getTime() / 1000);
  const values = { limit, remaining, reset: end, window };
  return (Object.keys(names) as (keyof RateLimit)[]).flatMap((key) => {
    const value = values[key];
    return value === undefined ? [] : [[names[key], String(value)] as [string, string]];
  });
}
