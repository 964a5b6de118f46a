/** Whether `key` can be a key: one of the known prefixes, and behind it what may stand in a header (RFC 9110 §5.5). */
export function isApiKey(key: unknown, prefixes: readonly string[]): key is string {
  if (typeof key !== "string") return false;
  return prefixes.some((prefix) => key.startsWith(prefix) && /^[!-~]+$/.test(key.slice(prefix.length)));
}
