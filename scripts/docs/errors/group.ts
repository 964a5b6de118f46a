import type { ErrorFact, ErrorTypeFact } from "../../../src/contract/index.ts";
import { firstSentence } from "../../render/prose/index.ts";
import type { PageContext } from "../html/context.ts";
import { type Markup, markup, nothing } from "../html/markup.ts";
import { breakable, retryBadge, table } from "../html/parts.ts";
import { isIndexOnly } from "../site/site.ts";
import { codeArticle } from "./article.ts";

/** The codes of one type: an overview, the fix that helps with most of them, and each code in full unless they are too many. */
export function groupSection(context: PageContext, { type, title, description, fix }: ErrorTypeFact): Markup {
  const errors = context.errorsOf(type);
  const indexOnly = isIndexOnly(context.contract);
  const id = `type-${type}`;
  return markup`<section class="group" aria-labelledby="${id}" style="--h:${context.hue(type)}">
<header><p class="eyebrow"><code>${breakable(type)}</code></p><h2 id="${id}">${title}</h2>
<div class="prose">${context.prose(description)}</div>
${table(
  `${title}: codes`,
  ["Code", "Status", "Meaning", "Retry"],
  errors.map((error) => row(context, error, indexOnly)),
)}
<div class="fix"><strong>Common fix</strong>${context.prose(fix)}</div></header>
${indexOnly ? nothing : errors.map((error) => codeArticle(context, error, 3))}</section>
`;
}

/** Where the page only lists the codes, the row is what a `doc_url` leads to. */
function row(context: PageContext, error: ErrorFact, indexOnly: boolean): Markup {
  const head = indexOnly
    ? markup`<th scope="row" id="${context.anchor(error)}"${operationIndexes(context, error)}>`
    : markup`<th scope="row">`;
  return markup`<tr>${head}${context.codeLink(error)}</th><td class="num">${error.status}</td><td>${context.line(firstSentence(error.description))}</td><td>${retryBadge(error.retry)}</td></tr>`;
}

// The matrix, which tells this elsewhere, would be too large.
function operationIndexes({ contract }: PageContext, { operations }: ErrorFact): Markup {
  const indexes = operations.map((id) => contract.operations.findIndex((operation) => operation.id === id));
  return indexes.length === contract.operations.length
    ? nothing
    : markup` data-operations="${indexes.join(" ")}"`;
}
