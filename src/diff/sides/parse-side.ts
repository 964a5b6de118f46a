import { DiffInputError } from "../input-error.ts";

/** Where one of the two versions is found. */
export type Side =
  | { kind: "file"; path: string }
  | {
      kind: "git";
      ref: string;
      /** Not the commit itself, but the one where HEAD left its history: `git:<ref>...`. */
      mergeBase: boolean;
      /** From the root of the repository; absent: the path of the other side. */
      path?: string;
    };

const PREFIX = "git:";
const FORMS = "`git:<ref>`, `git:<ref>:<path>` or `git:<ref>...`";

/**
 * Reads one side of a comparison as the user writes it.
 * @throws DiffInputError when what follows `git:` is not a ref.
 */
export function parseSide(text: string): Side {
  if (!text.startsWith(PREFIX)) return { kind: "file", path: text };
  const rest = text.slice(PREFIX.length);
  const colon = colonAfterRef(rest);
  const revision = colon < 0 ? rest : rest.slice(0, colon);
  const path = colon < 0 ? "" : rest.slice(colon + 1);
  const mergeBase = revision.endsWith("...");
  const ref = mergeBase ? revision.slice(0, -3) : revision;
  if (!isRef(ref)) throw new DiffInputError(`${JSON.stringify(text)} names no commit. Write ${FORMS}.`);
  return { kind: "git", ref, mergeBase, ...(path !== "" && { path }) };
}

/** A ref holds no colon (git-check-ref-format), but a date in `main@{2026-03-30 10:00}` may. */
function colonAfterRef(text: string): number {
  const braces = /^[^:{]*\{[^}]*\}[^:]*/.exec(text)?.[0].length ?? 0;
  return text.indexOf(":", braces);
}

/** What Git takes for a revision and never for an option or a range; Git itself decides whether it exists. */
function isRef(ref: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what a ref must not hold
  return ref !== "" && !ref.startsWith("-") && !ref.includes("..") && !/[\u0000-\u001f\u007f?*[\\]/.test(ref);
}
