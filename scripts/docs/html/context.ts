import type { Contract, ErrorFact } from "../../../src/contract/index.ts";
import { lineHtml, linkCodes, proseHtml } from "../../render/prose/index.ts";
import { anchorOf, codeFolder, relative } from "../site/paths.ts";
import { isIndexOnly, type Site } from "../site/site.ts";
import { joined, type Markup, markup, trusted } from "./markup.ts";
import { breakable } from "./parts.ts";

/** What the parts of a page about errors share; depends on the page's folder, because links are relative. */
export interface PageContext {
  site: Site;
  contract: Contract;
  /** The link to a file of the site. */
  to(target: string): string;
  /** A text of the document as paragraphs. */
  prose(text: string): Markup;
  /** A text of the document as one line. */
  line(text: string): Markup;
  /** Id of a code's heading, as its `doc_url` has it. */
  anchor(error: ErrorFact): string;
  /** The link to a code's description. */
  hrefOf(error: ErrorFact): string;
  /** The link to a part of the error reference. */
  section(id: string): string;
  codeLink(error: ErrorFact): Markup;
  /** Links to several codes, or, where there would be too many, their number. */
  codeLinks(errors: readonly ErrorFact[]): Markup;
  /** Hue of a type's colour, in degrees. */
  hue(type: string): number;
  /** The codes of a type, in the order of the document. */
  errorsOf(type: string): ErrorFact[];
}

/**
 * @param folder of the file, from the root of the site.
 * @param own whether the page is the error reference itself.
 */
export function pageContext(site: Site, folder: string, { own = false } = {}): PageContext {
  const { contract, paths } = site;
  const to = (target: string) => relative(folder, target);
  const section = (id: string) => `${own ? "" : to(`${paths.errors}/index.html`)}#${encodeURIComponent(id)}`;
  const hrefOf = (error: ErrorFact) =>
    own && !isIndexOnly(contract)
      ? section(anchorOf(error))
      : to(`${paths.errors}/${codeFolder(error)}/index.html`);
  const hrefs = new Map(contract.errors.map((error) => [error.code, hrefOf(error)]));
  const linkTo = linkCodes(contract, (code) => hrefs.get(code) ?? "");
  const codeLink = (error: ErrorFact) =>
    markup`<a href="${hrefOf(error)}"><code>${breakable(error.code)}</code></a>`;
  const errorsOf = (type: string) => contract.errors.filter((error) => error.type === type);
  return {
    site,
    contract,
    to,
    prose: (text) => trusted(proseHtml(text, linkTo)),
    line: (text) => trusted(lineHtml(text, linkTo)),
    anchor: anchorOf,
    hrefOf,
    section,
    codeLink,
    codeLinks: (errors) =>
      own && isIndexOnly(contract)
        ? markup`${numberOfCodes(errors.length)}`
        : joined(errors.map(codeLink), " "),
    hue: (type) => hueOf(contract, errorsOf(type)[0]),
    errorsOf,
  };
}

export function numberOfCodes(count: number): string {
  return count === 1 ? "1 code" : `${count} codes`;
}

// Red is kept for what fails on the server; the other types share the hues from violet to amber.
function hueOf({ types, errors }: Contract, error: ErrorFact | undefined): number {
  const isServer = (status: number) => status >= 500;
  if (error === undefined || isServer(error.status)) return 25;
  const others = types.filter(({ type }) => errors.some((one) => one.type === type && !isServer(one.status)));
  const index = others.findIndex(({ type }) => type === error.type);
  return Math.round(285 - (index * 215) / Math.max(1, others.length - 1));
}
