/** A request as it goes out: the URL is final and the body is text already. */
export interface Outgoing {
  url: string;
  /** With names in lower case. */
  headers: Record<string, string>;
  body?: string | undefined;
}

/** Headers that say nothing about the caller, and whose values do stand in messages. */
const harmless = /^(accept|content-type|idempotency-key)$/;

/** What a request carries that is its caller's own. */
export function contentOf({ url, headers, body }: Outgoing): unknown {
  return [headerValues(headers), [...new URL(url).searchParams.values()], body && parsed(body)];
}

/** Each value, and its parts: a cookie header carries several. */
export function headerValues(headers: object): string[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    harmless.test(name) ? [] : [value, ...String(value).split(/[\s;,=]+/)],
  );
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // Not JSON, so it is one secret as a whole.
    return body;
  }
}
