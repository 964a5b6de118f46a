/** Says in a generated file who wrote it, from what and with which command. */
export const origin =
  "Written by scripts/generate.ts from openapi/ with `npm run generate`. Do not edit: the next run replaces it.";

/** The same as the first line of a file, as a comment of its language. */
export function banner(comment: "//" | "#" | "<!--"): string {
  return comment === "<!--" ? `<!-- ${origin} -->\n` : `${comment} ${origin}\n`;
}
