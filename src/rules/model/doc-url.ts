import { FIELD } from "./conventions.ts";
import type { Model } from "./model.ts";

/** Everything up to the last `#`, `/` or `=`, and what follows it. */
export function splitUrl(url: string): [before: string, last: string] {
  const at = Math.max(url.lastIndexOf("#"), url.lastIndexOf("/"), url.lastIndexOf("=")) + 1;
  return [url.slice(0, at), url.slice(at)];
}

/** What most addresses of codes begin with; undefined when they have nothing in common. */
export function usualPage({ definitions }: Pick<Model, "definitions">): string | undefined {
  const counts = new Map<string, number>();
  for (const { constant } of definitions) {
    const [before] = splitUrl(constant(FIELD.docUrl)?.value ?? "");
    if (before !== "") counts.set(before, (counts.get(before) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return most !== undefined && most[1] > 1 && most[1] * 2 > total ? most[0] : undefined;
}
