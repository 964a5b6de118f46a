import type { ErrorFact } from "../../../src/contract/index.ts";
import { ACTOR_LABELS, APPLIES_TO_LABELS, PARAM_LABELS, RETRY_LABELS } from "../../../src/contract/labels.ts";
import { isSafeLink } from "../../render/prose/index.ts";
import type { PageContext } from "../html/context.ts";
import { joined, type Markup, markup, nothing } from "../html/markup.ts";
import { breakable, codeBox, linkedHeading, list, plainCode, retryBadge } from "../html/parts.ts";
import { LANGUAGES } from "../samples/index.ts";
import { codeFolder, markdownName } from "../site/paths.ts";

/** The heading of an article: of the first level on a page of its own, of the third among others. */
export type HeadingLevel = 1 | 3;

/** Everything about one code; its heading has the id that the code's `doc_url` leads to. */
export function codeArticle(context: PageContext, error: ErrorFact, level: HeadingLevel): Markup {
  const { title, status, description, retry, causes, fixes } = error;
  return markup`<article class="code" aria-labelledby="${context.anchor(error)}">
<div class="cols"><div>
${codeHeading(context, error, level)}
<p class="title">${title}</p>
<p class="badges"><span class="status">${status}</span> ${retryBadge(retry)}</p>
<div class="prose">${context.prose(description)}</div>
${verdict(context, error)}
${subheading("Why it happens", level)}${list(causes.map(context.line))}
${subheading("How to fix it", level)}${list(fixes.map(context.line), true)}
${facts(context, error)}
</div><div class="side">
${samples(context, error)}
</div></div></article>
`;
}

function codeHeading(context: PageContext, error: ErrorFact, level: HeadingLevel): Markup {
  const id = context.anchor(error);
  const name = markup`<code>${breakable(error.code)}</code>`;
  return level === 1
    ? markup`<div class="head"><h1 id="${id}">${name}</h1></div>`
    : linkedHeading(id, name, error.code);
}

function subheading(text: string, level: HeadingLevel): Markup {
  return level === 1 ? markup`<h2>${text}</h2>` : markup`<h4>${text}</h4>`;
}

function samples({ site }: PageContext, error: ErrorFact): Markup {
  const made = site.samplesOf(error);
  if (made === undefined) return nothing;
  const { response, typescript, fetch, curl } = made;
  return markup`${codeBox("Response", plainCode(response), { open: true })}
${typescript === undefined ? nothing : codeBox(LANGUAGES.typescript, plainCode(typescript), { open: true })}
${codeBox(LANGUAGES.fetch, plainCode(fetch))}
${codeBox(LANGUAGES.curl, plainCode(curl))}`;
}

function verdict({ line }: PageContext, { retry, actor }: ErrorFact): Markup {
  return markup`<dl class="verdict"><div><dt>Retry</dt><dd>${line(RETRY_LABELS[retry].long)}</dd></div>
<div><dt>Who can fix it</dt><dd>${line(ACTOR_LABELS[actor].long)}</dd></div></dl>`;
}

function facts(context: PageContext, error: ErrorFact): Markup {
  const { line, section, to, site } = context;
  const { type, param, since, more } = error;
  const folder = site.paths.errors;
  return markup`<dl class="facts"><div><dt>Type</dt><dd><a href="${section(`type-${type}`)}"><code>${breakable(type)}</code></a></dd></div>
<div><dt><code>param</code></dt><dd>${line(PARAM_LABELS[param].short)}</dd></div>
<div><dt>Since</dt><dd>${since}</dd></div>
<div><dt>Also as</dt><dd><a href="${to(`${folder}/${codeFolder(error)}/index.html`)}">Page</a>, <a href="${to(`${folder}/${markdownName(error)}`)}">Markdown</a></dd></div>
${more && isSafeLink(more.url) ? markup`<div class="full"><dt>More</dt><dd><a href="${more.url}">${more.description || more.url}</a></dd></div>` : nothing}
<div class="full"><dt>Returned by</dt><dd>${operations(context, error)}</dd></div></dl>`;
}

function operations({ section, contract }: PageContext, error: ErrorFact): Markup {
  if (error.operations.length === contract.operations.length) {
    return markup`<a href="${section("operations")}">All ${error.operations.length} operations</a>`;
  }
  const applies = error.appliesTo.map((rule) => APPLIES_TO_LABELS[rule]).join("; ");
  const links = error.operations.map((id) => markup`<a href="${section(`op-${id}`)}">${id}</a>`);
  return markup`<span class="rule">${applies.charAt(0).toUpperCase()}${applies.slice(1)}:</span> <span class="names">${joined(links, " ")}</span>`;
}
