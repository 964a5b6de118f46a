import type { ErrorTable } from "./error-table.ts";

/** What somebody asked for in a word. */
export type Asked = { code: string } | { status: number };

/** Reads a code in any spelling (`KEY-EXPIRED`, `keyExpired`), the address of its documentation, or a status. */
export function findCode({ errors, clientErrors }: ErrorTable, word: string): Asked {
  if (/^[1-5]\d\d$/.test(word)) return { status: Number(word) };
  const fragment = /^[a-z]+:\/\/[^#]*#(.+)$/i.exec(word)?.[1];
  const wanted = plain(fragment ?? word);
  const known = [...errors, ...clientErrors].map(({ code }) => code);
  return { code: known.find((code) => plain(code) === wanted) ?? fragment ?? word };
}

function plain(word: string): string {
  return word.replace(/[^A-Za-z0-9]+/g, "").toLowerCase();
}
