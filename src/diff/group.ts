/** Keeps one entry for things that are equal in `key`, in the order in which they are first met. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): [first: T, ...rest: T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}

export function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
