/** What a key may still send. */
export interface LimitState {
  limit: number;
  remaining: number;
  reset: Date;
  /** Seconds. */
  window: number;
}

/** A window that nothing was taken from. */
export function fullWindow(limit: number, now: Date): LimitState {
  return { limit, remaining: limit, reset: new Date(now.getTime() + WINDOW * 1000), window: WINDOW };
}

/** The windows of the keys of one world; each key has its own, which begins with its first request. */
export interface RateLimits {
  /** Takes one request from the key's window; false when none is left. A key without a limit always has one. */
  take(key: string, limit: number, now: Date): boolean;
  state(key: string, limit: number, now: Date): LimitState;
}

/** Keys are limited per hour. */
const WINDOW = 3600;

export function createRateLimits(): RateLimits {
  const windows = new Map<string, { start: number; used: number }>();
  const windowOf = (key: string, now: Date) => {
    const known = windows.get(key);
    if (known && now.getTime() < known.start + WINDOW * 1000) return known;
    const fresh = { start: now.getTime(), used: 0 };
    windows.set(key, fresh);
    return fresh;
  };
  return {
    take(key, limit, now) {
      const window = windowOf(key, now);
      if (window.used >= limit) return false;
      window.used++;
      return true;
    },
    state(key, limit, now) {
      const { start, used } = windowOf(key, now);
      return {
        limit,
        remaining: limit - used,
        reset: new Date(start + WINDOW * 1000),
        window: WINDOW,
      };
    },
  };
}
