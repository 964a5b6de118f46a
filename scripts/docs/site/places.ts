import type { Contract, ErrorFact } from "../../../src/contract/index.ts";

/** Where things are in the site; follows from the addresses that the errors themselves carry. */
export interface Places {
  /** Folder of the error reference, such as `developers/api/errors`. */
  errors: string;
  /** Folder of the API reference, beside it. */
  reference: string;
  /** Folders of the published files: the major version's, which stays, and the exact version's. */
  versions: string[];
}

/**
 * Derives the places from the `doc_url` of every code.
 * @throws Error when the addresses do not lead to one page with an anchor for each code.
 */
export function placesOf({ errors, version }: Contract): Places {
  const pages = new Set(errors.map(({ docUrl }) => pageOf(docUrl)));
  const [page] = pages;
  if (page === undefined || pages.size > 1) {
    throw new Error(
      `All doc_urls must lead to one page, but they lead to ${[...pages].join(", ") || "none"}.`,
    );
  }
  const anchors = errors.map(anchorOf);
  const twice = anchors.find((anchor, index) => anchor === "" || anchors.indexOf(anchor) < index);
  if (twice !== undefined) throw new Error(`The anchor "${twice}" does not belong to exactly one doc_url.`);
  const parent = page.split("/").slice(0, -1);
  return {
    errors: page,
    reference: [...parent, "reference"].join("/"),
    versions: [`v${version.split(".")[0]}`, version].map(safeSegment),
  };
}

/** The fragment of a code's `doc_url`: the id of its heading. */
export function anchorOf({ docUrl }: Pick<ErrorFact, "docUrl">): string {
  return decodeURIComponent(new URL(docUrl).hash.slice(1));
}

/** The name of a code's own page of Markdown. */
export function pageName({ code }: Pick<ErrorFact, "code">): string {
  return `${safeSegment(code)}.md`;
}

/** How to get from a file in `folder` to `target`, both from the root of the site. */
export function relative(folder: string, target: string): string {
  const from = folder.split("/").filter(Boolean);
  const to = target.split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return "../".repeat(from.length - shared) + to.slice(shared).join("/");
}

function pageOf(docUrl: string): string {
  return new URL(docUrl).pathname.split("/").filter(Boolean).map(safeSegment).join("/");
}

// Codes, versions and addresses become names of files: nothing in them may leave the folder.
function safeSegment(name: string): string {
  if (/^[A-Za-z0-9][\w.-]*$/.test(name)) return name;
  throw new Error(`${JSON.stringify(name)} cannot be part of a path in the site.`);
}
