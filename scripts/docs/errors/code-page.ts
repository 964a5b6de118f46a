import type { ErrorFact } from "../../../src/contract/index.ts";
import { firstSentence, plainText } from "../../render/prose/index.ts";
import { pageContext } from "../html/context.ts";
import { type Markup, markup, nothing } from "../html/markup.ts";
import { shell } from "../html/shell.ts";
import { codeFolder, markdownName } from "../site/paths.ts";
import type { Site } from "../site/site.ts";
import { codeArticle } from "./article.ts";

/** The page of one code, with a title and an address that search engines and chat windows can show. */
export function codePage(site: Site, error: ErrorFact): string {
  const { contract, paths } = site;
  const folder = `${paths.errors}/${codeFolder(error)}`;
  const context = pageContext(site, folder);
  const type = contract.types.find((one) => one.type === error.type);
  const title = `${error.code} (${error.status} ${error.title})`;
  return shell(site, {
    folder,
    address: `${folder}/`,
    title: `${title} · ${contract.title}`,
    description: plainText(firstSentence(error.description)),
    current: "errors",
    script: "plain",
    head: markup`<link rel="alternate" type="text/markdown" href="${context.to(`${paths.errors}/${markdownName(error)}`)}">`,
    main: markup`<div class="single" style="--h:${context.hue(error.type)}"><nav class="crumbs" aria-label="Breadcrumb"><a href="${context.to(`${paths.errors}/index.html`)}">Errors</a> <span aria-hidden="true">/</span> <a href="${context.section(`type-${error.type}`)}">${type?.title ?? error.type}</a></nav>
${codeArticle(context, error, 1)}${neighbours(site, error, context.codeLink)}</div>
`,
  });
}

function neighbours({ contract }: Site, error: ErrorFact, codeLink: (error: ErrorFact) => Markup): Markup {
  const index = contract.errors.indexOf(error);
  const [before, after] = [contract.errors[index - 1], contract.errors[index + 1]];
  return markup`<nav class="neighbours" aria-label="Other codes">${before ? markup`<span>Previous: ${codeLink(before)}</span>` : nothing}${after ? markup`<span>Next: ${codeLink(after)}</span>` : nothing}</nav>`;
}
