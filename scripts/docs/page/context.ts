import type { Contract, ErrorFact } from "../../../src/contract/index.ts";
import { lineHtml, linkCodes, proseHtml } from "../../render/prose/index.ts";
import { anchorOf } from "../site/places.ts";
import { type Markup, trusted } from "./markup.ts";

/** What the parts of the page share. */
export interface PageContext {
  contract: Contract;
  /** A text of the document as paragraphs. */
  prose(text: string): Markup;
  /** A text of the document as one line. */
  line(text: string): Markup;
  /** Id of a code's heading, as its `doc_url` has it. */
  anchor(error: ErrorFact): string;
  /** Hue of a type's colour, in degrees. */
  hue(type: string): number;
  /** The codes of a type, in the order of the document. */
  errorsOf(type: string): ErrorFact[];
}

export function pageContext(contract: Contract): PageContext {
  const anchors = new Map(contract.errors.map((error) => [error.code, anchorOf(error)]));
  const linkTo = linkCodes(contract, (code) => `#${encodeURIComponent(anchors.get(code) ?? code)}`);
  const errorsOf = (type: string) => contract.errors.filter((error) => error.type === type);
  return {
    contract,
    prose: (text) => trusted(proseHtml(text, linkTo)),
    line: (text) => trusted(lineHtml(text, linkTo)),
    anchor: ({ code }) => anchors.get(code) ?? code,
    hue: (type) => hueOf(contract, errorsOf(type)[0]),
    errorsOf,
  };
}

// Red is kept for what fails on the server; the other types share the hues from violet to amber.
function hueOf({ types, errors }: Contract, error: ErrorFact | undefined): number {
  const isServer = (status: number) => status >= 500;
  if (error === undefined || isServer(error.status)) return 25;
  const others = types.filter(({ type }) => errors.some((one) => one.type === type && !isServer(one.status)));
  const index = others.findIndex(({ type }) => type === error.type);
  return Math.round(285 - (index * 215) / Math.max(1, others.length - 1));
}
