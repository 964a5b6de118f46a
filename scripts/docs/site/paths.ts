import type { Contract, ErrorFact } from "../../../src/contract/index.ts";

/** Where things are in the site; follows from the `doc_url`s of the errors. */
export interface SitePaths {
  /** Where the site is published, such as `https://cstar.help`. */
  origin: string;
  /** Folder of the error reference, such as `developers/api/errors`. */
  errors: string;
  /** Folder of the API reference, beside it. */
  reference: string;
  /** Folders of the published files: the major version's, which stays, and the exact version's. */
  versions: [major: string, exact: string];
}

/**
 * Derives the paths from the `doc_url` of every code.
 * @throws Error when the addresses do not lead to one page with an anchor for each code.
 */
export function sitePaths({ errors, version }: Contract): SitePaths {
  const pages = new Set(errors.map(({ docUrl }) => new URL(docUrl).origin + new URL(docUrl).pathname));
  const [address] = pages;
  if (address === undefined || pages.size > 1) {
    throw new Error(
      `All doc_urls must lead to one page, but they lead to ${[...pages].join(", ") || "none"}.`,
    );
  }
  const page = pageOf(address);
  const anchors = errors.map(anchorOf);
  const repeated = anchors.find((anchor, index) => anchor === "" || anchors.indexOf(anchor) < index);
  if (repeated !== undefined)
    throw new Error(`The anchor "${repeated}" does not belong to exactly one doc_url.`);
  const parent = page.split("/").slice(0, -1);
  return {
    origin: new URL(address).origin,
    errors: page,
    reference: [...parent, "reference"].join("/"),
    versions: [safeSegment(`v${version.split(".")[0]}`), safeSegment(version)],
  };
}

/** The fragment of a code's `doc_url`: the id of its heading. */
export function anchorOf({ docUrl }: Pick<ErrorFact, "docUrl">): string {
  return decodeURIComponent(new URL(docUrl).hash.slice(1));
}

/** The folder of a code's own page, inside that of the error reference. */
export function codeFolder({ code }: Pick<ErrorFact, "code">): string {
  return safeSegment(code);
}

/** The name of a code's own page of Markdown. */
export function markdownName({ code }: Pick<ErrorFact, "code">): string {
  return `${safeSegment(code)}.md`;
}

/** The relative link from a file in `folder` to `target`, both given from the root of the site. */
export function relative(folder: string, target: string): string {
  const from = folder.split("/").filter(Boolean);
  const to = target.split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return "../".repeat(from.length - shared) + to.slice(shared).join("/");
}

function pageOf(address: string): string {
  return new URL(address).pathname.split("/").filter(Boolean).map(safeSegment).join("/");
}

// Codes, versions and URLs become file names: none of them may lead out of the folder.
function safeSegment(name: string): string {
  if (/^[A-Za-z0-9][\w.-]*$/.test(name)) return name;
  throw new Error(`${JSON.stringify(name)} cannot be part of a path in the site.`);
}
