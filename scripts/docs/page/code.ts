import type { ErrorFact } from "../../../src/contract/index.ts";
import { ACTOR_LABELS, APPLIES_TO_LABELS, PARAM_LABELS, RETRY_LABELS } from "../../../src/contract/labels.ts";
import { isSafeLink } from "../../render/prose/index.ts";
import { pageName } from "../site/places.ts";
import type { PageContext } from "./context.ts";
import { type Markup, markup, nothing } from "./markup.ts";
import { codeBox, jsonCode, list, plainCode } from "./parts.ts";

/** Ready-made requests for a code. */
export interface Samples {
  typescript: string;
  curl: string;
}

/** All about one code. Its heading has the id that the code's `doc_url` leads to. */
export function codeArticle(context: PageContext, error: ErrorFact, samples: Samples | undefined): Markup {
  const anchor = context.anchor(error);
  const { code, title, status, description, causes, fixes, example } = error;
  return markup`<article class="code" aria-labelledby="${anchor}">
<div class="cols"><div>
<h3 id="${anchor}"><a href="#${encodeURIComponent(anchor)}"><code>${code}</code></a></h3>
<p class="title"><span class="status">${status}</span> ${title}</p>
<div class="prose">${context.prose(description)}</div>
${verdict(context, error)}
<h4>Why it happens</h4>${list(causes.map(context.line))}
<h4>How to fix it</h4>${list(fixes.map(context.line), true)}
${facts(context, error)}
</div><div class="side">
${codeBox("Example body", jsonCode(example), { open: true })}
${samples ? codeBox("TypeScript", plainCode(samples.typescript), { open: true }) : nothing}
${samples ? codeBox("curl", plainCode(samples.curl), { open: false }) : nothing}
</div></div></article>
`;
}

function verdict({ line }: PageContext, { retry, actor }: ErrorFact): Markup {
  return markup`<dl class="verdict"><div><dt>Retry</dt><dd><strong class="retry ${retry}">${RETRY_LABELS[retry].short}.</strong> ${line(RETRY_LABELS[retry].long)}</dd></div>
<div><dt>Who can fix it</dt><dd>${line(ACTOR_LABELS[actor].long)}</dd></div></dl>`;
}

function facts({ line, contract }: PageContext, error: ErrorFact): Markup {
  const { type, param, since, operations, appliesTo, more } = error;
  const applies = appliesTo.map((word) => APPLIES_TO_LABELS[word]).join("; ");
  const all = operations.length === contract.operations.length;
  const names = all
    ? markup`<a href="#operations">All ${operations.length} operations</a>`
    : markup`<span>Declared by ${applies}:</span> <code>${operations.join(" ")}</code>`;
  return markup`<dl class="facts"><div><dt>Type</dt><dd><a href="#${encodeURIComponent(`type-${type}`)}"><code>${type}</code></a></dd></div>
<div><dt>param</dt><dd>${line(PARAM_LABELS[param].short)}</dd></div>
<div><dt>Since</dt><dd>${since}</dd></div>
<div><dt>Also as</dt><dd><a href="${pageName(error)}">Markdown</a></dd></div>
${more && isSafeLink(more.url) ? markup`<div class="full"><dt>More</dt><dd><a href="${more.url}">${more.description || more.url}</a></dd></div>` : nothing}
<div class="full"><dt>Returned by</dt><dd>${names}</dd></div></dl>`;
}
