import type { Outgoing } from "./attempt.ts";
import { createMask, type Mask } from "./mask.ts";

/** Headers that say nothing about the caller, and whose values do stand in messages. */
const harmless = /^(accept|content-type|idempotency-key)$/;

/** A mask for what a request carries. Made at the first use, because most calls never fail. */
export function requestMask(request: Outgoing, keys: readonly string[], prefixes: readonly string[]): Mask {
  let known = -1;
  let mask: Mask | undefined;
  return (text, strict) => {
    if (mask === undefined || known !== keys.length) {
      mask = createMask(
        keys,
        [headerValues(Object.entries(request.headers)), queryValues(request.url), bodyValues(request.body)],
        prefixes,
      );
      known = keys.length;
    }
    return mask(text, strict);
  };
}

/** Each value, and its parts: a cookie header carries several. */
export function headerValues(headers: Iterable<[string, string]>): string[] {
  return [...headers].flatMap(([name, value]) =>
    harmless.test(name) ? [] : [value, ...value.split(/[\s;,=]+/)],
  );
}

function queryValues(url: string): string[] {
  const { search, searchParams } = new URL(url);
  return [search, ...searchParams.values()];
}

function bodyValues(body: string | undefined): unknown {
  if (body === undefined) return [];
  try {
    return JSON.parse(body);
  } catch {
    // Not JSON, so it is one secret as a whole.
    return body;
  }
}
