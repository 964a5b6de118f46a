/**
 * Wraps a parsed document so that every look into it is counted: a measure of work that no machine changes.
 * @returns the document to work on, and what has been counted so far.
 */
export function countReads(document: unknown): { counted: unknown; reads: () => number } {
  let count = 0;
  const proxies = new WeakMap<object, object>();
  const wrap = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const known = proxies.get(value);
    if (known) return known;
    const proxy = new Proxy(value, {
      get: (target, key) => {
        count += 1;
        return wrap(Reflect.get(target, key));
      },
      has: (target, key) => {
        count += 1;
        return Reflect.has(target, key);
      },
      ownKeys: (target) => {
        const keys = Reflect.ownKeys(target);
        count += keys.length;
        return keys;
      },
    });
    proxies.set(value, proxy);
    return proxy;
  };
  return { counted: wrap(document), reads: () => count };
}
