import type { Contract } from "../../../src/contract/index.ts";

/** Turns the destination of a link into the one to write. */
export type LinkTo = (href: string) => string;

/** Leads the address of a code's documentation to wherever that code is described here; others stay. */
export function linkCodes({ errors }: Contract, place: (code: string) => string): LinkTo {
  const places = new Map(errors.map(({ code, docUrl }) => [docUrl, place(code)]));
  return (href) => places.get(href) ?? href;
}
