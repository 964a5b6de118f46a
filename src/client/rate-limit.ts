import type { RateLimit } from "../errors/index.ts";

/** What the `X-RateLimit-…` headers say; malformed ones are left out. Undefined when none is usable. */
export function readRateLimit(headers: Headers): RateLimit | undefined {
  const read: RateLimit = {};
  for (const name of ["limit", "remaining", "window"] as const) {
    const value = whole(headers.get(`x-ratelimit-${name}`));
    if (value !== undefined) read[name] = value;
  }
  const reset = new Date((whole(headers.get("x-ratelimit-reset")) ?? Number.NaN) * 1000);
  if (!Number.isNaN(reset.getTime())) read.reset = reset;
  return Object.keys(read).length > 0 ? read : undefined;
}

function whole(value: string | null): number | undefined {
  const number = value !== null && /^\d+$/.test(value) ? Number(value) : Number.NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}
