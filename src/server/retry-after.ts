/**
 * The value of a `Retry-After` header: whole seconds (RFC 9110, 10.2.3), rounded up so that nobody returns too early,
 * and at least 1, since clients take 0 for "at once".
 * @param after seconds from `now`, or a point in time
 * @throws TypeError for what is neither
 */
export function retryAfterSeconds(after: unknown, now: Date): number {
  const seconds = after instanceof Date ? (after.getTime() - now.getTime()) / 1000 : after;
  if (!Number.isFinite(seconds)) {
    throw new TypeError(
      "retryAfter must be a number of seconds, or a Date from which the caller may try again.",
    );
  }
  return Math.max(1, Math.ceil(seconds as number));
}
