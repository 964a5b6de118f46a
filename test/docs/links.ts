import { posix } from "node:path";
import MarkdownIt from "markdown-it";

/** Where the files of the project are shown to those who do not have it. */
const REPOSITORY = "https://github.com/cstar-help/api-contract/blob/main/";

/** A folder of files, by their paths with slashes. */
export interface Files {
  has(path: string): boolean;
  text(path: string): string;
}

const parser = new MarkdownIt({ html: true });

/**
 * The links and images of a document that lead nowhere: to a file that is not in `files`, to a heading that its document does
 * not have, or into the repository to a file that is not in `repository`. Other addresses are not looked at.
 */
export function deadLinks(path: string, files: Files, repository: Files): string[] {
  return linksOf(files.text(path)).filter((link) => {
    if (link.startsWith(REPOSITORY)) return !leads(link.slice(REPOSITORY.length), repository);
    if (/^[a-z][a-z+.-]*:/.test(link)) return false;
    const [file = "", heading] = link.split("#");
    const target = file === "" ? path : posix.join(posix.dirname(path), file);
    return !leads(heading === undefined ? target : `${target}#${heading}`, files);
  });
}

function leads(target: string, files: Files): boolean {
  const [path = "", heading] = target.split("#");
  if (!files.has(path)) return false;
  return heading === undefined || headingsOf(files.text(path)).includes(heading);
}

function linksOf(markdown: string): string[] {
  return parser
    .parse(markdown, {})
    .flatMap(({ children }) => children ?? [])
    .map((token) => token.attrGet("href") ?? token.attrGet("src"))
    .filter((link) => link !== null)
    .map((link) => decodeURI(String(link)));
}

/** The anchors that GitHub makes of headings: small letters, without signs, with hyphens for spaces. */
function headingsOf(markdown: string): string[] {
  const tokens = parser.parse(markdown, {});
  return tokens.flatMap(({ type }, index) => {
    if (type !== "heading_open") return [];
    const text = tokens[index + 1]?.children?.map(({ content }) => content).join("") ?? "";
    return [
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .replaceAll(" ", "-"),
    ];
  });
}
