import type { ErrorFact, ErrorTypeFact } from "../../../src/contract/index.ts";
import { RETRY_LABELS } from "../../../src/contract/labels.ts";
import { firstSentence } from "../../render/prose/index.ts";
import { codeArticle, type Samples } from "./code.ts";
import type { PageContext } from "./context.ts";
import { type Markup, markup } from "./markup.ts";
import { codeLink, table } from "./parts.ts";

/** The codes of one type: an overview, the fix that helps with most of them, and each code in full. */
export function groupSection(
  context: PageContext,
  { type, title, description, fix }: ErrorTypeFact,
  samplesOf: (error: ErrorFact) => Samples | undefined,
): Markup {
  const errors = context.errorsOf(type);
  const rows = errors.map(
    (error) =>
      markup`<tr><th scope="row">${codeLink(context, error)}</th><td class="num">${error.status}</td><td>${context.line(firstSentence(error.description))}</td><td>${RETRY_LABELS[error.retry].short}</td></tr>`,
  );
  const id = `type-${type}`;
  return markup`<section class="group" aria-labelledby="${id}" style="--h:${context.hue(type)}">
<header><p class="eyebrow"><code>${type}</code></p><h2 id="${id}">${title}</h2>
<div class="prose">${context.prose(description)}</div>
${table(`${title}: codes`, ["Code", "Status", "Meaning", "Retry"], rows)}
<div class="fix"><strong>Common fix</strong>${context.prose(fix)}</div></header>
${errors.map((error) => codeArticle(context, error, samplesOf(error)))}</section>
`;
}
